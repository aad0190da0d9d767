import Council

extension [EarlierAction] {
    /// Four open actions of November 2026.
    package static var earlier: [EarlierAction] {
        let bo = HeldPerson(name: "Bo Håkansson", handle: Handle("bo"))
        let lena = HeldPerson(name: "Lena Ortiz", handle: Handle("lena"))
        return [
            EarlierAction(
                reference: .of(11, 1), owner: bo, due: CalendarDay("2026-11-18"), text: "Ask the kitchens",
                item: ItemID("prep-time"), title: "Prep time"),
            EarlierAction(
                reference: .of(18, 1), owner: lena, due: CalendarDay("2026-11-20"), text: "Write the runbook"),
            EarlierAction(reference: .of(18, 2), owner: nil, due: nil, text: "Count the vectors"),
            EarlierAction(
                reference: .of(18, 3), owner: lena, due: CalendarDay("2026-12-02"), text: "Draw a chart"),
        ]
    }
}

extension [ActionUpdate] {
    /// What Bo says of the first of them in a file.
    package static var earlier: [ActionUpdate] {
        [
            ActionUpdate(
                .of(11, 1), .done, because: "merged", on: CalendarDay(year: 2026, month: 11, day: 24)!,
                by: HeldPerson(name: "Bo Håkansson", handle: Handle("bo")))
        ]
    }
}

extension ActionReference {
    fileprivate static func of(_ day: Int, _ number: Int) -> ActionReference {
        ActionReference(meeting: CalendarDay(year: 2026, month: 11, day: day)!, number: number)
    }
}
