import Council

/// What the pages of the library are made of: the events of an item, as `history` prints them.
extension LibraryReading {
    /// The kinds of event that are of a meeting, and not of files.
    private static let ofMeetings: Set<PastEvent.Kind> = [
        .heard, .concern, .amendment, .vote, .ruling, .decision, .action,
    ]

    /// What happened to an item at one meeting.
    func hearing(of item: ItemID, on day: CalendarDay) -> [PastEvent] {
        library.events(of: item).filter { $0.date == day && Self.ofMeetings.contains($0.event) }
    }

    /// What happened to an item after a meeting.
    func events(of item: ItemID, after day: CalendarDay) -> [PastEvent] {
        library.events(of: item).filter { event in event.date.map { $0 > day } ?? false }
    }

    /// - Parameter dated: Whether each line begins with its day; all of one meeting have the same.
    func eventLines(_ events: [PastEvent], dated: Bool = true) -> [DocumentPage.Line] {
        events.map { event in
            let day = dated ? (event.date?.description ?? "no date   ") + "  " : ""
            let kind = event.event.rawValue.padded(to: 9)
            return .hanging("\(day)\(kind)  \(event.labelled)", day.count + 11)
        }
    }

    /// Lines below a heading, with a blank line above it; nothing if there are none.
    func section(_ title: String, _ lines: [DocumentPage.Line]) -> [DocumentPage.Line] {
        lines.isEmpty ? [] : [.text(""), .heading(title)] + lines
    }
}

extension String {
    /// The text with blanks behind it up to a length. Only for words of the program's own.
    fileprivate func padded(to length: Int) -> String {
        self + String(repeating: " ", count: max(0, length - count))
    }
}

// MARK: Items

extension DocumentPage {
    /// What happened to an item over the weeks, then everything that its file holds.
    init(of item: ItemID, in reading: LibraryReading) {
        let library = reading.library
        let events = library.events(of: item)
        let happened: [Line] = events.isEmpty ? [.text("nothing has happened yet")] : reading.eventLines(events)
        var lines: [Line] = []
        if let proposal = library.proposal(item.rawValue) {
            lines += Self.head(of: proposal, in: reading) + reading.section("History", happened)
            lines += reading.section("Proposal", Self.facts(of: proposal))
            if library.drafts[proposal.id] == nil {
                lines.insert(.text("its file is gone; this is what the council heard last"), at: 1)
            }
            let isEmpty = proposal.body.allSatisfy(\.isWhitespace)
            lines += reading.section("Text", isEmpty ? [] : [.markdown(proposal.body)])
        } else {
            let heard = library.hearings(of: item).last?.item
            lines += [.heading(heard?.title ?? item.spoken)] + reading.section("History", happened)
            lines += reading.section("Text", heard?.text.map { [.markdown($0)] } ?? [])
        }
        self.init(name: item.spoken, lines: lines)
    }

    private static func head(of proposal: Proposal, in reading: LibraryReading) -> [Line] {
        var lines = [Line.heading(proposal.title)]
        let people = [
            proposal.techLeads.isEmpty ? nil : "lead \(listed(proposal.techLeads.map(\.spoken)))",
            proposal.sponsor.map { "sponsor \($0.prefix { $0 != "<" }.trimmed)" },
        ]
        let facts = [proposal.kind.rawValue, proposal.pod] + people
        lines.append(.text(facts.compactMap { $0 }.joined(separator: " · ")))
        if let stage = reading.library.stage(of: proposal.id, on: reading.today) {
            lines.append(.text(stage.word + (stage.waitsFor(on: reading.today).map { ", waits for \($0)" } ?? "")))
        }
        return lines
    }

    /// Everything in the file's head that the page does not begin with.
    private static func facts(of proposal: Proposal) -> [Line] {
        var facts = [
            proposal.impact.map { "impact: \($0.spoken)" }, proposal.cost.map { "cost: \($0.spoken)" },
            proposal.baseline?.share.map { "rules reach: \($0 == $0.rounded() ? "\(Int($0))" : "\($0)") %" },
            proposal.engineeringAlone.map { "engineering alone would do: \($0 ? "yes" : "no")" },
            proposal.opening.map { opening in
                let parts = [opening.count.map(String.init), opening.level, opening.role?.spoken]
                return "opening: \(parts.compactMap { $0 }.joined(separator: " "))"
            },
        ].compactMap { $0 }
        facts += proposal.options.map { option in
            let parts = [option.choice?.rawValue, option.cost, option.runBy.map { "run by \($0)" }]
            let recommended = option.name == proposal.recommend ? ", recommended" : ""
            return "option \(option.name)\(recommended): \(parts.compactMap { $0 }.joined(separator: " · "))"
        }
        facts += ProposalFacts(proposal).text
        if let minutes = proposal.minutes { facts.append("asks for: \(counted(minutes, "minute"))") }
        if !proposal.interested.isEmpty { facts.append("interested: \(proposal.interested.joined(separator: ", "))") }
        return facts.map { .hanging($0, 2) }
    }
}

