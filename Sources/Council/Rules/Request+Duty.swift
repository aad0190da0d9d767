extension Request {
    /// The kind of request, and who it is done for; nil for the meeting.
    func duty(in meeting: Meeting) -> (duty: Duty, whose: Handle?) {
        switch self {
        case .roll(let who, _): (.attendance, who)
        case .rolls, .guest: (.attendance, nil)
        case .written(let written, _): written.request.duty(in: meeting)
        case .note(_, .private, _): (.privateNote, nil)
        case .note(let speaker, _, _): (.note, speaker)
        case .reword(let note, _), .strike(let note):
            meeting.isPrivate(note) ? (.privateNote, nil) : (.note, meeting.speaker(of: note))
        case .correct(_, .kind(.private)): (.privateNote, nil)
        case .correct(let note, .kind):
            meeting.isPrivate(note) ? (.privateNote, nil) : (.note, meeting.speaker(of: note))
        case .correct: (.note, nil)
        case .resolve(let note, _): (.concern, meeting.speaker(of: note))
        case .queue(let who, _): (.queue, who)
        case .flag(_, let who, _, _), .unflag(_, let who): (.flag, who)
        case .undo, .redo: (.undo, nil)
        case .motion(_, let by, _): (.motion, by)
        case .vote(let who, _, _, _): (.ballot, who)
        case .go, .recess, .resume, .next, .closeQueue, .clock: (.floor, nil)
        case .addProposal, .addTopic, .moveItem, .dropItem, .reload: (.agenda, nil)
        case .withdraw, .tally, .consent, .escalate, .amend, .decide, .lead: (.outcome, nil)
        case .action, .done, .revise, .retract, .recall, .update, .reassign: (.action, nil)
        case .scribe: (.scribe, nil)
        case .open, .close, .closeIfComplete, .reopen, .chair: (.order, nil)
        case .rule: (.ruling, nil)
        }
    }
}

extension Meeting {
    private func note(_ reference: NoteReference) -> Note? {
        let item = reference.item.map { items.indices.contains($0 &- 1) ? items[$0 - 1] : nil } ?? current
        return item?.notes.first { $0.number == reference.number }
    }

    fileprivate func speaker(of reference: NoteReference) -> Handle? { note(reference)?.speaker }
    fileprivate func isPrivate(_ reference: NoteReference) -> Bool { note(reference)?.kind == .private }
}

extension Meeting {
    /// Whether somebody may ask for something, apart from whether it fits the moment.
    ///
    /// - Parameter author: Nil if nobody signs.
    public func mayAsk(_ request: Request, by author: Handle?) -> Bool {
        guard let author else { return true }
        return (try? requireAuthority(of: author, for: request)) != nil
    }

    /// Refuses what somebody may not do at this meeting.
    ///
    /// - Parameter author: Who asks.
    func requireAuthority(of author: Handle, for request: Request) throws(Refusal) {
        let (duty, whose) = request.duty(in: self)
        let rule = Authority.of(duty)
        let roles = Set(roles(of: author))
        let isOwn = duty == .undo || whose.map { roster.spelling(of: $0) } == author
        try requirePlace(of: duty, isOwn: isOwn, by: author, roles)
        guard roles.isDisjoint(with: isOwn ? rule.own : rule.others) else { return }
        throw Refusal(sentence(on: duty, isOwn: isOwn, by: author, rule))
    }

    /// Refuses a ballot or a ruling from a place where the council does not take it.
    private func requirePlace(
        of duty: Duty, isOwn: Bool, by author: Handle, _ roles: Set<CouncilRole>
    ) throws(Refusal) {
        switch (roster.voting.from ?? .both, duty) {
        case (.room, .ballot) where isOwn && !roles.contains(.scribe):
            throw Refusal(
                "this council votes in the room (`voting.from: room` in council.yaml): say it to the scribe, "
                    + "\(names(of: .scribe))")
        case (.terminal, .ballot) where !isOwn:
            throw Refusal(
                "this council votes at terminals (`voting.from: terminal` in council.yaml): each member presses their own "
                    + "key, after `mlreview join`")
        case (.terminal, .ruling) where !roles.contains(.chair):
            throw Refusal(
                "this council rules at a terminal (`voting.from: terminal` in council.yaml): \(names(of: .chair)) writes it "
                    + "at their own, after `mlreview join`")
        default: return
        }
    }

    /// `Wen Li can't call the roll: the scribe, Mei Chen, does`.
    private func sentence(on duty: Duty, isOwn: Bool, by author: Handle, _ rule: Authority) -> String {
        let name = roster.name(of: author)
        if isOwn {
            let who = roles(of: author) == [.guest] ? "is a guest here" : "has no seat on the council"
            let right = rule.own.first == .member ? "the members do: \(memberList("and"))" : "people on the roster do"
            return "\(name) \(who) and can't \(duty.ownWords): \(right)"
        }
        let others = rule.others.filter { role in role != .chair || rule.others.first == .chair }
        let who = others.map { "the \($0.rawValue), \(names(of: $0))," }
        return "\(name) can't \(duty.words): \(listed(who, "or")) \(who.count == 1 ? "does" : "can")"
    }

    /// The names of those who have a role, for sentences.
    private func names(of role: CouncilRole) -> String {
        switch role {
        case .chair: return roster.name(of: presiding)
        case .scribe:
            let all = [agenda.scribe].compactMap(\.self) + (scribes ?? []).map(\.who)
            var names: [String] = []
            for name in all.map(roster.name(of:)) where !names.contains(name) { names.append(name) }
            return names.isEmpty ? "whom `scribe WHO` names" : listed(names, "or")
        default: return memberList("or")
        }
    }
}

extension Duty {
    /// As it follows *can't*, if somebody does it for themselves.
    fileprivate var ownWords: String {
        switch self {
        case .attendance: "come on the roll"
        case .note: "record notes"
        case .queue: "queue"
        case .flag: "flag or hold an item"
        case .concern: "resolve a concern"
        case .motion: "put a question to the vote"
        case .ballot: "vote"
        default: words
        }
    }
}
