/// The place in a YAML text where a list can be begun under a key that has no value, or that is not there yet.
struct KeyEnd {
    /// Bytes of the file before the place.
    let offset: Int
    /// Of the keys, counted from 0.
    let column: Int
    /// Whether the key is there.
    let isThere: Bool
    /// Whether the line before the place has no end of its own.
    let isAtLineEnd: Bool
    /// As the file ends its lines.
    let lineEnd: String

    /// Nil if the key has a value, or if its mapping stands in braces.
    init?(of key: String, in bytes: [UInt8]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        lineEnd = lines.count > 1 && lines[0].last == UInt8(ascii: "\r") ? "\r\n" : "\n"
        guard let source = try? SourceText(bytes: bytes),
            let root = YAMLReader.root(of: source.text, such: "", on: Sheet(file: ""))
        else {
            // What has no keys may have comments.
            let isCommented = lines.allSatisfy { line in
                let first = line.first { ![0x20, 0x09, 0x0D].contains($0) }
                return first == nil || first == UInt8(ascii: "#")
            }
            guard isCommented else { return nil }
            (offset, column, isThere) = (bytes.count, 0, false)
            isAtLineEnd = bytes.last.map { $0 != UInt8(ascii: "\n") } ?? false
            return
        }
        guard let first = root.firstKey, first == root.place else { return nil }
        column = first.column - 1
        let entry = root.entry(key)
        isThere = entry != nil
        if let entry {
            guard let scalar = entry.value.scalar, scalar.isPlain, scalar.string.isEmpty else { return nil }
            let last = min(source.position(yamlLine: entry.key.place.line, column: 1).line, lines.count)
            let length = lines.prefix(last).reduce(0) { $0 + $1.count + 1 }
            offset = min(length, bytes.count)
        } else {
            offset = bytes.count
        }
        isAtLineEnd = offset > 0 && bytes[offset - 1] != UInt8(ascii: "\n")
    }
}
