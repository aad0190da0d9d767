import Screen

/// How much of the screen the pane with the focus takes.
enum Zoom: Int, Sendable {
    case none
    /// Half of the width, or most of the rows.
    case larger
    /// All of it.
    case whole
}

/// Where everything stands: a pure function of the size of the screen and of its content.
struct RoomLayout: Equatable {
    let shape: Shape
    let header: Rect
    /// The place of a failure that lasts, across the whole width; empty if there is none.
    let banner: Rect
    /// The place of the speakers' queue; empty while nobody uses it.
    let queue: Rect
    /// The panes that are seen, including the line with their names.
    let panes: [Pane: Rect]
    /// The panes that the first line of each pane names: itself, and those that would come in its place.
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

    /// The content of the screen, as far as the layout depends on it.
    struct Content: Equatable {
        var focus: Pane = .proposal
        /// How much of the screen the pane with the focus takes.
        var zoom = Zoom.none
        /// Whether the item has been put to the vote, so that ballots are worth a place beside its text.
        var hasVote = false
        /// Panes that have nothing to say, and give their width to the others until they get the focus.
        var isEmpty: Set<Pane> = []
        /// Rows that the notes would fill.
        var noteRows = 0
        /// Rows of a failure that lasts; 0 if there is none.
        var bannerRows = 0
        /// Rows of the speakers' queue; 0 while nobody uses it.
        var queueRows = 0
        var messageRows = 1
        /// Whether the screen has no more than one view: neither header nor footer.
        var isBare = false
    }

    /// The least that the meeting can be held in.
    static let least = Size(rows: 10, columns: 38)
    /// The least at which all panes stand side by side.
    static let wide = Size(rows: 20, columns: 110)
    /// The least at which two panes do.
    static let standard = Size(rows: 16, columns: 72)

    var isTooSmall: Bool { shape == .tooSmall }
    /// Everything between header and footer, without banner and message.
    let body: Rect

    init(size: Size, content: Content = Content()) {
        shape = Self.shape(of: size)
        let (header, below) = Rect(size).split(top: content.isBare ? 0 : 1)
        let (banner, middle) = below.split(top: min(content.bannerRows, max(1, size.rows / 5)))
        let (upper, footer) = middle.split(bottom: content.isBare ? 0 : 1)
        let messageRows = min(content.messageRows, size.rows / 3)
        let (rest, message) = upper.split(bottom: content.isBare ? messageRows : max(1, messageRows))
        let (queue, body) = rest.split(top: content.queueRows)
        self.header = header
        self.banner = banner
        self.queue = queue
        self.message = message
        self.footer = footer
        self.body = body
        let parts: [Part]
        (parts, rules) =
            switch shape {
            case .wide where content.zoom == .whole, .standard where content.zoom == .whole:
                ([Part(Pane.all, body)], [])
            case .wide where content.zoom == .larger, .standard where content.zoom == .larger:
                Self.larger(body, content)
            case .wide: Self.wide(body, content)
            case .standard: Self.standard(body, content)
            case .narrow, .tooSmall: ([Part(Pane.all, body)], [])
            }
        var (panes, strips): ([Pane: Rect], [Pane: [Pane]]) = ([:], [:])
        for part in parts {
            guard let shown = part.shown(content.focus) else { continue }
            panes[shown] = part.rect
            strips[shown] = part.strip
        }
        self.panes = panes
        self.strips = strips
    }

    /// The pane that takes rows from the main one as it fills, if both are seen.
    var growing: (pane: Pane, rect: Rect)? {
        guard panes.contains(where: { $0.key.place == .main }),
            let (shown, strip) = strips.first(where: { $0.value.first?.place == .below }), let rect = panes[shown]
        else { return nil }
        return (strip[0], rect)
    }

    private static func shape(of size: Size) -> Shape {
        func holds(_ least: Size) -> Bool { size.rows >= least.rows && size.columns >= least.columns }
        if holds(wide) { return .wide }
        if holds(standard) { return .standard }
        return holds(least) ? .narrow : .tooSmall
    }

    /// A part of the body, and the panes that stand there in turns.
    private struct Part {
        let strip: [Pane]
        let rect: Rect

        init(_ strip: [Pane], _ rect: Rect) {
            self.strip = strip
            self.rect = rect
        }

        /// The one that is seen: the one with the focus, else the main one.
        func shown(_ focus: Pane) -> Pane? {
            strip.contains(focus) ? focus : strip.first { $0.place == .main } ?? strip.first
        }
    }

