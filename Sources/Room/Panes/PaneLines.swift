import Screen

/// The lines of a pane: those that are made, and below them a text whose lines are made when they come in sight.
struct PaneLines: RandomAccessCollection {
    private var made: [Line]
    private var rest: WrappedText?

    init(_ made: [Line], above rest: WrappedText? = nil) {
        self.made = made
        self.rest = rest
    }

    init(_ made: [Line], above lines: PaneLines) { self.init(made + lines.made, above: lines.rest) }

    var startIndex: Int { 0 }
    var endIndex: Int { made.count + (rest?.count ?? 0) }

    subscript(index: Int) -> Line {
        guard index >= made.count, let rest else { return made[index] }
        return rest[index - made.count]
    }
}
