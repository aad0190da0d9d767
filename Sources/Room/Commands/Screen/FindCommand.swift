import Council
import Foundation

extension Command {
    static let find = Command(
        "find", "TEXT", key: "/", label: "find", group: .screen, completes: [.text],
        help:
            "Goes to the next place where the text stands in the pane or page; without a text, to the next one after it.",
        onKey: .opens { _ in CommandEntry("", prompt: .find) }
    ) { words, _ in
        let text = words.remainder()
        return .screen { room in
            room.find(text)
            return []
        } console: {
            $0.lines(with: text)
        }
    }
}

extension Model {
    /// Scrolls the pane to the next row with the text.
    fileprivate mutating func find(_ text: String) {
        let isSame = text.isEmpty || text.lowercased() == wanted
        if !text.isEmpty { wanted = text.lowercased() }
        guard !wanted.isEmpty else {
            notice = Notice("find what? `/` and a text", .refusal)
            return
        }
        if var page = layers.last as? DocumentReader {
            notice = page.find(wanted, isSame: isSame, in: self)
            layers[layers.count - 1] = page
            return
        }
        let rows = rows(with: wanted, in: focus)
        guard let first = rows.first else {
            notice = Notice("“\(wanted)” does not stand in the \(focus.name) pane", .refusal)
            return
        }
        let top = scroll[focus] ?? -1
        let next = isSame ? rows.first { $0 > top } ?? first : first
        scroll[focus] = min(next, metrics.lastTop(of: focus))
        let place = (rows.firstIndex(of: next) ?? 0) + 1
        notice = Notice("“\(wanted)”: \(place) of \(rows.count); / Enter goes to the next")
    }

    /// The rows of a pane with a text, by the same lines that the pane draws.
    private func rows(with text: String, in pane: Pane) -> [Int] {
        guard pane.cursor == nil, let width = metrics.width[pane] else { return [] }
        let lines = pane.lines(self, width)
        return lines.indices.filter { lines[$0].text.lowercased().contains(text) }
    }
}

extension Narrator {
    /// Lines of the item's proposal and notes with a text.
    fileprivate func lines(with text: String) -> [String] {
        let wanted = Self.searched(text)
        guard wanted.count > 1 else { return ["find what? `find TEXT`"] }
        let lines = (proposalText.flatMap { $0.lines.map(String.init) } + notes)
            // Compared by characters, a long text in a long line would take minutes.
            .filter { strstr(Self.searched($0), wanted) != nil }
        return lines.isEmpty ? ["“\(text)” does not stand in this item"] : lines
    }

    /// A text as it is compared: in lower case, and each accented letter as one if Unicode has it as one.
    ///
    /// It ends with a zero, and has no other.
    private static func searched(_ text: String) -> [CChar] {
        let small = text.lowercased()
        let isASCII = small.utf8.allSatisfy { $0 < 0x80 }
        let composed = isASCII ? small : small.precomposedStringWithCanonicalMapping
        return composed.utf8.map { $0 == 0 ? 1 : CChar(bitPattern: $0) } + [0]
    }
}
