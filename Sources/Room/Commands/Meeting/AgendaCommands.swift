import Council

extension Command {
    static let item = Command(
        "item", "add proposal ID|add topic TITLE|move N to M|drop N because TEXT", label: "agenda", group: .meeting,
        completes: [.choice(["add", "move", "drop"]), .text],
        completesAfter: [
            "add": .choice(["proposal", "topic"]), "add proposal": .proposalFile, "move": .agendaItem,
            "drop": .agendaItem, "to": .agendaItem,
        ],
        help: "Adds, moves or drops an item of the agenda.",
        probe: { _ in .addTopic("Something new") },
        line: { request in
            switch request {
            case .addProposal(let proposal, _, _): "item add proposal \(proposal.id)"
            case .addTopic(let title): "item add topic \(title)"
            case .moveItem(let number, let place): "item move \(number) to \(place)"
            case .dropItem(let number, let reason): "item drop \(number)\(because(reason))"
            default: nil
            }
        }
    ) { words, meeting throws(Refusal) in
        enum Change: String, CaseIterable { case add, move, drop }
        enum Kind: String, CaseIterable { case proposal, topic }
        switch try words.requireChoice(Change.self) {
        case .add:
            guard try words.requireChoice(Kind.self) == .proposal else { return .ask(.addTopic(words.remainder())) }
            return .effect(.readProposal(try words.require("ID")))
        case .move:
            let number = try words.requireNumber()
            if words.peek?.lowercased() == "to" { _ = words.next() }
            return .ask(.moveItem(number, to: try words.requireNumber("M")))
        case .drop: return .ask(.dropItem(try words.requireNumber(), reason: try words.reasonOrEmpty()))
        }
    }

    static let recess = Command(
        "recess", "[MINUTES]", label: "recess", group: .meeting,
        help: "Pauses the meeting: clocks stop, and an open vote waits.",
        probe: { _ in .recess(minutes: nil) },
        line: { request in
            guard case .recess(let minutes) = request else { return nil }
            return "recess\(minutes.map { " \($0)" } ?? "")"
        }
    ) { words, _ throws(Refusal) in
        .ask(.recess(minutes: words.isEmpty ? nil : try words.requireNumber("MINUTES")))
    }

    static let resume = Command(
        "resume", key: "R", label: "resume", footer: 5, group: .meeting,
        help: "Resumes after a recess.",
        probe: { _ in .resume },
        line: { $0 == .resume ? "resume" : nil }
    ) { _, _ in .ask(.resume) }
}

extension Model {
    /// Puts a proposal on the agenda, as soon as it is known whether an earlier meeting has approved it.
    ///
    /// - Parameter evenWithoutLibrary: Whether it is added to be approved if nobody knows: a fault in some other file stops
    ///   nobody in the room.
    mutating func add(_ proposal: Proposal, digest: String?, evenWithoutLibrary: Bool = false) -> [Effect] {
        let request = Request.addProposal(
            proposal, digest: digest,
            approved: library?.approvalToFollowUp(of: proposal.id, on: meeting.agenda.date))
        if library == nil, !evenWithoutLibrary, journal.refusal(of: request, at: now) == nil {
            waiting = .proposal(proposal, digest: digest)
            notice = Notice("the minutes of earlier meetings are being read, for what they decided on it")
            return readLibrary()
        }
        let count = meeting.items.count
        let effects = ask(request)
        if library == nil, let libraryFault, meeting.items.count > count {
            notice = Notice(
                "item \(meeting.items.count) comes to be approved: whether it was before is not known, since the library "
                    + "can't be read: \(libraryFault)")
        }
        return effects + recall()
    }
}
