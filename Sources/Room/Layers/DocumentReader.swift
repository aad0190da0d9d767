import Council
import Screen

/// What is written on close, to be read before it goes out; or what somebody changed in it by hand, and what to do.
struct DocumentReader: Layer {
    enum Purpose: Equatable, Sendable {
        case reading
        /// Files that were edited by hand: a person chooses what becomes of them.
        case differing
    }

    private let pages: [DocumentPage]
    private let purpose: Purpose
    private var shown = 0
    private var top = 0

    /// - Parameter earlier: the reader that was open before; its page stays open.
    init(_ pages: [DocumentPage], as purpose: Purpose, after earlier: DocumentReader? = nil) {
        self.pages = pages
        self.purpose = purpose
        if let earlier, earlier.purpose == purpose, let page = pages.firstIndex(where: { $0.name == earlier.page.name })
        {
            shown = page
            top = earlier.top
        }
    }

    private var page: DocumentPage { pages[shown] }

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Answer] {
        switch key {
        case .escape, .character("q"): return [.close]
        case .tab, .right, .character("l"): turn(by: 1)
        case .backTab, .left, .character("h"): turn(by: pages.count - 1)
        case .down, .character("j"): top += 1
        case .up: top -= 1
        case .character("k") where purpose == .reading: top -= 1
        case .pageDown, .character(" "): top += max(1, room.size.rows / 2)
        case .pageUp: top -= max(1, room.size.rows / 2)
        case .home: top = 0
        case .end: top = page.lines.count - 1
        case .character("e") where purpose == .reading: return [.run("edit \(page.name)")]
        case .character("k"): return [.close, .run("publish keep")]
        case .character("r") where purpose == .differing: return [.close, .run("publish replace")]
        default: break
        }
        top = min(max(0, top), max(0, page.lines.count - 1))
        return []
    }

    private mutating func turn(by pages: Int) {
        shown = (shown + pages) % self.pages.count
        top = 0
    }

    func hints(in room: Model) -> [Hint] {
        let turning = pages.count > 1 ? [Hint("Tab", "next page")] : []
        switch purpose {
        case .reading: return [Hint("j k", "scroll")] + turning + [Hint("e", "edit"), Hint("Esc", "leave")]
        case .differing:
            return [Hint("k", "keep the edits"), Hint("r", "replace them")] + turning + [
                Hint("Esc", "leave as they are")
            ]
        }
    }

    func wantedSize(in room: Model) -> Size {
        Size(rows: room.size.rows, columns: room.dialogColumns(100))
    }

    /// The lines from the top on, as many as fit, and how many of the page they are; a page may have thousands.
    private func lines(width: Int, rows: Int) -> (lines: [Line], taken: Int) {
        var lines: [Line] = []
        var taken = 0
        for line in page.lines.dropFirst(top) {
            let wrapped =
                switch line {
                case .text(let text): Line.wrap(text, Style(.text, on: .dialog), width: width)
                case .added(let text): Line.wrap("+ " + text, Style(.added, on: .dialog), width: width, restIndent: 2)
                case .removed(let text):
                    Line.wrap("- " + text, Style(.removed, on: .dialog), width: width, restIndent: 2)
                }
            lines += wrapped.isEmpty ? [Line()] : wrapped
            if lines.count > rows { break }
            taken += 1
        }
        return (Array(lines.prefix(rows)), taken)
    }

    func draw(_ canvas: inout Canvas, in room: Model) {
        let place = pages.count > 1 ? " (\(shown + 1) of \(pages.count))" : ""
        canvas.frame(purpose == .reading ? "\(page.name)\(place)" : "\(page.name) was edited by hand\(place)")
        let (lines, taken) = lines(width: canvas.columns - 4, rows: max(1, canvas.rows - 2))
        for (offset, line) in lines.enumerated() {
            canvas.put(line, row: 1 + offset, column: 2, width: canvas.columns - 4)
        }
        let more = page.lines.count - top - taken
        guard more > 0 else { return }
        canvas.put(
            " PgDn: \(counted(more, "line")) more ", row: canvas.rows - 1, column: 2, style: Style(.key, on: .dialog))
    }
}
