import Council
import Screen

/// What clicks and the wheel do while the mouse is on: nothing that a key could not do.
extension Model {
    /// Rows that one step of the wheel moves by.
    private static let wheelRows = 3

    mutating func point(_ mouse: MouseEvent) -> [Effect] {
        guard let layout = metrics.layout, !layout.isTooSmall, !isOnlyPresenting else { return [] }
        switch mouse.kind {
        case .release: return []
        case .scrollUp: return wheel(-1, at: mouse.position, layout)
        case .scrollDown: return wheel(1, at: mouse.position, layout)
        case .press: return click(at: mouse.position, layout)
        }
    }

    // MARK: The wheel

    private mutating func wheel(_ step: Int, at position: Position, _ layout: RoomLayout) -> [Effect] {
        if let layer = layers.last, layer.pane == nil {
            return layer is CommandEntry ? [] : press(layer.wheelKey(step))
        }
        guard let pane = layout.panes.first(where: { $0.value.contains(position) })?.key else { return [] }
        if pane.cursor != nil {
            focus = pane
            scrollFocus(by: step)
        } else {
            scroll(pane, by: step * Self.wheelRows)
        }
        return []
    }

    // MARK: Clicks

    private mutating func click(at position: Position, _ layout: RoomLayout) -> [Effect] {
        if layout.footer.contains(position) {
            let hints = layers.last?.hints(in: self) ?? Footer.hints(for: self)
            let line = Footer.line(hints, in: self, columns: layout.footer.columns)
            return line.key(at: position.column - layout.footer.column).map { press($0) } ?? []
        }
        notice = nil
        if let layer = layers.last, layer.pane == nil {
            let area = layer.area(in: self)
            guard area.contains(position), !(layer is CommandEntry) else { return [] }
            let place = Position(row: position.row - area.row, column: position.column - area.column)
            return pass(to: layers.count - 1) { layer, room in layer.click(at: place, in: area.size, room) }
        }
        guard let (pane, rect) = layout.panes.first(where: { $0.value.contains(position) }) else { return [] }
        let place = Position(row: position.row - rect.row, column: position.column - rect.column)
        if place.row == 0 {
            let names = PaneTitle.names(of: pane, among: layout.strips[pane] ?? [pane], columns: rect.columns)
            let named = names.last { $0.column <= place.column }?.pane ?? pane
            if layers.isEmpty { focus = named }
            return []
        }
        return click(row: place.row - 1, in: pane, size: Size(rows: rect.rows - 1, columns: rect.columns))
    }

    private mutating func click(row: Int, in pane: Pane, size: Size) -> [Effect] {
        // A note that is being typed stays in front.
        if noteEntry != nil { return [] }
        if let click = pane.click {
            let lines = pane.lines(self, size.columns - 2)
            let line = row + pane.top(of: lines, rows: size.rows, in: self)
            if line < lines.count, let effects = click(&self, line, lines) { return effects }
        }
        if layers.isEmpty { focus = pane }
        return []
    }

    /// A click on a member goes to their ballot; a further one steps it from yes to no to abstaining.
    mutating func pointOut(_ who: Handle) -> [Effect] {
        guard let motion = meeting.openMotion, !recording.isFollowing else { return [] }
        focus = .votes
        guard let voting, voting.highlighted == who else {
            layers.removeAll { $0 is Voting }
            var voting = Voting(in: self)
            voting.highlighted = who
            layers.append(voting)
            notice = Notice("click again for yes, no, abstains; or click one in the footer")
            return []
        }
        guard motion.question.options == nil else {
            notice = Notice("a digit names an option, n is none, a abstains")
            return []
        }
        let steps: [Ballot.Choice] = [.yes, .no, .abstain]
        let given = motion.ballots[who].flatMap { steps.firstIndex(of: $0.choice) }
        return ask(.vote(who: who, choice: steps[((given ?? -1) + 1) % steps.count], reason: nil))
    }
}

extension Layer {
    mutating func click(at position: Position, in size: Size, _ room: Model) -> [Reaction] { [] }
    func wheelKey(_ step: Int) -> KeyEvent { step < 0 ? .up : .down }
}
