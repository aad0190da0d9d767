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
        lines += plan.items.flatMap { block(of: $0, column: 2) }
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

    /// An item in lines that begin in a column, with its comment above it.
    static func block(of planned: AgendaPlan.Item, column: Int) -> [String] {
        let item = planned.item
        let indent = String(repeating: " ", count: column)
        let comment = indent + "# " + YAMLText.comment(planned.why)
        let oneLine = indent + "- " + flow(item)
        if case .topic(_, let text) = item.subject, !text.trimmed.isEmpty {
            let keys = keys(of: item, withText: false).map { "  \(indent)\($0)" } + ["  \(indent)text: |"]
            let first = indent + "- " + keys[0].trimmed
            let body = YAMLText.lines(text).map { $0.isEmpty ? "" : "    \(indent)\($0)" }
            return [comment, first] + keys.dropFirst() + body
        }
        if oneLine.count <= longestLine { return [comment, oneLine] }
        let keys = keys(of: item, withText: false).map { "  \(indent)\($0)" }
        return [comment, indent + "- " + keys[0].trimmed] + keys.dropFirst()
    }

    /// An item in braces.
    static func flow(_ item: AgendaItem) -> String {
        "{ \(keys(of: item, withText: true).joined(separator: ", ")) }"
    }

    private static let longestLine = 120

    private static func keys(of item: AgendaItem, withText: Bool) -> [String] {
        var keys: [String] = []
        switch item.subject {
        case .proposal(let id): keys.append("proposal: \(YAMLText.line(id))")
        case .topic(let title, let text):
            keys.append("topic: \(YAMLText.line(title))")
            if ItemID(topic: title) != item.id, let name = item.id.topicName {
                keys.append("id: \(YAMLText.line(name))")
            }
            if withText, !text.trimmed.isEmpty { keys.append("text: \(YAMLText.escaped(text))") }
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
