import Council
import Foundation

extension Command {
    static let find = Command(
        "find", "TEXT", key: "/", label: "find", group: .screen, completes: [.text],
        help:
            "Goes to the next place of the text in the item's panes, or on the page; `>` and `<` go on, and Esc clears the marks.",
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
    /// Goes to the next place of a text in the panes of the item that is shown, or on the page in front.
    ///
    /// - Parameter text: Empty for what was looked for last.
    fileprivate mutating func find(_ text: String) {
        let isSame = text.isEmpty || text.lowercased() == lastWanted
        if !text.isEmpty { lastWanted = text.lowercased() }
        guard !lastWanted.isEmpty else {
            notice = Self.nothingWanted
            return
        }
        if var page = layers.last as? DocumentReader {
            notice = page.find(lastWanted, isSame: isSame, in: self)
            layers[layers.count - 1] = page
            return
        }
        if search == nil || !isSame { search = TextSearch(lastWanted) }
        findNext(1)
    }

    private static let nothingWanted = Notice("find what? `/` and a text", .refusal)

    /// Goes to the next place (1) or the one before (−1), past the last to the first.
    mutating func findNext(_ step: Int) {
        if search == nil, !lastWanted.isEmpty { search = TextSearch(lastWanted) }
        guard var wanted = search else {
            notice = Self.nothingWanted
            return
        }
        let places = Pane.all.filter { $0.cursor == nil }.flatMap { pane in
            wanted.places(in: pane.lines(self, width(of: pane)), of: pane)
        }
        // The first step begins in the pane with the focus, with what is in sight.
        let start = TextSearch.Place(pane: focus, line: (scroll[focus] ?? 0) - (step > 0 ? 1 : 0), letter: 0)
        guard let told = wanted.go(step, among: places, from: start) else {
            search = nil
            notice = Notice(Narrator.absence(of: wanted.wanted), .refusal)
            return
        }
        search = wanted
        if let place = wanted.place, let pane = place.pane {
            focus = pane
            show(line: place.line, in: pane)
        }
        notice = Notice("\(told); > next, < back, Esc clears")
    }

    /// Scrolls a pane so that a line is in sight, with some lines before it.
    private mutating func show(line: Int, in pane: Pane) {
        let visible = max(1, layout(with: pane).panes[pane].map { $0.rows - 1 } ?? metrics.visible[pane] ?? 10)
        let top = scroll[pane] ?? (pane.followsEnd ? metrics.lastTop(of: pane) : 0)
        rowCursor[pane] = pane.lines(self, width(of: pane)).rows.firstIndex { $0.lines.contains(line) }
        if metrics.layout?.panes[pane] == nil || !(top..<top + visible).contains(line) {
            scroll[pane] = max(0, line - visible / 3)
        }
    }

    /// The width of a pane's lines while it has the focus.
    private func width(of pane: Pane) -> Int {
        layout(with: pane).panes[pane].map { $0.columns - 2 } ?? metrics.width[pane] ?? size.columns - 2
    }

    private func layout(with focus: Pane) -> RoomLayout {
        RoomLayout(of: self, size: size, focus: focus) { pane, width in pane.lines(self, width).count }
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
        return lines.isEmpty ? [Self.absence(of: text)] : lines
    }

    fileprivate static func absence(of text: String) -> String { "“\(text)” does not stand in this item" }

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
