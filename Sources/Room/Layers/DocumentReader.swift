import Council
import Screen

/// Shows the documents that are written on close before they go out, or the changes that somebody made by hand, and
/// asks what becomes of them; or a page of the library.
struct DocumentReader: Layer {
    enum Purpose: Equatable, Sendable {
        case reading
        /// Files that were edited by hand: a person chooses what becomes of them.
        case differing
        /// What earlier weeks left, which nobody changes.
        case past(PastPage)
        /// A text of an earlier meeting, or a proposal.
        case found
    }

    private var pages: [DocumentPage]
    private var purpose: Purpose
    private var shown = 0
    /// The page that is shown, broken into lines for its width.
    private var text = WrappedText(width: 1)
    /// The first of the lines in sight.
    private var top = 0
    /// The text that was looked for last; nil if it does not stand on the page.
    private var search: TextSearch?

    /// - Parameter earlier: The reader that was open before; its page stays open.
    init(_ pages: [DocumentPage], as purpose: Purpose, after earlier: DocumentReader? = nil, in room: Model) {
        self.pages = pages
        self.purpose = purpose
        if let earlier, earlier.purpose == purpose, let page = pages.firstIndex(where: { $0.name == earlier.page.name })
        {
            shown = page
            top = earlier.top
        }
        text = wrapped(in: room)
        if earlier?.page.name != page.name { top = text.line(ofText: page.top) }
        top = min(top, lastTop(in: room))
    }

    /// - Parameter page: A page of the library, which may have to be read first.
    init(_ page: PastPage, in room: Model) { self.init([page.document(in: room)], as: .past(page), in: room) }

    private var page: DocumentPage { pages[shown] }

    mutating func libraryWasRead(in room: Model) {
        guard case .past(let page) = purpose else { return }
        pages = [page.document(in: room)]
        search?.place = nil
        text = wrapped(in: room)
        top = min(top, lastTop(in: room))
    }

    mutating func handle(_ key: KeyEvent, in room: Model) -> [Reaction] {
        switch key {
        case .escape, .character("q"): return [.close]
        case .tab, .right, .character("l"): turn(by: 1, in: room)
        case .backTab, .left, .character("h"): turn(by: pages.count - 1, in: room)
        case .down, .character("j"): top += 1
        case .up: top -= 1
        case .character("k") where purpose != .differing: top -= 1
        case .pageDown, .character(" "), .control("d"): top += max(1, room.size.rows / 2)
        case .pageUp, .control("u"): top -= max(1, room.size.rows / 2)
        case .home, .character("g"): top = 0
        case .end, .character("G"): top = lastTop(in: room)
        case .character("/"): return [.open(CommandEntry("", prompt: .find))]
        case .character("n") where search != nil, .character(">") where search != nil: return [.run("find")]
        case .character("N") where search != nil, .character("<") where search != nil:
            return [.notify(find(room.lastWanted, isSame: true, backwards: true, in: room))]
        case .character("]"): return showRow(by: 1, in: room)
        case .character("["): return showRow(by: -1, in: room)
        case .character("e") where purpose == .reading: return [.run("edit \(page.name)")]
        case .character("k") where purpose == .differing: return [.close, .run("publish keep")]
        case .character("r") where purpose == .differing: return [.close, .run("publish replace")]
        default: return [.doesNothing(key, "on this page: ? lists the keys")]
        }
        top = min(max(0, top), lastTop(in: room))
        return []
    }

    /// Goes to the next place of a text, and from the last one to the first.
    ///
    /// - Parameters:
    ///   - isSame: Whether it was looked for before.
    ///   - backwards: Whether the place before it is wanted.
    mutating func find(_ wanted: String, isSame: Bool, backwards: Bool = false, in room: Model) -> Notice {
        var search = isSame ? self.search ?? TextSearch(wanted) : TextSearch(wanted)
        let start = TextSearch.Place(pane: nil, line: -1, letter: 0)
        guard let told = search.go(backwards ? -1 : 1, among: search.places(in: text), from: start) else {
            self.search = nil
            return Notice("“\(search.wanted)” does not stand on this page", .refusal)
        }
        self.search = search
        top = min(search.place?.line ?? 0, lastTop(in: room))
        return Notice("\(told); n goes to the next, N to the one before")
    }

    private mutating func turn(by pages: Int, in room: Model) {
        guard self.pages.count > 1 else { return }
        shown = (shown + pages) % self.pages.count
        text = wrapped(in: room)
        search?.place = nil
        top = text.line(ofText: page.top)
    }

