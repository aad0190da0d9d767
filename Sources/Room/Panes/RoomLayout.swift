import Screen

/// Where everything stands: a pure function of the size of the screen and what has to be shown.
struct RoomLayout: Equatable {
    let header: Rect
    /// A failure that lasts, across the whole width; empty where there is none.
    let banner: Rect
    /// The tabs of a narrow screen; empty where all panes are seen.
    let tabs: Rect
    let panes: [Pane: Rect]
    /// Columns between panes.
    let rules: [Rect]
    let message: Rect
    let footer: Rect
    let isTooSmall: Bool

    /// The least that the meeting can be held in.
    static let least = Size(rows: 10, columns: 38)
    /// From here on all panes stand side by side.
    static let wideColumns = 110

    init(size: Size, focus: Pane, hasBanner: Bool, messageRows: Int = 1) {
        isTooSmall = size.rows < Self.least.rows || size.columns < Self.least.columns
        let (header, below) = Rect(size).split(top: 1)
        let (banner, middle) = below.split(top: hasBanner ? 1 : 0)
        let (upper, footer) = middle.split(bottom: 1)
        let (body, message) = upper.split(bottom: max(1, min(messageRows, size.rows / 3)))
        self.header = header
        self.banner = banner
        self.message = message
        self.footer = footer
        if size.columns >= Self.wideColumns, size.rows >= 20 {
            tabs = Rect(rows: 0, columns: 0)
            let side = max(26, min(36, size.columns / 4))
            let parts = body.columns([.fixed(side), .flexible(1), .fixed(side)], gap: 1)
            let noteRows = max(8, body.rows * 2 / 5)
            let (proposal, notes) = parts[1].split(bottom: noteRows)
            panes = [.agenda: parts[0], .proposal: proposal, .notes: notes, .votes: parts[2]]
            rules = [
                Rect(row: body.row, column: parts[0].endColumn, rows: body.rows, columns: 1),
                Rect(row: body.row, column: parts[1].endColumn, rows: body.rows, columns: 1),
            ]
        } else {
            let (tabs, rest) = body.split(top: 1)
            self.tabs = tabs
            panes = [focus: rest]
            rules = []
        }
    }
}
