import Council

/// A new council as the texts of its files.
public enum CouncilText {
    /// `council.yaml`.
    public static func text(of roster: Roster) -> String {
        let line = YAMLText.line
        let chair = roster.chair
        let term = [
            ("member", line(chair.member.rawValue)), ("since", chair.since.map { "\($0)" }),
            ("term_months", chair.termMonths.map { "\($0)" }),
        ].compactMap { key, value in value.map { "\(key): \($0)" } }
        var lines = [
            "# Who is on the council, how it votes, and who gets the mail.",
            "name: \(line(roster.name))", "timezone: \(line(roster.timeZone))", "",
            "chair: { \(term.joined(separator: ", ")) }", "", "members: # one seat each",
        ]
        lines += roster.members.map { "  - \(flow($0))" }
        lines += [
            "", "voting:", "  quorum: \(roster.voting.quorum)       # at least this share of the seats in the room",
            "  majority: \(roster.voting.majority.rawValue)  # simple | two-thirds | unanimous",
            "  of: \(roster.voting.of.rawValue)          # cast (yes + no) | present | seats",
            "  chair: \(roster.voting.chair.rawValue)  # tie-break | member: as any member",
        ]
        if let from = roster.mail?.from { lines += ["", "mail:", "  from: \(line(from))"] }
        return lines.map { $0 + "\n" }.joined()
    }

    /// What is wrong with the name of a time zone, and what would be right; nil if nothing is.
    public static func zoneProblem(_ name: String) -> String? { CouncilFile.zoneProblem(name) }

    private static func flow(_ member: Member) -> String {
        let keys = [
            ("handle", YAMLText.line(member.handle.rawValue)), ("name", YAMLText.line(member.name)),
            ("email", member.email.map(YAMLText.line)), ("discipline", member.discipline?.rawValue),
        ].compactMap { key, value in value.map { "\(key): \($0)" } }
        return "{ \(keys.joined(separator: ", ")) }"
    }

    /// The first agenda. It has nothing but the council's own way of working.
    public static func firstAgenda(on date: CalendarDay) -> String {
        """
        date: \(date)
        start: "10:00"
        minutes: 60
        items:
          - topic: How we work
            minutes: 20
            text: |
              Who has which seat, when the chair changes, and what a proposal has to say.

        """
    }

    /// Why `text` is no mail address, with or without a name; nil if it is one.
    public static func problem(withMailbox text: String) -> String? { MailAddress.problem(withMailbox: text) }

    /// The council that a text says.
    ///
    /// - Throws: Its faults.
    public static func roster(in text: String) throws(Faults) -> Roster {
        let sheet = Sheet(file: CouncilFile.name)
        let roster = CouncilFile.read(text, home: nil, on: sheet).roster
        guard let roster, !sheet.hasErrors else { throw Faults(sheet.faults.filter { $0.severity == .error }) }
        return roster
    }
}
