import Council

/// One file while it is being read, and the faults that were found in it so far.
final class Sheet {
    /// The path as people see it.
    let file: String
    private(set) var faults: [Fault] = []
    private let source: SourceText?

    /// Nobody reads more faults of one file than this; the rest are cut.
    static let mostFaults = 200

    init(file: String, source: SourceText? = nil) {
        self.file = file
        self.source = source
    }

    /// Whether no more faults are taken, so that long loops may stop.
    var isFull: Bool { faults.count > Self.mostFaults }

    /// The line of the file that a place is on.
    func line(of place: Place) -> Int { source?.position(yamlLine: place.line, column: place.column).line ?? 1 }

    var hasErrors: Bool { faults.contains { $0.severity == .error } }

    func fault(at place: Place?, _ message: String, severity: Fault.Severity = .error) {
        guard let place, let source else { return fault(line: 1, column: 1, message, severity: severity) }
        guard !isFull else { return }
        let position = source.position(yamlLine: place.line, column: place.column)
        fault(line: position.line, column: position.column, message, severity: severity)
    }

    func fault(line: Int, column: Int, _ message: String, severity: Fault.Severity = .error) {
        guard !isFull else { return }
        let isLast = faults.count == Self.mostFaults
        faults.append(
            Fault(
                file: file, line: line, column: column, severity: severity,
                message: isLast ? "there are more faults than can be shown; fix those above first" : message))
    }

    /// Reads a mapping with `read`, then reports every key that `read` did not ask for.
    ///
    /// - Parameter what: The mapping in people's words, such as `a member`.
    func mapping<Value>(_ node: Node, _ what: String, _ read: (Fields) -> Value?) -> Value? {
        guard let mapping = node.mapping, isUntagged(node) else {
            if isUntagged(node, report: true) {
                fault(at: node.place, "\(what) must be keys and values, such as `name: …`, not \(node.description)")
            }
            return nil
        }
        let fields = Fields(mapping, at: node.place, what, on: self)
        let value = read(fields)
        fields.reportUnknownKeys()
        return value
    }

    /// Whether the value has no tag such as `!date`. Tags are not read.
    func isUntagged(_ node: Node, report: Bool = false) -> Bool {
        guard let tag = node.tag, !["str", "map", "seq"].contains(where: { tag == "tag:yaml.org,2002:\($0)" }) else {
            return true
        }
        if report { fault(at: node.place, "the tag `\(visible(tag))` is not supported here; remove it") }
        return false
    }
}