    /// Shows the page of another row of the library's list, which moves along.
    private mutating func showRow(by step: Int, in room: Model) -> [Reaction] {
        guard case .past(.row(let tab, _)) = purpose, let list = room.layers.last as? LibraryScreen else { return [] }
        guard let key = list.key(by: step, in: room) else {
            return [.notify(Notice("there is no row \(step > 0 ? "below" : "above") this one"))]
        }
        self = DocumentReader(.row(tab: tab, key: key), in: room)
        return [.behind(step > 0 ? .down : .up)]
    }

    /// The line at the top stays there.
    mutating func resized(in room: Model) {
        let place = text.place(ofLine: top)
        search?.place = nil
        text = wrapped(in: room)
        top = min(text.line(at: place), lastTop(in: room))
    }

    func hints(in room: Model) -> [Hint] {
        let turning = pages.count > 1 ? [Hint("Tab", "next page")] : []
        switch purpose {
        case .reading:
            return [Hint("j k", "scroll"), Hint("/", "find")] + turning + [Hint("e", "edit"), Hint("Esc", "leave")]
        case .found: return [Hint("j k", "scroll"), Hint("/", "find")] + turning + [Hint("Esc", "back")]
        case .differing:
            return [Hint("k", "keep the edits"), Hint("r", "replace them")] + turning + [
                Hint("Esc", "leave as they are")
            ]
        case .past(.row):
            return [Hint("j k", "scroll"), Hint("/", "find"), Hint("] [", "other rows"), Hint("Esc", "leave")]
        case .past(.history):
            return [Hint("j k", "scroll"), Hint("PgDn", "page"), Hint("/", "find"), Hint("Esc", "leave")]
        }
    }

    func wantedSize(in room: Model) -> Size {
        Size(rows: room.size.rows, columns: room.dialogColumns(100))
    }

    // MARK: Lines

    private func wrapped(in room: Model) -> WrappedText {
        let width = max(1, area(in: room).columns - 4)
        var text = WrappedText(width: width)
        for line in page.lines {
            switch line {
            case .text(let words): text.append(words, Style(.text, on: .dialog))
            case .added(let words): text.append("+ " + words, Style(.added, on: .dialog), restIndent: 2)
            case .removed(let words): text.append("- " + words, Style(.removed, on: .dialog), restIndent: 2)
            case .heading(let words): text.append(words, Style(.heading, on: .dialog, .bold))
            case .hanging(let words, let indent):
                text.append(words, Style(.text, on: .dialog), restIndent: min(indent, width / 3))
            case .markdown(let words):
                text.append(MarkdownLines.lines(of: words, width: width).map { $0.on(.dialog) })
            }
        }
        if text.isEmpty { text.append("", Style(.text, on: .dialog)) }
        return text
    }

    /// Lines in sight at once.
    private func visible(in room: Model) -> Int { max(1, area(in: room).rows - 2) }

    /// The first line in sight when the last one is.
    private func lastTop(in room: Model) -> Int { max(0, text.count - visible(in: room)) }

    func draw(_ canvas: inout Canvas, in room: Model) {
        let place = pages.count > 1 ? " (\(shown + 1) of \(pages.count))" : ""
        canvas.frame(purpose == .differing ? "\(page.name): edited by hand\(place)" : "\(page.name)\(place)")
        let rows = max(1, canvas.rows - 2)
        canvas.draw(in: Rect(row: 1, column: 1, rows: rows, columns: canvas.columns - 2)) { inside in
            for (offset, line) in text.dropFirst(top).prefix(rows).enumerated() {
                inside.put(line, row: offset, column: 1, width: inside.columns - 2)
            }
            search?.mark(text, on: &inside, from: top, at: 1, place: search?.place, ground: .dialog)
        }
        let more = text.count - top - rows
        guard more > 0 else { return }
        canvas.put(
            " PgDn: \(counted(more, "line")) more ", row: canvas.rows - 1, column: 2, style: Style(.key, on: .dialog))
    }
}

/// Something to be read in the room: minutes, a mail, the difference between two versions of one, or a page of the
/// library.
public struct DocumentPage: Equatable, Sendable {
    /// The name that a person types: `minutes`, `summary`, a proposal's id.
    public let name: String
    public let lines: [Line]
    /// The line that is shown first.
    let top: Int

    /// A line of both versions, or of one alone.
    public enum Line: Equatable, Sendable {
        case text(String)
        case added(String)
        case removed(String)
        case heading(String)
        /// A text whose further lines begin so many columns further to the right.
        case hanging(String, Int)
        /// Markdown, drawn as in the pane of a proposal.
        case markdown(String)
    }

    public init(name: String, lines: [Line], top: Int = 0) {
        self.name = name
        self.lines = lines
        self.top = top
    }
}
