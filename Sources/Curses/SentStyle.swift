import Screen

/// The style in which cells are sent: blanks take that of what was sent before them.
///
/// But for the ground nobody sees how a blank looks, and two colours would have to be named for it alone.
struct SentStyle {
    private var before: Style?

    /// To be asked for cells in the order in which they are sent.
    mutating func of(_ cell: Cell) -> Style {
        if cell.isUnmarkedBlank, let before, before.ground == cell.style.ground, !before.isSeenOnBlanks {
            return before
        }
        before = cell.style
        return cell.style
    }
}
