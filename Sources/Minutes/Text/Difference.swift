/// What differs between two texts.
enum Difference {
    /// Two texts without what they share at either end, a few words of it left to find the place by.
    ///
    /// Short texts stay whole. Nothing that changed is ever left out.
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
