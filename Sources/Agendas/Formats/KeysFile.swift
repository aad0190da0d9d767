import Council

/// `keys.yaml`: a person's own keys, each with the command that it runs.
///
/// The caller knows the names of keys and commands, and reads them. Its refusals become faults.
public struct KeysFile<Key: Hashable & Sendable, Line: Sendable>: Sendable {
    /// In the order of the file.
    public let rows: [(key: Key, line: Line)]

    /// Reads the file.
    ///
    /// - Returns: Nil if there is no file.
    /// - Throws: Every fault of it; nothing is half-loaded.
    public static func load(
        _ path: String, key: (String) throws(Refusal) -> Key, line: (String) throws(Refusal) -> Line
    ) throws(Faults) -> KeysFile? {
        guard Shelf.exists(path) else { return nil }
        var reader = KeysReader<Key, Line>()
        let (sheet, _) = Shelf.sheet(path) { text, sheet in
            guard let root = YAMLReader.root(of: text, such: "\"Ctrl-T\": tally", on: sheet) else { return }
            reader.read(root, key: key, line: line, on: sheet)
        }
        guard !sheet.hasErrors else { throw Faults(sheet.faults) }
        return KeysFile(rows: reader.rows)
    }
}

/// The rows read so far, and where each key was met.
private struct KeysReader<Key: Hashable, Line> {
    private(set) var rows: [(key: Key, line: Line)] = []
    private var places: [Key: Place] = [:]

    mutating func read(
        _ root: Node, key: (String) throws(Refusal) -> Key, line: (String) throws(Refusal) -> Line, on sheet: Sheet
    ) {
        guard let mapping = root.mapping else {
            let right = "keys stand one to a line, such as `\"Ctrl-T\": tally`"
            sheet.fault(at: root.place, "\(right), not as \(root.description)")
            return
        }
        for (name, value) in mapping where !sheet.isFull {
            let key = read(name, "a key", on: sheet, key)
            if let key { checkFirst(key, at: name, on: sheet) }
            let line = read(value, "a key's command", on: sheet, line)
            if let key, let line { rows.append((key, line)) }
        }
    }

    /// Two rows for one key are a conflict, however the key is spelt.
    private mutating func checkFirst(_ key: Key, at name: Node, on sheet: Sheet) {
        if let earlier = places[key] {
            let shown = visible(name.scalar?.string ?? "")
            sheet.fault(at: name.place, "`\(shown)` already has a command on line \(sheet.line(of: earlier)); keep one")
        } else {
            places[key] = name.place
        }
    }

    private func read<Value>(
        _ node: Node, _ what: String, on sheet: Sheet, _ parse: (String) throws(Refusal) -> Value
    ) -> Value? {
        guard sheet.isUntagged(node, report: true) else { return nil }
        guard let scalar = node.scalar else {
            sheet.fault(at: node.place, "\(what) must be a word, not \(node.description)")
            return nil
        }
        do throws(Refusal) {
            return try parse(node.isNull ? "" : scalar.string)
        } catch {
            sheet.fault(at: node.place, visible(error.sentence, atMost: 300))
            return nil
        }
    }
}
