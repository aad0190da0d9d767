import Council

/// Changes to a Markdown file with front matter. Each touches its own span, and all other bytes stay.
struct FrontMatterEdit: Equatable {
    private(set) var bytes: [UInt8]

    /// Why a program can't make a change.
    struct Obstacle: Error, Equatable {
        let sentence: String
    }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    // MARK: Keys

    /// Gives a key a value, by the way to it: `["cost", "build"]` is the key `build` of the mapping under `cost`.
    ///
    /// - Parameter yaml: The value on one line.
    mutating func set(_ way: [String], to yaml: String) throws(Obstacle) {
        guard let key = way.last else { return }
        var span = try root()
        for (depth, name) in way.dropLast().enumerated() {
            guard let inner = span.value(of: name), inner.kind == .mapping else {
                // The mapping itself is not there yet.
                let braces = way[(depth + 1)...].reversed().reduce(yaml) { "{ \($1): \($0) }" }
                return try set(Array(way[...depth]), to: braces)
            }
            span = inner
        }
        if let value = span.value(of: key) {
            if value.hasComment(in: bytes) {
                throw Obstacle(sentence: "a comment within `\(key)` would be lost; change it by hand")
            }
            // A block may begin in the first column, and no value on one line may.
            let isAtLineStart = value.range.lowerBound == 0 || bytes[value.range.lowerBound - 1] == UInt8(ascii: "\n")
            return replace(value.range, by: (value.isNull || isAtLineStart ? " " : "") + yaml)
        }
        try add("\(key): \(yaml)", to: span)
    }

    /// Adds an entry at the end of the list under a key of the outermost mapping.
    ///
    /// - Parameter entry: The entry on one line.
    mutating func append(_ entry: String, to key: String) throws(Obstacle) {
        let keys = try root()
        let list = keys.value(of: key)
        guard let list, !list.isNull else {
            guard list == nil, !keys.isFlow else { return try set([key], to: "[\(entry)]") }
            return try add("\(key):\(lineEnd)  - \(entry)", to: keys)
        }
        let yaml = try part()
        let end: ListEnd?
        do throws(SyntaxProblem) {
            end = try ListEnd(of: key, in: Array(bytes[yaml]))
        } catch {
            throw Obstacle(sentence: error.message)
        }
        guard let end else { throw Obstacle(sentence: "its `\(key)` is not a list; change it by hand") }
        let place = yaml.lowerBound + end.offset
        replace(place..<place, by: end.text(of: entry))
    }

    /// Adds a key at the end of a mapping.
    private mutating func add(_ line: String, to mapping: YAMLSpan) throws(Obstacle) {
        guard mapping.kind == .mapping else {
            throw Obstacle(sentence: "its front matter is not made of keys and values; change it by hand")
        }
        if mapping.isFlow {
            let place = mapping.entries.last?.value.range.upperBound ?? mapping.range.lowerBound + 1
            return replace(place..<place, by: mapping.entries.isEmpty ? " \(line) " : ", \(line)")
        }
        guard let first = mapping.entries.first else { return }
        let start = lineStart(of: first.key.range.lowerBound)
        let indent = String(decoding: bytes[start..<first.key.range.lowerBound], as: UTF8.self)
        // In a list, a dash stands before the first key.
        let column = String(indent.map { $0 == "\t" ? "\t" : " " })
        let place = lineEnd(after: mapping.range.upperBound)
        replace(place..<place, by: column + line + lineEnd)
    }

    // MARK: Sections

