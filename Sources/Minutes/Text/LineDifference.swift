/// Two texts compared line by line, for people to read: `-` marks the old lines, `+` the new ones.
public struct LineDifference: Equatable, Sendable {
    public enum Line: Equatable, Sendable {
        case same(String)
        case removed(String)
        case added(String)
        /// A number of lines that both texts have.
        case skipped(Int)
    }

    public let lines: [Line]

    /// - Parameter context: The number of equal lines shown around a change.
    public init(from old: String, to new: String, context: Int = 2) {
        let (old, new) = (Self.lines(of: old), Self.lines(of: new))
        let head = zip(old, new).prefix { $0 == $1 }.count
        let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        let (oldMiddle, newMiddle) = (old[head..<(old.count - tail)], new[head..<(new.count - tail)])
        let all =
            old[..<head].map { Line.same($0) } + Self.compared(Array(oldMiddle), Array(newMiddle))
            + new[(new.count - tail)...].map { .same($0) }
        lines = Self.folded(all, context: context)
    }

    /// The lines as they are printed: `- was`, `+ is`, `  same`.
    public var text: [String] {
        lines.map { line in
            switch line {
            case .same(let text): "  \(text)"
            case .removed(let text): "- \(text)"
            case .added(let text): "+ \(text)"
            case .skipped(let count): "  … \(count) the same"
            }
        }
    }

    /// Texts that differ in more lines than this are shown one after the other, because a closer comparison takes
    /// quadratic time.
    private static let mostCompared = 4000

    private static func compared(_ old: [String], _ new: [String]) -> [Line] {
        guard old.count + new.count <= mostCompared else {
            return old.map { .removed($0) } + new.map { .added($0) }
        }
        let difference = new.difference(from: old)
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var lines: [Line] = []
        var (left, right) = (0, 0)
        while left < old.count || right < new.count {
            if left < old.count, removed.contains(left) {
                lines.append(.removed(old[left]))
                left += 1
            } else if right < new.count, added.contains(right) {
                lines.append(.added(new[right]))
                right += 1
            } else {
                if left < old.count { lines.append(.same(old[left])) }
                (left, right) = (left + 1, right + 1)
            }
        }
        return lines
    }

    private static func folded(_ lines: [Line], context: Int) -> [Line] {
        var folded: [Line] = []
        var same: [Line] = []
        var isFirst = true
        func flush(isLast: Bool) {
            let before = isFirst ? 0 : context
            let after = isLast ? 0 : context
            if same.count > before + after + 1 {
                folded += same.prefix(before)
                folded.append(.skipped(same.count - before - after))
                folded += same.suffix(after)
            } else {
                folded += same
            }
            same = []
        }
        for line in lines {
            if case .same = line {
                same.append(line)
            } else {
                flush(isLast: false)
                folded.append(line)
                isFirst = false
            }
        }
        flush(isLast: true)
        return folded
    }

    private static func lines(of text: String) -> [String] {
        text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}

/// The difference between two texts, word by word.
enum Difference {
    /// Two texts without the words that they share at either end, except a few that show the place.
    ///
    /// Short texts stay whole. No change is ever left out.
    static func shortened(_ before: String, _ after: String) -> (before: String, after: String) {
        guard before.utf8.count + after.utf8.count > 160 else { return (before, after) }
        let old = before.split(separator: " ")
        let new = after.split(separator: " ")
        let head = zip(old, new).prefix { $0 == $1 }.count
        let room = min(old.count, new.count) - head
        let tail = zip(old.reversed(), new.reversed()).prefix(room).prefix { $0 == $1 }.count
        return (cut(old, head: head, tail: tail), cut(new, head: head, tail: tail))
    }

    private static let context = 4

    private static func cut(_ words: [Substring], head: Int, tail: Int) -> String {
        let start = max(0, head - context)
        let end = min(words.count, words.count - tail + context)
        guard start < end else { return "" }
        let kept = words[start..<end].joined(separator: " ")
        return (start > 0 ? "… " : "") + kept + (end < words.count ? " …" : "")
    }
}
