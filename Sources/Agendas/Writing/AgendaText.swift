import Council

/// A planned agenda as the text of its file, each item with a comment that says why it is there.
public enum AgendaText {
    /// The whole file.
    ///
    /// - Parameter last: The agenda from which the new one has its start and place.
    public static func text(of plan: AgendaPlan, like last: Agenda?) -> String {
        var lines = ["date: \(plan.date)"]
        if let start = last?.start { lines.append("start: \"\(start)\"") }
        lines.append("minutes: \(plan.minutes)")
        if let place = last?.place { lines.append("place: \(YAMLText.line(place))") }
        lines.append(plan.items.isEmpty ? "items: []" : "items:")
        lines += plan.items.flatMap { entry($0).lines(column: 2) }
        return (lines + comments(on: plan.left)).map { $0 + "\n" }.joined()
    }

    /// What is open and not on the agenda, and why, a line each.
    private static func comments(on left: [AgendaPlan.Left]) -> [String] {
        let groups: [(reason: AgendaPlan.Reason, title: String)] = [
            (.full, "No time is left for"), (.waits, "Not ready"), (.elsewhere, "On another agenda"),
            (.outcome, "Approved, and not yet asked what came of it"),
        ]
        return groups.flatMap { group in
            let members = left.filter { $0.reason == group.reason }
            guard !members.isEmpty else { return [String]() }
            return ["", "# \(group.title):"] + members.map { "# - \($0.id.spoken): \(YAMLText.comment($0.why))" }
        }
    }

    /// An item with its comment above it.
    static func entry(_ planned: AgendaPlan.Item) -> YAMLEntry {
        var entry = YAMLEntry(comment: planned.why, keys: keys(of: planned.item))
        if case .topic(_, let text) = planned.item.subject, !text.trimmed.isEmpty { entry.text = text }
        return entry
    }

    private static func keys(of item: AgendaItem) -> [String] {
        var keys: [String] = []
        switch item.subject {
        case .proposal(let id): keys.append("proposal: \(YAMLText.line(id))")
        case .topic(let title, _):
            keys.append("topic: \(YAMLText.line(title))")
            if ItemID(topic: title) != item.id, let name = item.id.topicName {
                keys.append("id: \(YAMLText.line(name))")
            }
        }
        if let minutes = item.minutes { keys.append("minutes: \(minutes)") }
        if let presenter = item.presenter { keys.append("presenter: \(YAMLText.line(presenter.rawValue))") }
        if !item.interested.isEmpty {
            keys.append("interested: [\(item.interested.map(YAMLText.line).joined(separator: ", "))]")
        }
        if let purpose = item.purpose { keys.append("for: \(purpose.rawValue)") }
        if let day = item.approved { keys.append("approved: \(day)") }
        if let day = item.continues { keys.append("continues: \(day)") }
        if let again = item.again { keys.append("again: \(YAMLText.line(again))") }
        return keys
    }
}