    /// Replaces what a section says, without the blank lines around it; adds the section at the end if there is none.
    mutating func setSection(_ heading: String, to text: String, in proposal: Proposal) throws(Obstacle) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: lineEnd)
        guard let place = proposal.sectionRange(heading) else {
            let last = bytes.last.map { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? true
            let gap = last ? "" : lineEnd
            return replace(
                bytes.count..<bytes.count, by: "\(gap)\(lineEnd)## \(heading)\(lineEnd)\(lineEnd)\(lines)\(lineEnd)")
        }
        let body = lineEnd(after: try part().upperBound)
        let start = offset(of: place.lowerBound, in: proposal.body, from: body)
        let old = start..<offset(of: place.upperBound, in: proposal.body, from: body)
        let isBlank: (UInt8) -> Bool = { " \t\r\n".utf8.contains($0) }
        guard let first = bytes[old].firstIndex(where: { !isBlank($0) }),
            let last = bytes[old].lastIndex(where: { !isBlank($0) })
        else {
            let isAtLineStart = start == 0 || bytes[start - 1] == UInt8(ascii: "\n")
            return replace(
                start..<start, by: (isAtLineStart ? "" : lineEnd) + lineEnd + lines + lineEnd)
        }
        replace(first..<(last + 1), by: lines)
    }

    /// The byte at which a line of the body begins.
    private func offset(of index: String.Index, in body: String, from start: Int) -> Int {
        guard index < body.endIndex else { return bytes.count }
        let lines = body.utf8[..<index].count { $0 == UInt8(ascii: "\n") }
        return (0..<lines).reduce(start) { place, _ in lineEnd(after: place) }
    }

    // MARK: Bytes

    private mutating func replace(_ range: Range<Int>, by text: String) {
        bytes.replaceSubrange(range, with: text.utf8)
    }

    private func root() throws(Obstacle) -> YAMLSpan {
        let yaml = try part()
        do throws(YAMLObstacle) {
            return try YAMLSpan(bytes, in: yaml)
        } catch {
            switch error {
            case .syntax(let problem): throw Obstacle(sentence: problem.message)
            case .anchor:
                throw Obstacle(
                    sentence:
                        "its front matter uses anchors (`&` and `*`), so a change in one place may be one in "
                        + "another; change it by hand")
            case .empty: throw Obstacle(sentence: "its front matter has no keys")
            }
        }
    }

    /// The bytes between the two lines `---`.
    private func part() throws(Obstacle) -> Range<Int> {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let start = bytes.starts(with: mark) ? mark.count : 0
        guard isFence(start) else { throw Obstacle(sentence: "it has no front matter") }
        let first = lineEnd(after: start)
        var place = first
        while place < bytes.count {
            if isFence(place) { return first..<place }
            place = lineEnd(after: place)
        }
        throw Obstacle(sentence: "its front matter has no end")
    }

    private func isFence(_ place: Int) -> Bool {
        let line = bytes[place..<lineEnd(after: place)]
        return line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy { " \t\r\n".utf8.contains($0) }
    }

    /// Behind the end of the line on which a place is. A carriage return alone ends a line too.
    private func lineEnd(after place: Int) -> Int {
        guard let end = bytes[place...].firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
        else { return bytes.count }
        let isPair = bytes[end] == UInt8(ascii: "\r") && end + 1 < bytes.count && bytes[end + 1] == UInt8(ascii: "\n")
        return end + (isPair ? 2 : 1)
    }

    private func lineStart(of place: Int) -> Int {
        bytes[..<place].lastIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.map { $0 + 1 } ?? 0
    }

    /// As the file ends its first line.
    private var lineEnd: String {
        let end = lineEnd(after: 0)
        guard end > 0 else { return "\n" }
        if bytes[end - 1] == UInt8(ascii: "\r") { return "\r" }
        return end > 1 && bytes[end - 2] == UInt8(ascii: "\r") ? "\r\n" : "\n"
    }
}

extension ListEnd {
    /// What is put in for an entry on one line.
    fileprivate func text(of entry: String) -> String {
        switch style {
        case .block(let column, let isAtLineEnd):
            let line = String(repeating: " ", count: column) + "- " + entry
            return isAtLineEnd ? lineEnd + line : line + lineEnd
        case .flow(let isEmpty, let column):
            guard let column else { return (isEmpty ? "" : ", ") + entry }
            return "," + lineEnd + String(repeating: " ", count: column) + entry
        }
    }
}
