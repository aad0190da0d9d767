extension Meeting {
    func close() throws(Refusal) -> Act {
        try requireNotClosed("close it")
        guard phase == .inSession else {
            throw Refusal("the meeting has not been called to order: `open` it, or `q` leaves it for later")
        }
        if let motion = openMotion {
            throw Refusal("the vote on \(motion.question.title.lowercasedFirst) is open: `tally` it before you close")
        }
        return .closed(gaps: gaps)
    }

    func reopen(because reason: String) throws(Refusal) -> Act {
        guard phase == .closed else { throw Refusal("the meeting is not closed: there is nothing to reopen") }
        return .reopened(reason: try requireReason(reason, for: "a correction"))
    }

    /// What would be left open if the meeting were closed now: the closing checklist, an open vote apart.
    public var gaps: [Gap] {
        itemGaps + actionGaps + speakerGaps
    }

    private var itemGaps: [Gap] {
        var gaps: [Gap] = []
        for (index, item) in items.enumerated() {
            let named = "item \(index + 1), \(title(of: item))"
            if item.motionAwaitingRuling != nil {
                gaps.append(Gap(kind: .untakenRuling, item: item.id, sentence: "\(named): the chair has not ruled"))
            }
            if item.decision == nil {
                gaps.append(Gap(kind: .undecided, item: item.id, sentence: "\(named): no decision"))
            }
            for concern in item.openConcerns {
                gaps.append(
                    Gap(
                        kind: .openConcern, item: item.id,
                        sentence: "\(named): concern \(concern.number) is open: \(concern.text)"))
            }
        }
        return gaps
    }

    private var actionGaps: [Gap] {
        actions.filter { !$0.isDone }.flatMap { action in
            var gaps: [Gap] = []
            if action.owner == nil {
                gaps.append(
                    Gap(kind: .ownerlessAction, item: action.item, sentence: "action \(action.number) has no owner: \(action.text)"))
            }
            if action.due == nil {
                gaps.append(Gap(kind: .dateless, item: action.item, sentence: "action \(action.number) has no date: \(action.text)"))
            }
            return gaps
        }
    }

    /// A private note betrays nobody: who spoke is told by the notes that others may read.
    private var speakerGaps: [Gap] {
        var seen: Set<Handle> = []
        return items.flatMap(\.notes).filter { !$0.isStruck && $0.kind != .private }.compactMap { note in
            guard let speaker = note.speaker, seen.insert(speaker).inserted,
                !(attendance[speaker]?.hasAttended ?? false)
            else { return nil }
            let sentence =
                roster.person(speaker).map { "\($0.name) spoke and is not on the roll" }
                ?? "\(speaker) spoke and is neither on the roll nor on the roster"
            return Gap(kind: .unknownSpeaker, item: nil, sentence: sentence)
        }
    }
}
