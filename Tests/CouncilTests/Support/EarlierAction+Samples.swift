@testable import Council

extension EarlierAction {
    /// Two open actions of 18 November 2026, the first of them overdue on the 25th.
    static let samples = [
        EarlierAction(
            reference: ActionReference("2026-11-18/1")!, owner: HeldPerson(name: "Bo Berg", handle: Handle("bo")),
            due: CalendarDay("2026-11-20"), text: "Ask the vendor", item: ItemID("vector-store"),
            title: "A vector store"),
        EarlierAction(
            reference: ActionReference("2026-11-18/2")!, owner: nil, due: CalendarDay("2026-12-02"),
            text: "Count the vectors"),
    ]
}
