import Council
import Screen

extension LibraryTab {
    /// The open actions of all meetings, by owner: who has something overdue comes first.
    static let actions = LibraryTab(name: "actions", title: "Actions") { reading in
        let actions = reading.library.openActions(on: reading.today).flatMap { owner in
            owner.actions.map { (owner.name, $0) }
        }
        // A meeting counts to its own day, which need not be today.
        let asOf = reading.isInMeeting ? " on \(reading.today.long)" : ""
        let overdue = actions.count { $0.1.isOverdue }
        return LibraryList(
            [counted(actions.count, "open action"), overdue > 0 ? "\(overdue) overdue" + asOf : nil].compactMap { $0 }
                .joined(separator: " · "),
            nothing: "No open actions: a meeting hands them out with `a`", columns: columns,
            rows: actions.map { row(of: $1, owner: $0) }, first: "owner",
            sorts: "due", "item", "newest")
    } page: { key, reading in
        reading.page(ofAction: key)
    }

    private static let columns = [
        LibraryColumn("owner", 10...20), LibraryColumn("due", 10...10, rank: 2),
        LibraryColumn("late", 6...8, rank: 1, isNumber: true), LibraryColumn("action", 22...38, isFlexible: true),
        LibraryColumn("item", 14...20, rank: 5), LibraryColumn("reference", 12...13, rank: 6),
    ]

    private static func row(of action: OpenAction, owner: String?) -> LibraryRow {
        let late = action.daysOverdue.map { "\($0) d ▲" } ?? ""
        let due = Style(action.isOverdue ? .warning : .text)
        return LibraryRow(
            "\(action.reference)",
            [
                Span(owner ?? "nobody", Style(owner == nil ? .warning : .strong)),
                Span(action.due?.description ?? "", due), Span(late, due), Span(action.text, .plain),
                Span(action.item?.spoken ?? "", Style(.muted)), Span("\(action.reference)", Style(.muted)),
            ], words: [action.title, action.due?.long], item: action.item,
            order: [
                .number(action.due?.daysSinceEpoch ?? .max), .text(action.item?.spoken ?? "\u{10FFFF}"),
                .number(-action.reference.meeting.daysSinceEpoch),
            ])
    }
}

extension LibraryReading {
    /// An action, and what happened to its item at the meeting that handed it out.
    fileprivate func page(ofAction key: String) -> DocumentPage? {
        guard let reference = ActionReference(key),
            let action = library.openActions(on: today).flatMap(\.actions).first(where: { $0.reference == reference })
        else { return nil }
        var lines: [DocumentPage.Line] = [.text(action.text), .text("")]
        lines.append(.hanging("owner      \(action.owner ?? "nobody")", 11))
        let late = action.daysOverdue.map { ", \(counted($0, "day")) overdue" } ?? ""
        lines.append(.hanging("due        \(action.due.map { $0.long + late } ?? "no day is named")", 11))
        lines.append(.hanging("meeting    \(reference.meeting.long)", 11))
        if let item = action.item {
            lines.append(.hanging("item       \(item.spoken)\(action.title.map { ": \($0)" } ?? "")", 11))
            lines += [.text(""), .heading("Where it came from")]
            lines += eventLines(hearing(of: item, on: reference.meeting), dated: false)
            lines += section("What has happened since", eventLines(events(of: item, after: reference.meeting)))
        }
        return DocumentPage(name: "action \(key)", lines: lines)
    }
}
