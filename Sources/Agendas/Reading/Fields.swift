import Council
import Yams

/// The keys and values of one mapping, read by name.
///
/// A key is known because somebody asks for it, so a new key is one new line in a format. What nobody has asked
/// for when the reading is done is reported with the known key nearest to it.
///
/// Readers return nil where nothing is given, and where what is given is wrong; the fault is then on the sheet.
final class Fields {
    let sheet: Sheet
    /// What the mapping is, for people.
    let what: String
    private let place: Place?
    private var entries: [(name: String, key: Node, value: Node)] = []
    private var places: [String: Int] = [:]
    private var known: [String] = []

    init(_ mapping: Node.Mapping, _ what: String, on sheet: Sheet) {
        self.sheet = sheet
        self.what = what
        place = mapping.mark.map { Place($0) }
        for (key, value) in mapping { add(key, value) }
    }

    private func add(_ key: Node, _ value: Node) {
        guard sheet.isUntagged(key, report: true) else { return }
        guard case .scalar(let scalar) = key else {
            return sheet.fault(at: key.place, "a key must be a word, not \(described(key))")
        }
        let name = DuplicateKeys.original(of: scalar.string)
        if let earlier = entry(name) {
            let line = earlier.key.place.map { " on line \(sheet.line(of: $0))" } ?? ""
            sheet.fault(at: key.place, "`\(visible(name))` is here already\(line); keep one of the two")
        } else {
            places[name] = entries.count
            entries.append((name, key, value))
        }
    }

    private func entry(_ name: String) -> (name: String, key: Node, value: Node)? { places[name].map { entries[$0] } }

    /// The value of a key, nil where there is none or nothing is given; the key is known from now on.
    func value(_ name: String) -> Node? {
        if !known.contains(name) { known.append(name) }
        guard let entry = entry(name), !isNull(entry.value) else { return nil }
        return entry.value
    }

    func isGiven(_ name: String) -> Bool { value(name) != nil }

    /// Reads a key that has to be there; `example` is what a person might write.
    func required<Value>(_ name: String, _ example: String, _ read: (String) -> Value?) -> Value? {
        guard isGiven(name) else {
            let isThere = entry(name) != nil
            fault(name, "`\(name)` \(isThere ? "has no value" : "is missing"); write \(Self.sample(name, example))")
            return nil
        }
        return read(name)
    }

    /// A fault at the value of a key; at the key where the value is nothing, at the mapping where there is no key.
    func fault(_ name: String, _ message: String, severity: Fault.Severity = .error) {
        let spot = entry(name).map { isNull($0.value) ? $0.key.place : $0.value.place }
        sheet.fault(at: spot ?? place, message, severity: severity)
    }

    /// A fault at each of these keys that is given although it belongs elsewhere.
    func refuse(_ names: [String], _ reason: String) {
        for name in names where isGiven(name) {
            sheet.fault(at: entry(name)?.key.place, "`\(name)` \(reason)")
        }
    }

    /// A fault at the mapping itself, because something is not in it.
    func missing(_ message: String) { sheet.fault(at: place, message) }

    func reportUnknownKeys() {
        for entry in entries where !known.contains(entry.name) && !sheet.isFull {
            let shown = visible(entry.name)
            if entry.name == "<<" {
                sheet.fault(at: entry.key.place, "`<<` is not read here; write the keys out")
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
