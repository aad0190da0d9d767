/// What people may write on the items of an agenda before its meeting.
extension Library {
    /// The meeting of a day as it would begin, with what people have written.
    ///
    /// - Throws: A refusal, if there is no such agenda, or if the council has no consent lane.
    public func meetingToCome(on date: CalendarDay) throws(Refusal) -> Meeting {
        try meetingToCome(on: date, people)
    }

    private func meetingToCome(
        on date: CalendarDay, _ people: [Handle: PersonalWords]
    ) throws(Refusal) -> Meeting {
        guard let agenda = agendas.first(where: { $0.date == date }) else {
            let coming = agendas.filter { !wasHeld($0.date) }.map(\.date.description)
            throw Refusal(
                "there is no agenda of \(date): "
                    + (coming.isEmpty ? "`mlreview agenda next` writes one" : "there is one of \(listed(coming))"))
        }
        guard roster.consent != nil else {
            throw Refusal("this council has no consent lane: a key `consent` in council.yaml makes one")
        }
        var proposals: [String: Proposal] = [:]
        for case .proposal(let id) in agenda.items.map(\.subject) { proposals[id] = drafts[id]?.proposal }
        return Meeting(
            docket: Docket(
                roster: roster, agenda: agenda, proposals: proposals,
                consent: people.mapValues { $0.consent.filter { $0.meeting == date } }))
    }

    /// The items of a day's consent lane.
    public func consentLane(on date: CalendarDay) throws(Refusal) -> ConsentLane {
        try consentLane(on: date, people)
    }

    /// An item of the lane once somebody has said one more word on it.
    public func consentItem(after word: ConsentWord, of who: Handle) throws(Refusal) -> ConsentItem? {
        var people = people
        people[who] = (people[who] ?? PersonalWords(handle: who)).adding(.consent(word))
        return try consentLane(on: word.meeting, people).items.first { $0.id == word.item }
    }

    private func consentLane(on date: CalendarDay, _ people: [Handle: PersonalWords]) throws(Refusal) -> ConsentLane {
        let meeting = try meetingToCome(on: date, people)
        let concerns = openConcerns(on: meeting.agenda.items, before: date)
        return meeting.consentLane(earlier: concerns) ?? ConsentLane(items: [], needed: 0)
    }

    /// A word on an item of the agenda, if the person may say it.
    ///
    /// - Parameter name: The item's id.
    public func consentWord(
        _ word: ConsentWord.Word, on name: String, at date: CalendarDay, by who: Handle, because reason: String?,
        on today: CalendarDay
    ) throws(Refusal) -> ConsentWord {
        let meeting = try meetingToCome(on: date)
        if wasHeld(date) { throw Refusal("the meeting of \(date) was held: what it decided stands in its minutes") }
        guard let item = meeting.items.first(where: { $0.id.rawValue == name || $0.id.spoken == name }) else {
            let ids = meeting.items.map(\.id.spoken)
            let hint = nearest(to: name, among: ids).map { "did you mean `\($0)`?" }
            throw Refusal("the agenda of \(date) has no item `\(name)`: \(hint ?? "it has \(listed(ids))")")
        }
        let kinds = roster.consent?.kinds ?? []
        guard let proposal = meeting.effectiveProposal(of: item), kinds.contains(proposal.kind) else {
            throw Refusal(
                "`\(name)` is not for the consent lane, which takes \(listed(kinds.map(\.rawValue))): "
                    + "the council takes it up separately")
        }
        let reason = reason?.trimmed.nilIfEmpty
        switch word {
        case .approve:
            let obstacles = roster.consent?.obstacles(to: proposal, in: item.agenda, earlier: nil) ?? []
            if let obstacle = obstacles.first(where: \.isFinal) {
                throw Refusal(
                    "`\(name)` \(obstacle.sentence): no approval counts, and the council takes it up separately")
            }
            try meeting.requireApproval(of: item, proposal, by: who)
        case .flag, .hold:
            if word == .flag, reason == nil { throw Refusal("a flag needs a reason: say it after `because`") }
            if let known = item.voice(of: who)?.objection, known.kind.rawValue == word.rawValue, known.reason == reason
            {
                throw Refusal("`\(name)` is already \(meeting.spoken(known, of: who)): `unflag` takes that back")
            }
        case .unflag: try meeting.requireOwnObjection(to: item, by: who)
        }
        return ConsentWord(meeting: date, item: item.id, word: word, on: today, because: reason)
    }
}

extension Meeting {
    fileprivate func requireApproval(of item: Item, _ proposal: Proposal, by who: Handle) throws(Refusal) {
        let person = try requirePerson(who, mayBeGuest: false)
        guard roster.isMember(who) else {
            throw Refusal(
                "\(person.name) has no seat on the council and does not approve: `flag` and `hold` are everybody's")
        }
        if proposal.isOwn(of: person) {
            throw Refusal(
                "\(person.name) is on the team of `\(item.id.spoken)` or one of its leads: others approve it")
        }
        if let voice = item.voice(of: who), voice.hasApproved, voice.objection == nil {
            throw Refusal("\(person.name) has already approved `\(item.id.spoken)`: nothing is missing")
        }
    }

    fileprivate func requireOwnObjection(to item: Item, by who: Handle) throws(Refusal) {
        let person = try requirePerson(who, mayBeGuest: false)
        guard item.voice(of: who)?.objection == nil else { return }
        let others = item.objections.compactMap(\.who)
        guard !others.isEmpty else {
            throw Refusal("nobody has flagged or held `\(item.id.spoken)`: there is nothing to take back")
        }
        throw Refusal(
            "`\(item.id.spoken)` is flagged or held by \(listed(others.map { roster.name(of: $0) })), "
                + "and not by \(person.name): only the person who objected can take it back")
    }
}
