/// Lines added to a file at one place. All bytes that were there stay, in their order.
struct ListEdit {
    let before: [UInt8]
    let after: [UInt8]
    /// The lines that are new or changed, and the number of the first of them.
    let lines: [String]
    let firstLine: Int
    /// The line as it was, if one was added to; nil if there are new lines only.
    let oldLine: String?

    /// - Parameter entries: At least one.
    init(adding entries: [YAMLEntry], at end: ListEnd, in bytes: [UInt8]) {
        let (text, newLines) = Self.text(of: entries, at: end)
        before = bytes
        after = Array(bytes[..<end.offset]) + Array(text.utf8) + Array(bytes[end.offset...])
        let place = bytes[..<end.offset].count { $0 == UInt8(ascii: "\n") } + 1
        if case .block(_, let isAtLineEnd) = end.style {
            (lines, firstLine, oldLine) = (newLines, isAtLineEnd ? place + 1 : place, nil)
        } else {
            let all = Self.lines(after)
            (lines, firstLine) = (Array(all[(place - 1)..<min(all.count, place + newLines.count - 1)]), place)
            oldLine = Self.lines(bytes)[place - 1]
        }
    }

    /// Begins a list under a key of the outermost mapping.
    init(adding entry: YAMLEntry, under key: String, at end: KeyEnd, in bytes: [UInt8]) {
        let indent = String(repeating: " ", count: end.column)
        lines = (end.isThere ? [] : ["\(indent)\(key):"]) + entry.lines(column: end.column + 2)
        let text =
            end.isAtLineEnd
            ? end.lineEnd + lines.joined(separator: end.lineEnd) : lines.map { $0 + end.lineEnd }.joined()
        before = bytes
        after = Array(bytes[..<end.offset]) + Array(text.utf8) + Array(bytes[end.offset...])
        firstLine = bytes[..<end.offset].count { $0 == UInt8(ascii: "\n") } + (end.isAtLineEnd ? 2 : 1)
        oldLine = nil
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            String(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self)
        }
    }

    /// What is put in, and the lines that it makes or changes.
    private static func text(of entries: [YAMLEntry], at end: ListEnd) -> (text: String, lines: [String]) {
        switch end.style {
        case .block(let column, let isAtLineEnd):
            let lines = entries.flatMap { $0.lines(column: column) }
            return isAtLineEnd
                ? (end.lineEnd + lines.joined(separator: end.lineEnd), lines)
                : (lines.map { $0 + end.lineEnd }.joined(), lines)
        case .flow(let isEmpty, let column):
            if isEmpty, entries.contains(where: { $0.comment != nil }) {
                // Brackets of their own, for what is said above each entry.
                let indent = end.lineEnd + "  "
                let parts = entries.map { entry in
                    (entry.comment.map { "\(indent)# \(YAMLText.comment($0))" } ?? "") + indent + entry.flow
                }
                let count = entries.count { $0.comment != nil } + entries.count + 2
                return (parts.joined(separator: ",") + indent, [String](repeating: "", count: count))
            }
            guard let column else {
                return ((isEmpty ? "" : ", ") + entries.map(\.flow).joined(separator: ", "), [""])
            }
            let indent = end.lineEnd + String(repeating: " ", count: column)
            let parts = entries.flatMap { entry in
                "," + (entry.comment.map { "\(indent)# \(YAMLText.comment($0))" } ?? "") + indent + entry.flow
            }
            let count = entries.count { $0.comment != nil } + entries.count + 1
            return (String(parts), [String](repeating: "", count: count))
        }
    }
}
