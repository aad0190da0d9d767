import Council
import Screen

/// What a meeting decided, for the subject of its summary: `Approved: fraud rings, 2 hires; prep time sent back`.
///
/// It names the items, the most important verdict first, in as many words as the line has room for.
struct SubjectLine {
    /// A verdict, and the items that it was given to.
    struct Group: Equatable {
        /// `approved`.
        let verdict: String
        let names: [Name]
        /// How many people the council will hire, beside the items that are named.
        var hires = 0
        /// Whether it may be left out if there is no room.
        var isMinor = false
    }

    /// What an item is called.
    struct Name: Equatable, ExpressibleByStringLiteral {
        let title: String
        /// What no lack of room may take away: `conditional`.
        var mark: String?

        init(_ title: String, mark: String? = nil) { (self.title, self.mark) = (title, mark) }
        init(stringLiteral title: String) { self.init(title) }

        func shortened(to letters: Int) -> String {
            title.shortened(to: letters) + (mark.map { " (\($0))" } ?? "")
        }
    }

    let prefix: String
    let groups: [Group]
    /// `(revision 2)`, `(not closed)`.
    let suffix: String

    /// As many columns as a list of mails shows.
    static let columns = 78
    /// As many as a line may have so that less is counted and more is named.
    static let mostColumns = 90

    /// The longest line that has room; if none has, one with short names or else with fewer of them.
    var text: String {
        let major = groups.filter { !$0.isMinor }
        let kept = major.isEmpty ? groups : major
        let count = kept.reduce(0) { $0 + $1.names.count }
        let whole = [groups, kept].flatMap { groups in [60, 44, 36, 30, 26, 22, 18].map { (groups, $0, Int.max) } }
        let counting = stride(from: count - 1, through: 0, by: -1).flatMap { named in
            [30, 26, 22, 18].map { (kept, $0, named) }
        }
        let tries =
            whole.map { ($0, Self.columns) } + whole.map { ($0, Self.mostColumns) }
            + counting.map { ($0, Self.mostColumns) }
        var last = ""
        for ((groups, letters, named), columns) in tries {
            // Two items that would be called the same are told apart by more words, or counted.
            let names = groups.flatMap(\.names).prefix(named).map { $0.shortened(to: letters) }
            guard Set(names).count == names.count else { continue }
            last = line(groups, letters: letters, naming: named)
            if TextWidth.of(last) <= columns { break }
        }
        return last
    }

    private func line(_ groups: [Group], letters: Int, naming: Int) -> String {
        var left = naming
        let parts = groups.enumerated().map { place, group in
            let named = group.names.prefix(left).map { $0.shortened(to: letters) }
            left -= named.count
            return Self.part(group, named: named, isFirst: place == 0)
        }
        return [prefix, parts.joined(separator: "; "), suffix].filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// `Approved: fraud rings, 2 hires`; after the first, `prep time sent back`.
    private static func part(_ group: Group, named: [String], isFirst: Bool) -> String {
        let rest = group.names.count - named.count
        let hires = group.hires == 0 ? [] : [counted(group.hires, "hire")]
        if named.isEmpty, rest > 0 {
            return ([isFirst ? "\(group.verdict.capitalizedFirst): \(rest)" : "\(rest) \(group.verdict)"] + hires)
                .joined(separator: ", ")
        }
        let all = named + hires + (rest > 0 ? ["\(rest) more"] : [])
        return isFirst
            ? "\(group.verdict.capitalizedFirst): \(all.joined(separator: ", "))"
            : "\(all.joined(separator: ", ")) \(group.verdict)"
    }
}

extension String {
    /// A title in few words: what stands before a colon or comma, without the article, as many words as there is room for.
    func shortened(to letters: Int) -> String {
        var title = Substring(onOneLine)
        guard title.count > letters else { return String(title) }
        if let end = title.firstIndex(where: { ":,;(–—".contains($0) }), title[..<end].contains(" ") {
            title = title[..<end]
        }
        var words = title.split(separator: " ")
        if words.count > 1, let first = words.first, ["a", "an", "the"].contains(first.lowercased()) {
            words.removeFirst()
        }
        while words.count > 1, words.joined(separator: " ").count > letters { words.removeLast() }
        // A name does not end with a word that asks for another.
        while words.count > 1, let last = words.last, Self.joints.contains(last.lowercased()) { words.removeLast() }
        let short = words.joined(separator: " ")
        return first?.isUppercase == true ? short.capitalizedFirst : short
    }

    private static let joints: Set<String> = [
        "a", "an", "the", "and", "or", "&", "of", "for", "by", "to", "in", "on", "at", "with", "from", "that", "after",
        "before", "under", "over", "than", "as", "into", "per", "–", "-", "no", "every", "all", "its", "our",
    ]
}
