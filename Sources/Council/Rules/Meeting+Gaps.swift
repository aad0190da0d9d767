/// What a meeting leaves open.
extension Meeting {
    /// What would be left open if the meeting were closed now: the closing checklist, an open vote apart.
    public var gaps: [Gap] {
        itemGaps + actionGaps + speakerGaps
    }

    /// What is left open, once each: `item 2 (A draft)`.
    var namesOfGaps: [String] {
        let open = Set(gaps.compactMap { gap in gap.kind.isOfActions ? nil : gap.item })
        let names = items.enumerated().filter { open.contains($0.element.id) }.map { place, item in
            "item \(place + 1) (\(title(of: item)))"
        }
        return names + unassignedActions.map { "action \($0.number)" } + (speakerGaps.isEmpty ? [] : ["the roll"])
    }

    private var itemGaps: [Gap] {
        var gaps: [Gap] = []
        for (index, item) in items.enumerated() {
            let named = "item \(index + 1), \(title(of: item))"
            if item.motionAwaitingRuling != nil {
                gaps.append(Gap(kind: .untakenRuling, item: item.id, sentence: "\(named): the chair has not ruled"))
            }
            if item.decision == nil, item.dropped == nil {
                gaps.append(Gap(kind: .undecided, item: item.id, sentence: "\(named): no decision"))
            }
            if let decision = item.decision, item.isDecisionOvertaken {
                let sentence = "\(decision.spoken), then amended or voted on again, but not decided again"
                gaps.append(Gap(kind: .undecided, item: item.id, sentence: "\(named): \(sentence)"))
            }
            // Those of earlier hearings come to the next one by themselves, as long as nothing was decided over them.
            for concern in item.openConcerns where concern.since == nil || item.decision != nil {
                gaps.append(
                    Gap(
                        kind: .openConcern, item: item.id, number: concern.number,
                        sentence: "\(named): \(name(of: concern, on: item)) is open: \(concern.text)"))
            }
        }
        return gaps
    }

    /// `concern 4`; `concern 4, a condition of the approval,`.
    private func name(of concern: Note, on item: Item) -> String {
        let isCondition = item.decision?.conditions?.contains(concern.number) == true
        return "concern \(concern.number)\(isCondition ? ", a condition of the approval," : "")"
    }

    private var actionGaps: [Gap] {
        unassignedActions.map { action in
            let missing = [action.owner == nil ? "no owner" : nil, action.due == nil ? "no date" : nil]
            return Gap(
                kind: action.owner == nil ? .ownerlessAction : .dateless, item: action.item, number: action.number,
                sentence: "action \(action.number) has \(listed(missing.compactMap { $0 })): \(action.text)")
        }
    }

    private var unassignedActions: [ActionItem] { actions.filter { !$0.isDone && ($0.owner == nil || $0.due == nil) } }

    private var speakerGaps: [Gap] {
        var seen: Set<Handle> = []
        // Gaps are printed, and private notes appear in no output.
        let heard = items.flatMap(\.notes).filter { $0.isMinuted && $0.since == nil }
        return heard.compactMap { note in
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
