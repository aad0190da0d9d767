import Foundation

extension Act {
    /// Somebody in the room wants an item taken up by itself, and not together with others.
    public struct Flagged: ActKind {
        public let item: ItemID
        /// Nil if nobody was named.
        public let who: Handle?
        public let objection: ConsentObjection.Kind
        public let reason: String?

        public static let name = "flagged"

        public var act: Act { .flagged(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.update(item) {
                $0.updateVoice(of: who) { voice in
                    voice.objection = ConsentObjection(kind: objection, reason: reason, isFromTheRoom: true)
                }
            }
        }

        public func spoken(in meeting: Meeting) -> String {
            "the \(objection.rawValue) on item \(meeting.place(of: item))"
        }

        public func told(in journal: Journal) -> [String] {
            let meeting = journal.meeting
            let said = ConsentObjection(kind: objection, reason: reason)
            return [
                "item \(meeting.place(of: item)) is \(meeting.spoken(said, of: who)), and is not in the consent lane"
            ]
        }

        public func correction(in meeting: Meeting) -> String? {
            "item \(meeting.place(of: item)) \(objection.past)"
        }

        public var columns: ActColumns? {
            ActColumns(item: item, who: who, word: objection.rawValue, text: reason)
        }
    }
}

extension Act.Flagged {
    public init?(_ columns: ActColumns) {
        guard let item = columns.item, let objection = columns.word.flatMap(ConsentObjection.Kind.init) else {
            return nil
        }
        self.init(item: item, who: columns.who, objection: objection, reason: columns.text)
    }
}

extension Meeting {
    func flag(
        _ number: Int, by who: Handle?, as kind: ConsentObjection.Kind, because reason: String?
    ) throws(Refusal) -> Act {
        let item = try requireUndecided(number, to: kind.rawValue)
        if let who { try requireOnFile(who, to: "flag and hold items") }
        let reason = kind == .flag ? try requireReason(reason ?? "", for: "a flag") : reason?.trimmed.nilIfEmpty
        let objection = ConsentObjection(kind: kind, reason: reason, isFromTheRoom: true)
        if let known = item.voice(of: who)?.objection, known.kind == kind, known.reason == reason {
            throw Refusal("item \(number) is already \(spoken(objection, of: who)): `go \(number)` takes it up")
        }
        return .flagged(Act.Flagged(item: item.id, who: who, objection: kind, reason: reason))
    }

    /// An item of the lane's kinds on which nothing is decided.
    func requireUndecided(_ number: Int, to what: String) throws(Refusal) -> Item {
        try requireInSession("\(what) an item")
        guard let rule = roster.consent else { throw Refusal(noConsentLane) }
        let item = try requireItem(number)
        guard let proposal = effectiveProposal(of: item), rule.kinds.contains(proposal.kind) else {
            throw Refusal(
                "item \(number) is not for the consent lane, which takes \(listed(rule.kinds.map(\.rawValue))): "
                    + "`go \(number)` takes it up")
        }
        if let decision = item.decision {
            throw Refusal(
                "item \(number) was already \(decision.spoken): `go \(number)` takes it up, and the council decides again"
            )
        }
        return item
    }

    public var noConsentLane: String {
        "this council has no consent lane: `consent` in council.yaml makes one, and `go N` takes up an item"
    }
}
