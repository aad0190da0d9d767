import Foundation

extension Act {
    /// Somebody came, joined remotely, or left.
    public struct Rolled: ActKind {
        public let who: Handle
        public let presence: Presence
        /// Whether it corrects what stood there for a few seconds, so that nobody came or left.
        public let isCorrection: Bool

        init(who: Handle, presence: Presence, isCorrection: Bool = false) {
            self.who = who
            self.presence = presence
            self.isCorrection = isCorrection
        }

        public static let name = "rolled"
        public static let showsItself = true

        public var act: Act { .rolled(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            if let person = meeting.named?.first(where: { $0.handle == who }), !meeting.isOnRoll(who) {
                meeting.welcome(Guest(handle: who, name: person.name, email: person.email))
            }
            if isCorrection {
                meeting.attendance[who]?.correct(to: presence)
            } else if meeting.attendance[who] == nil {
                meeting.attendance[who] = Attendance(presence: presence, at: moment)
            } else {
                meeting.attendance[who]?.change(to: presence, at: moment)
            }
            if !presence.isInRoom { meeting.queue.remove(who, at: moment) }
        }

        public func rests(on other: Act) -> Bool { other.brought(who) }

        public func spoken(in meeting: Meeting) -> String { "\(meeting.roster.name(of: who)) \(presence.rawValue)" }

        public func told(in journal: Journal) -> [String] {
            [spoken(in: journal.meeting), journal.meeting.quorumLine]
        }

        public func correction(in meeting: Meeting) -> String? {
            "\(meeting.roster.name(of: who)) is on the roll as \(presence.rawValue)"
        }

        public var columns: ActColumns? {
            ActColumns(who: who, word: presence.rawValue, text: isCorrection ? "correction" : nil)
        }
    }
}

extension Act.Rolled {
    public init?(_ columns: ActColumns) {
        guard let who = columns.who, let presence = columns.word.flatMap(Presence.init) else { return nil }
        self.init(who: who, presence: presence, isCorrection: columns.text != nil)
    }
}

/// Somebody as they are to stand on the roll.
public struct RollEntry: Codable, Equatable, Sendable {
    public let who: Handle
    public let presence: Presence

    public init(who: Handle, presence: Presence) {
        self.who = who
        self.presence = presence
    }
}

extension Meeting {
    /// Those who stand there already are passed over.
    func roll(_ entries: [RollEntry], at now: Date) throws(Refusal) -> [Act] {
        guard !entries.isEmpty else { throw Library.noEarlierRoll }
        var acts: [Act] = []
        for entry in entries where presence(of: entry.who) != entry.presence {
            acts.append(try roll(entry.who, entry.presence, at: now))
        }
        guard !acts.isEmpty else {
            throw Refusal("everybody is already on the roll: `roll WHO absent` when they leave")
        }
        return acts
    }

    /// Whether somebody stands on the roll, or can be put there without becoming a guest.
    fileprivate func isOnRoll(_ who: Handle) -> Bool { roster.everybody.contains { $0.handle == who } }

    /// What stood on the roll for some seconds was a slip of the finger, unless the person has spoken or voted by then.
    private func isFlicker(of who: Handle, at now: Date) -> Bool {
        guard phase == .inSession, let last = attendance[who]?.changes.last,
            now.timeIntervalSince(last.at) < Self.flicker
        else { return false }
        let hasVoted = motions.contains { motion in
            motion.at >= last.at && motion.tally != nil || motion.isOpen && motion.ballots[who] != nil
        }
        return !hasVoted
            && !items.contains { $0.notes.contains { $0.speaker == who && $0.at >= last.at && $0.since == nil } }
    }

    /// Seconds.
    private static let flicker: TimeInterval = 30

    func roll(_ who: Handle, _ presence: Presence, at now: Date) throws(Refusal) -> Act {
        try requireNotClosed("call the roll")
        let person = try requirePerson(who)
        guard attendance[who]?.presence != presence else {
            let change = presence.isInRoom ? "absent` when they leave" : "present` when they come"
            throw Refusal("\(person.name) is already on the roll as \(presence.rawValue): `roll \(who) \(change)")
        }
        return .rolled(Act.Rolled(who: who, presence: presence, isCorrection: isFlicker(of: who, at: now)))
    }
}
