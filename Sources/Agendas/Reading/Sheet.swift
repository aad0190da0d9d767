import Council
import Yams

/// One file while it is being read: where its values are, and the faults met so far.
final class Sheet {
    /// The path as the person should see it.
    let file: String
    private(set) var faults: [Fault] = []
    private let source: SourceText?

    /// What more than this many faults would say has been said; the rest is cut.
    static let mostFaults = 200

    init(file: String, source: SourceText? = nil) {
        self.file = file
        self.source = source
    }

    /// Whether no more faults are taken; long loops may stop.
    var isFull: Bool { faults.count > Self.mostFaults }

    /// The line of the file on which this is.
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
                message: isLast ? "there are more faults than can be shown; mend those above first" : message))
    }

    /// Reads a mapping with `read`, then reports every key that `read` did not ask for.
    ///
    /// - Parameters:
    ///   - what: what the mapping is, for people: `a member`, `the chair`.
    func mapping<Value>(_ node: Node, _ what: String, _ read: (Fields) -> Value?) -> Value? {
        guard case .mapping(let mapping) = node, isUntagged(node) else {
            if isUntagged(node, report: true) {
                fault(at: node.place, "\(what) must be keys and values, such as `name: …`, not \(described(node))")
            }
            return nil
        }
        let fields = Fields(mapping, what, on: self)
        let value = read(fields)
        fields.reportUnknownKeys()
        return value
    }

    /// Whether the value is without a tag such as `!date`; those are not read.
    func isUntagged(_ node: Node, report: Bool = false) -> Bool {
        let tag = node.tag.rawValue
        if ["tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"].contains(tag) { return true }
        if report { fault(at: node.place, "the tag `\(visible(tag))` is not read here; remove it") }
        return false
    }
}

/// What a value is, in a message: `a list`, `the text 12`.
func described(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar):
        isNull(node) ? "nothing" : "`\(visible(scalar.string))`"
    case .mapping: "keys and values"
    case .sequence: "a list"
    case .alias: "an alias"
    }
}

/// Whether nothing is given: `key:`, `key: ~` or `key: null`.
func isNull(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
}
