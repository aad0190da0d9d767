import Screen

/// Where everything stands: a pure function of the size of the screen and what has to be shown.
struct RoomLayout: Equatable {
    let shape: Shape
    let header: Rect
    /// A failure that lasts, across the whole width; empty where there is none.
    let banner: Rect
    /// The panes that are seen, the line with their names included.
    let panes: [Pane: Rect]
    /// What the first line of each pane names: the pane, and those that its key would show in its place.
    let strips: [Pane: [Pane]]
    /// Columns between panes.
    let rules: [Rect]
    let message: Rect
    let footer: Rect

    enum Shape: Equatable {
        /// All panes at once.
        case wide
        /// Two panes, and tabs for the others.
        case standard
        /// One pane, and tabs for the others.
        case narrow
        /// Nothing but a sentence that says so.
        case tooSmall
    }

    /// What has to be shown, as far as it decides where things stand.
    struct Content: Equatable {
        var focus = Pane.proposal
        /// Whether the item has been put to the vote, so that ballots are worth a place beside its text.
        var hasVote = false
        /// Rows that the notes would fill.
        var noteRows = 0
        /// Rows of a failure that lasts; none where there is none.
        var bannerRows = 0
        var messageRows = 1
    }

    /// The least that the meeting can be held in.
    static let least = Size(rows: 10, columns: 38)
    /// From here on all panes stand side by side.
    static let wide = Size(rows: 20, columns: 110)
    /// From here on two panes do.
    static let standard = Size(rows: 16, columns: 72)

    var isTooSmall: Bool { shape == .tooSmall }
    /// Everything between the header and the footer, banner and message left out.
    let body: Rect

    init(size: Size, content: Content = Content()) {
        shape = Self.shape(of: size)
        let (header, below) = Rect(size).split(top: 1)
        let (banner, middle) = below.split(top: min(content.bannerRows, max(1, size.rows / 5)))
        let (upper, footer) = middle.split(bottom: 1)
        let (body, message) = upper.split(bottom: max(1, min(content.messageRows, size.rows / 3)))
        self.header = header
        self.banner = banner
        self.message = message
        self.footer = footer
        self.body = body
        switch shape {
        case .wide: (panes, strips, rules) = Self.wide(body, content)
        case .standard: (panes, strips, rules) = Self.standard(body, content)
        case .narrow, .tooSmall: (panes, strips, rules) = ([content.focus: body], [content.focus: Pane.allCases], [])
        }
    }

    private static func shape(of size: Size) -> Shape {
        func holds(_ least: Size) -> Bool { size.rows >= least.rows && size.columns >= least.columns }
        if holds(wide) { return .wide }
        if holds(standard) { return .standard }
        return holds(least) ? .narrow : .tooSmall
    }

    private typealias Arranged = ([Pane: Rect], [Pane: [Pane]], [Rect])

    private static func wide(_ body: Rect, _ content: Content) -> Arranged {
        let side = max(28, min(36, body.columns / 4))
        let parts = body.columns([.fixed(side), .flexible(1), .fixed(side)], gap: 1)
        let (proposal, notes) = parts[1].split(bottom: noteHeight(content.noteRows, in: body.rows, least: 8))
        let panes: [Pane: Rect] = [.agenda: parts[0], .proposal: proposal, .notes: notes, .votes: parts[2]]
        return (panes, panes.keys.reduce(into: [:]) { $0[$1] = [$1] }, [rule(after: parts[0]), rule(after: parts[1])])
    }

    /// The agenda beside what it looks ahead to; ballots beside the text once there are any; notes below the text
    /// until then.
    private static func standard(_ body: Rect, _ content: Content) -> Arranged {
        let side = max(28, min(34, body.columns / 3))
        if content.focus == .agenda {
            let parts = body.columns([.fixed(side), .flexible(1)], gap: 1)
            return (
                [.agenda: parts[0], .proposal: parts[1]],
                [.agenda: [.agenda], .proposal: [.proposal, .notes, .votes]], [rule(after: parts[0])]
            )
        }
        if content.hasVote || content.focus == .votes {
            let parts = body.columns([.flexible(1), .fixed(side)], gap: 1)
            let text: Pane = content.focus == .notes ? .notes : .proposal
            return (
                [text: parts[0], .votes: parts[1]], [text: [.agenda, .proposal, .notes], .votes: [.votes]],
                [rule(after: parts[0])]
            )
        }
        let (proposal, notes) = body.split(bottom: noteHeight(content.noteRows, in: body.rows, least: 7))
        return (
            [.proposal: proposal, .notes: notes], [.proposal: [.agenda, .proposal, .votes], .notes: [.notes]], []
        )
    }

    private static func rule(after part: Rect) -> Rect {
        Rect(row: part.row, column: part.endColumn, rows: part.rows, columns: 1)
    }

    /// Rows of the notes below the proposal: what they fill, a line for their name and some to write in, up to half.
    ///
    /// They grow by a few rows at once, so that the text above does not move with every note.
    private static func noteHeight(_ noteRows: Int, in rows: Int, least: Int) -> Int {
        let step = 4
        let wanted = (noteRows + 5 + step - 1) / step * step
        return max(min(least, rows / 2), min(wanted, rows / 2))
    }
}