// MARK: Meetings

extension LibraryReading {
    /// The minutes of a meeting that was held; of another, its agenda.
    func page(ofMeeting day: CalendarDay) -> DocumentPage? {
        if let meeting = library.history.first(where: { $0.date == day }) { return minutes(of: meeting) }
        guard let agenda = library.agendas.first(where: { $0.date == day }) else { return nil }
        let items = agenda.items.enumerated().map { place, item in
            let title =
                switch item.subject {
                case .proposal(let id): library.proposal(id)?.title ?? ""
                case .topic(let title, _): title
                }
            let box = item.minutes.map { ", \(counted($0, "minute"))" } ?? ""
            return DocumentPage.Line.hanging("\(place + 1)  \(item.id.spoken): \(title)\(box)", 3)
        }
        let state = inSession.contains(day) ? "is in session" : day < today ? "was not held" : "is to come"
        return DocumentPage(
            name: "agenda of \(day)", lines: [.heading("\(day.long), \(state)")] + section("Agenda", items))
    }

    private func minutes(of meeting: HeldMeeting) -> DocumentPage {
        var facts = [counted(meeting.items.count, "item")]
        if let past = library.meetings(on: today).first(where: { $0.date == meeting.date }) {
            if let minutes = past.minutes {
                facts.append(counted(minutes, "minute") + (past.plannedMinutes.map { " of \($0)" } ?? ""))
            }
            if let decisions = past.spokenDecisions { facts.append(decisions) }
        }
        if meeting.revision > 1 { facts.append("revision \(meeting.revision)") }
        var lines: [DocumentPage.Line] = [.heading(meeting.date.long), .text(facts.joined(separator: " · "))]
        for item in meeting.items { lines += self.lines(on: item, at: meeting.date) }
        let loose = meeting.actions.filter { $0.item == nil }.map { action in
            let owner = action.owner.map { " of \($0.name)" } ?? ""
            return DocumentPage.Line.hanging("action \(action.reference)\(owner): \(action.text)", 2)
        }
        return DocumentPage(name: "minutes of \(meeting.date)", lines: lines + section("Without an item", loose))
    }

    private func lines(on item: HeldItem, at day: CalendarDay) -> [DocumentPage.Line] {
        let heard = hearing(of: item.lastingID, on: day)
        var lines: [DocumentPage.Line] = [.text(""), .heading("\(item.number)  \(item.title)")]
        // The decision first, then how it came about.
        for event in heard where event.event == .decision { lines.append(.hanging(event.text, 2)) }
        for event in heard where ![.decision, .concern].contains(event.event) {
            lines.append(.hanging(event.text, 2))
        }
        for vote in item.votes where !vote.ballots.isEmpty { lines.append(.hanging(ballots(of: vote), 4)) }
        for note in item.notes { lines.append(.hanging(spoken(note), 4)) }
        return lines
    }

    /// `vote 1: yes Bo Håkansson, Wen Li; no Raj Das`.
    private func ballots(of vote: HeldVote) -> String {
        let sides = Ballot.Choice.allCases.compactMap { choice -> String? in
            let names = vote.ballots.filter { $0.choice == choice }.map(\.who.name)
            return names.isEmpty ? nil : "\(choice.rawValue) \(names.joined(separator: ", "))"
        }
        return "  ballots of vote \(vote.number): \(sides.joined(separator: "; "))"
    }

    private func spoken(_ note: HeldNote) -> String {
        let speaker = note.speaker?.name ?? "note"
        let kind = note.kind == .plain ? "" : ", \(note.kind.rawValue)"
        let end =
            note.kind != .concern
            ? "" : note.isResolved ? " (resolved\(note.resolution.map { ": \($0)" } ?? ""))" : " (open)"
        return "  \(speaker)\(kind): \(note.text)\(end)"
    }
}
