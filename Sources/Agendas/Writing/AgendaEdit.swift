import Council

/// Items added at the end of an agenda's file. All bytes that were there stay, in their order.
public struct AgendaEdit: Equatable, Sendable {
    public let before: [UInt8]
    public let after: [UInt8]
    /// The lines that are new or changed, and the number of the first of them.
    public let lines: [String]
    public let firstLine: Int
    /// The line as it was, if one was added to; nil if there are new lines only.
    public let oldLine: String?

    /// Why items can't be added by a program.
    public struct Obstacle: Error, Equatable, Sendable {
        public let sentence: String
    }

    /// - Parameter items: At least one.
    public init(adding items: [AgendaPlan.Item], to bytes: [UInt8]) throws(Obstacle) {
        let end: ListEnd?
        do throws(SyntaxProblem) {
            end = try ListEnd(of: "items", in: bytes)
        } catch {
            throw Obstacle(sentence: error.message)
        }
        guard let end else {
            throw Obstacle(sentence: "its `items` are no list that ends in a place of its own: add these lines by hand")
        }
        let (text, newLines) = Self.text(of: items, at: end)
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

    private static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            String(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self)
        }
    }

    /// What is put in, and the lines that it makes or changes.
    private static func text(of items: [AgendaPlan.Item], at end: ListEnd) -> (text: String, lines: [String]) {
        switch end.style {
        case .block(let column, let isAtLineEnd):
            let lines = items.flatMap { AgendaText.block(of: $0, column: column) }
            return isAtLineEnd
                ? (end.lineEnd + lines.joined(separator: end.lineEnd), lines)
                : (lines.map { $0 + end.lineEnd }.joined(), lines)
        case .flow(let isEmpty, let column):
            let flows = items.map { AgendaText.flow($0.item) }
            guard let column else {
                return ((isEmpty ? "" : ", ") + flows.joined(separator: ", "), [""])
            }
            let indent = end.lineEnd + String(repeating: " ", count: column)
            let comments = items.map { indent + "# " + YAMLText.comment($0.why) }
            let text = zip(comments, flows).map { "," + $0 + indent + $1 }.joined()
            return (text, [String](repeating: "", count: 2 * items.count + 1))
        }
    }
}

extension AgendaFolder {
    /// Whether an agenda's text could stand in the folder: the agenda it says.
    ///
    /// - Throws: Its errors, as `check` would find them.
    public func agenda(in bytes: [UInt8], of date: CalendarDay) throws(Faults) -> Agenda {
        try Shelf(folder: agendas).agenda("\(date).yaml", saying: bytes)
    }
}
