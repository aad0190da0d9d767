import Council
import Screen

extension Model {
    /// The rows of a pane in which a text stands, by the same lines that the pane draws.
    func rowsWith(_ text: String, in pane: Pane) -> [Int] {
        guard let item = shownItem, let width = metrics.width[pane] else { return [] }
        let lines: PaneLines =
            switch pane {
            case .proposal: ProposalPane.lines(of: item, in: self, width: width)
            case .notes: PaneLines(NotesPane.lines(of: item, in: self, width: width))
            case .agenda, .votes: PaneLines([])
            }
        return lines.indices.filter { lines[$0].text.lowercased().contains(text) }
    }
}
