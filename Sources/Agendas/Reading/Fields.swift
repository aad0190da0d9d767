import Council

/// The keys and values of one mapping, read by name.
///
/// A key is known as soon as somebody asks for it, so a new key takes one new line in a format. The keys that nobody has
/// asked for in the end are reported, each with the known key nearest to it.
///
/// Readers return nil if nothing is given, and if the value is wrong; then the sheet has the fault.
final class Fields {
    let sheet: Sheet
    /// The mapping in people's words, such as `a member`.
    let what: String
    private let place: Place
    /// In the order of the file, each key once.
    private(set) var entries: [(name: String, key: Node, value: Node)] = []
    private var names: [String] = []
    /// Of those that come after the first few names.
    private var places: [String: Int] = [:]
    /// Names that are found fastest by looking at each.
    private static let few = 32
    private var known: [String] = []

    init(_ mapping: Node.Mapping, at place: Place, _ what: String, on sheet: Sheet) {
        self.sheet = sheet
        self.what = what
        self.place = place
        for (key, value) in mapping { add(key, value) }
    }

    private func add(_ key: Node, _ value: Node) {
        guard sheet.isUntagged(key, report: true) else { return }
        guard let scalar = key.scalar else {
            return sheet.fault(at: key.place, "a key must be a word, not \(key.description)")
        }
        let name = scalar.string
        if let earlier = entry(name) {
            let line = sheet.line(of: earlier.key.place)
            sheet.fault(at: key.place, "`\(visible(name))` is already here on line \(line); keep one of the two")
        } else {
            if names.count >= Self.few { places[name] = names.count }
            names.append(name)
            entries.append((name, key, value))
        }
    }

    private func entry(_ name: String) -> (name: String, key: Node, value: Node)? {
        let place = names.prefix(Self.few).firstIndex(of: name) ?? (names.count > Self.few ? places[name] : nil)
        return place.map { entries[$0] }
    }

    /// The value of a key; nil if the key is missing or has no value. The key is known from now on.
    func value(_ name: String) -> Node? {
        if !known.contains(name) { known.append(name) }
        guard let entry = entry(name), !entry.value.isNull else { return nil }
        return entry.value
    }

    /// Whether the key is there, with a value or without.
    func isPresent(_ name: String) -> Bool { entry(name) != nil }

    func isGiven(_ name: String) -> Bool { value(name) != nil }

    /// Reads a key that has to be there. A person might write `example` as its value.
    func required<Value>(_ name: String, _ example: String, _ read: (String) -> Value?) -> Value? {
        guard isGiven(name) else {
            let isThere = entry(name) != nil
            fault(name, "`\(name)` \(isThere ? "has no value" : "is missing"); write \(Self.sample(name, example))")
            return nil
        }
        return read(name)
    }

    /// Reports a fault at the value of a key; at the key if it has no value, and at the mapping if the key is missing.
    func fault(_ name: String, _ message: String, severity: Fault.Severity = .error) {
        let spot = entry(name).map { $0.value.isNull ? $0.key.place : $0.value.place }
        sheet.fault(at: spot ?? place, message, severity: severity)
    }

    /// Reports each of these keys that is given although it belongs elsewhere.
    func refuse(_ names: [String], _ reason: String) {
        for name in names where isGiven(name) {
            sheet.fault(at: entry(name)?.key.place, "`\(name)` \(reason)")
        }
    }

    /// Reports a fault at the mapping itself, because something is missing from it.
    func missing(_ message: String) { sheet.fault(at: place, message) }

    func reportUnknownKeys() {
        for entry in entries where !known.contains(entry.name) && !sheet.isFull {
            let shown = visible(entry.name)
            if entry.name == "<<" {
                sheet.fault(at: entry.key.place, "`<<` is not supported here; write the keys out")
            } else if let meant = nearest(to: String(entry.name.prefix(64)), among: known) {
                sheet.fault(at: entry.key.place, "unknown key `\(shown)`; did you mean `\(meant)`?")
            } else {
                let names = known.map { "`\($0)`" }
                sheet.fault(at: entry.key.place, "unknown key `\(shown)`; \(what) has \(listed(names))")
            }
        }
    }

    private static func sample(_ name: String, _ example: String) -> String { "`\(name): \(example)`" }
}
