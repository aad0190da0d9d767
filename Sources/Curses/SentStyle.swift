import Screen

/// The style in which a cell is sent. Blanks take the style of the cell that was sent before them.
///
/// Of a blank only the background is seen. A style of its own would cost two more colour sequences.
struct SentStyle {
    private var before: Style?

    /// The style for the next cell. Ask for cells in the order in which they are sent.
    mutating func of(_ cell: Cell) -> Style {
        if cell.isUnmarkedBlank, let before, before.ground == cell.style.ground, !before.isSeenOnBlanks {
            return before
        }
        before = cell.style
        return cell.style
    }
}
