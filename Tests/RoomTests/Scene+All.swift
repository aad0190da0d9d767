import Screen

@testable import Room

/// Every scene that is kept: the whole screen, one pane, dialogs.
extension Scene {
    /// All panes at once.
    static let wide = Size(rows: 24, columns: 120)
    /// Two panes.
    static let standard = Size(rows: 24, columns: 80)
    /// One pane.
    static let narrow = Size(rows: 20, columns: 60)
    static let small = Size(rows: 12, columns: 40)
    /// One pane that is high enough for all of a proposal.
    static let long = Size(rows: 32, columns: 60)

    static let debate =
        Desk.opened + " / note @lena shadow mode covers nine cities from Monday"
        + " / note @wen concern: who carries the pager at night"
        + " / note @mei 寿司屋では準備時間が読めません 🍣 so far" + " / note private: talk to Bo first"
        + " / action @lena by 2026-12-09 write the runbook"

    static let all = rooms + hour + panes + dialogs + library
}