    private static func panes(_ isIncluded: (Pane.Place) -> Bool) -> [Pane] { Pane.all.filter { isIncluded($0.place) } }

    private static func wide(_ body: Rect, _ content: Content) -> ([Part], rules: [Rect]) {
        let side = max(28, min(36, body.columns / 4))
        let right = panes { $0 == .right }
        if right.allSatisfy({ content.isEmpty.contains($0) && content.focus != $0 }) {
            let parts = body.columns([.fixed(side), .flexible(1)], gap: 1)
            let (upper, lower) = parts[1].split(bottom: noteHeight(content.noteRows, in: body.rows, least: 8))
            return (
                [
                    Part(panes { $0 == .left }, parts[0]), Part(panes { $0 == .main || $0 == .right }, upper),
                    Part(panes { $0 == .below }, lower),
                ], [rule(after: parts[0])]
            )
        }
        let parts = body.columns([.fixed(side), .flexible(1), .fixed(side)], gap: 1)
        let (upper, lower) = parts[1].split(bottom: noteHeight(content.noteRows, in: body.rows, least: 8))
        let places: [(Pane.Place, Rect)] = [(.left, parts[0]), (.main, upper), (.below, lower), (.right, parts[2])]
        return (
            places.map { place, rect in Part(panes { $0 == place }, rect) },
            [rule(after: parts[0]), rule(after: parts[1])]
        )
    }

    /// The pane with the focus takes half of the width beside the main one, or most of the rows.
    private static func larger(_ body: Rect, _ content: Content) -> ([Part], rules: [Rect]) {
        switch content.focus.place {
        case .left:
            let parts = body.columns([.flexible(1), .flexible(1)], gap: 1)
            return (
                [Part(panes { $0 == .left }, parts[0]), Part(panes { $0 != .left }, parts[1])], [rule(after: parts[0])]
            )
        case .right:
            let parts = body.columns([.flexible(1), .flexible(1)], gap: 1)
            return (
                [Part(panes { $0 != .right }, parts[0]), Part(panes { $0 == .right }, parts[1])],
                [rule(after: parts[0])]
            )
        case .main, .below:
            let few = max(4, body.rows / 4)
            let (upper, lower) = body.split(bottom: content.focus.place == .below ? body.rows - few : few)
            return ([Part(panes { $0 != .below }, upper), Part(panes { $0 == .below }, lower)], [])
        }
    }

    /// The agenda beside the item under its cursor; ballots beside the text once there are any; notes below the text
    /// until then. Ballots that have nothing to say stand in the place of the notes.
    private static func standard(_ body: Rect, _ content: Content) -> ([Part], rules: [Rect]) {
        let side = max(28, min(34, body.columns / 3))
        if content.focus.place == .left {
            let parts = body.columns([.fixed(side), .flexible(1)], gap: 1)
            return (
                [Part(panes { $0 == .left }, parts[0]), Part(panes { $0 != .left }, parts[1])], [rule(after: parts[0])]
            )
        }
        let right = panes { $0 == .right }
        let isEmpty = right.allSatisfy(content.isEmpty.contains)
        if content.hasVote || content.focus.place == .right && !isEmpty {
            let parts = body.columns([.flexible(1), .fixed(side)], gap: 1)
            return (
                [Part(panes { $0 != .right }, parts[0]), Part(panes { $0 == .right }, parts[1])],
                [rule(after: parts[0])]
            )
        }
        let (upper, lower) = body.split(bottom: noteHeight(content.noteRows, in: body.rows, least: 7))
        let below: [Pane.Place] = isEmpty ? [.below, .right] : [.below]
        return (
            [Part(panes { !below.contains($0) }, upper), Part(panes { below.contains($0) }, lower)], []
        )
    }

    private static func rule(after part: Rect) -> Rect {
        Rect(row: part.row, column: part.endColumn, rows: part.rows, columns: 1)
    }

    /// Rows of the notes below the proposal: those that they fill, one for their name and some to write in, up to half.
    ///
    /// They grow by a few rows at once, so that the text above does not move with every note.
    private static func noteHeight(_ noteRows: Int, in rows: Int, least: Int) -> Int {
        let step = 4
        let wanted = (noteRows + 5 + step - 1) / step * step
        return max(min(least, rows / 2), min(wanted, rows / 2))
    }
}
