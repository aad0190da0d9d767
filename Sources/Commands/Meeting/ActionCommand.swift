import Council

extension Command {
    static let action = Command(
        "action", "@WHO [by DATE] TEXT", key: "a", label: "action", group: .debate,
        completes: [.person, .choice(["by"]), .text],
        help: "Hands out an action. DATE: 2026-12-02, a weekday after the meeting, or tomorrow.",
        probe: { _ in .action(owner: nil, due: nil, text: "…") }
    ) { words, meeting throws(Refusal) in
        var owner: Handle?
        if words.peek?.hasPrefix("@") == true { owner = try words.requireHandle() }
        var due: CalendarDay?
        if words.peek?.lowercased() == "by" {
            _ = words.next()
            due = try words.requireDate(at: meeting)
        }
        return .ask(.action(owner: owner, due: due, text: words.remainder()))
    }
}
