import Foundation

/// A pause of the meeting.
public struct Recess: Codable, Equatable, Sendable {
    public let since: Date
    /// How long it is meant to last; nil if nobody said.
    public let minutes: Int?

    /// Seconds that are left of it; nil if nobody said how long it lasts.
    public func left(at moment: Date) -> TimeInterval? {
        minutes.map { Double($0 * 60) - moment.timeIntervalSince(since) }
    }
}

extension Act {
    /// The meeting paused. Clocks stand until it goes on.
    public struct Recessed: ActKind {
        public let minutes: Int?

        public static let name = "recessed"

        public var act: Act { .recessed(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.recess = Recess(since: moment, minutes: minutes)
            if let current = meeting.currentID { meeting.update(current) { $0.clock.stop(at: moment) } }
            meeting.queue.stop(at: moment)
        }

        public func spoken(in meeting: Meeting) -> String { "the recess" }

        public func told(in journal: Journal) -> [String] {
            ["recess\(minutes.map { " of \(counted($0, "minute"))" } ?? ""): `resume` goes on"]
        }

        public func event(in meeting: Meeting) -> String? {
            "Recess\(minutes.map { " of \(counted($0, "minute"))" } ?? "")"
        }

        public var columns: ActColumns? { ActColumns(ordinal: minutes) }
    }

    /// The meeting went on after a recess.
    public struct Resumed: ActKind {
        public static let name = "resumed"

        public var act: Act { .resumed }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.recess = nil
            if let current = meeting.currentID { meeting.update(current) { $0.clock.start(at: moment) } }
            meeting.queue.start(at: moment)
        }

        public func spoken(in meeting: Meeting) -> String { "the end of the recess" }

        public func told(in journal: Journal) -> [String] {
            let open = journal.meeting.openMotion.map { ", and the vote on \($0.question.spoken) is open" } ?? ""
            return ["the meeting goes on\(open)"]
        }

        public func event(in meeting: Meeting) -> String? { "The meeting went on" }

        public var columns: ActColumns? { ActColumns() }
    }
}

extension Act.Recessed {
    public init?(_ columns: ActColumns) { self.init(minutes: columns.ordinal) }
}

extension Act.Resumed {
    public init?(_ columns: ActColumns) { self.init() }
}

extension Meeting {
    func pause(for minutes: Int?) throws(Refusal) -> Act {
        try requireInSession("pause it")
        guard recess == nil else { throw Refusal("the meeting is already in recess: `resume` goes on") }
        if let minutes, !(1...1440).contains(minutes) {
            throw Refusal("\(minutes) is not a number of minutes for a recess: write one from 1 to 1440, or none")
        }
        return .recessed(Act.Recessed(minutes: minutes))
    }

    func resume() throws(Refusal) -> Act {
        try requireInSession("go on with it")
        guard recess != nil else {
            throw Refusal("there is no recess: `recess` begins one, and `clock resume` starts an item's clock")
        }
        return .resumed
    }

    /// What needs the council waits for the end of a recess. The roll, notes and actions don't.
    func requireNoRecess(for request: Request) throws(Refusal) {
        guard recess != nil, phase == .inSession, request.needsTheCouncil else { return }
        throw Refusal("the meeting is in recess: `resume` goes on with it")
    }
}

extension Request {
    fileprivate var needsTheCouncil: Bool {
        switch self {
        case .go, .motion, .vote, .tally, .consent, .escalate, .rule, .amend, .decide, .clock, .close, .closeIfComplete,
            .lead, .next:
            true
        default: false
        }
    }
}
