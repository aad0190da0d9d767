import Foundation

extension Act {
    /// Somebody wants to speak.
    public struct Queued: ActKind {
        public let turn: SpeakerQueue.Turn

        public static let name = "queued"

        public var act: Act { .queued(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) { meeting.queue.add(turn) }

        public func rests(on other: Act) -> Bool { other.brought(turn.who) }

        public func spoken(in meeting: Meeting) -> String { "\(meeting.roster.name(of: turn.who)) in the queue" }

        public func told(in journal: Journal) -> [String] { [journal.meeting.queueLine ?? "nobody is in the queue"] }

        public var columns: ActColumns? { ActColumns(who: turn.who, word: turn.kind.rawValue) }
    }

    /// The next one in the queue speaks; without one, whoever spoke has ended.
    public struct Called: ActKind {
        public static let name = "called"

        public var act: Act { .called }

        public func apply(to meeting: inout Meeting, at moment: Date) { meeting.queue.advance(at: moment) }

        public func spoken(in meeting: Meeting) -> String { "the change of speaker" }

        public func told(in journal: Journal) -> [String] {
            [journal.meeting.queueLine ?? "nobody else is in the queue"]
        }

        public var columns: ActColumns? { ActColumns() }
    }

    /// The queue was closed, so that nobody else may join it, or opened again.
    public struct QueueClosed: ActKind {
        public let isClosed: Bool

        public static let name = "queue"

        public var act: Act { .queueClosed(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) { meeting.queue.isClosed = isClosed }

        public func spoken(in meeting: Meeting) -> String { isClosed ? "closing the queue" : "opening the queue" }

        public func told(in journal: Journal) -> [String] {
            guard isClosed else { return ["the queue is open again"] }
            let waiting = journal.meeting.queue.waiting.count
            return ["the queue is closed: \(waiting == 0 ? "nobody waits" : "\(inWords(waiting)) still to speak")"]
        }

        public var columns: ActColumns? { ActColumns(word: isClosed ? "close" : "open") }
    }
}

extension Act.Queued {
    public init?(_ columns: ActColumns) {
        guard let who = columns.who, let kind = columns.word.flatMap(SpeakerQueue.Kind.init) else { return nil }
        self.init(turn: SpeakerQueue.Turn(who: who, kind: kind))
    }
}

extension Act.Called {
    public init?(_ columns: ActColumns) { self.init() }
}

extension Act.QueueClosed {
    public init?(_ columns: ActColumns) {
        guard let word = columns.word, word == "close" || word == "open" else { return nil }
        self.init(isClosed: word == "close")
    }
}

extension Meeting {
    func queue(_ who: Handle, _ kind: SpeakerQueue.Kind) throws(Refusal) -> Act {
        _ = try requireCurrent("queue somebody")
        let person = try requirePerson(who)
        try requireInRoom(person)
        guard !queue.isClosed || kind == .order else {
            throw Refusal("the queue is closed: `queue open` opens it, and a point of order is always heard")
        }
        let turn = SpeakerQueue.Turn(who: who, kind: kind)
        guard !queue.waiting.contains(turn) else {
            throw Refusal("\(person.name) is already in the queue: `next` has them speak when it is their turn")
        }
        return .queued(Act.Queued(turn: turn))
    }

    func nextSpeaker() throws(Refusal) -> Act {
        _ = try requireCurrent("call a speaker")
        guard queue.speaking != nil || !queue.waiting.isEmpty else {
            throw Refusal("nobody is in the queue: `queue WHO` adds somebody, and `go next` takes up the next item")
        }
        return .called
    }

    func closeQueue(_ isClosed: Bool) throws(Refusal) -> Act {
        _ = try requireCurrent(isClosed ? "close the queue" : "open the queue")
        guard queue.isClosed != isClosed else {
            throw Refusal(
                isClosed
                    ? "the queue is already closed: `queue open` opens it"
                    : "the queue is open: `queue WHO` adds somebody")
        }
        return .queueClosed(Act.QueueClosed(isClosed: isClosed))
    }
}
