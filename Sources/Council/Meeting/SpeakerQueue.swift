import Foundation

/// Who wants to speak on the item before the council, and who does.
public struct SpeakerQueue: Codable, Equatable, Sendable {
    /// Those who wait, the next one first.
    public private(set) var waiting: [Turn] = []
    public private(set) var speaking: Speaking?
    /// Whether nobody else may queue.
    public internal(set) var isClosed = false
    /// What people have spoken from the queue so far, in this meeting.
    public private(set) var spoken: [Handle: Share] = [:]

    public struct Turn: Codable, Equatable, Sendable {
        public let who: Handle
        public let kind: Kind
    }

    /// The kinds in the order in which they speak.
    public enum Kind: String, Codable, CaseIterable, Comparable, Sendable {
        /// A point of order.
        case order
        /// A question that has to be cleared up first.
        case clarify
        /// On what is being said.
        case reply
        case new

        public static func < (left: Kind, right: Kind) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    public struct Speaking: Codable, Equatable, Sendable {
        public let turn: Turn
        /// Seconds of the times that have ended.
        var spent: TimeInterval = 0
        /// Since when it runs; nil in a recess.
        public internal(set) var runningSince: Date?

        public func used(at moment: Date) -> TimeInterval {
            spent + (runningSince.map { max(0, moment.timeIntervalSince($0)) } ?? 0)
        }
    }

    public struct Share: Codable, Equatable, Sendable {
        public internal(set) var turns = 0
        public internal(set) var seconds: TimeInterval = 0
    }

    /// Whether there is anything to show.
    public var isInUse: Bool { !waiting.isEmpty || speaking != nil || isClosed }

    /// Behind all of its kind and of the kinds before it.
    mutating func add(_ turn: Turn) {
        let place = waiting.firstIndex { $0.kind > turn.kind } ?? waiting.endIndex
        waiting.insert(turn, at: place)
    }

    /// The one who speaks ends, and the next one begins.
    mutating func advance(at moment: Date) {
        end(at: moment)
        guard !waiting.isEmpty else { return }
        speaking = Speaking(turn: waiting.removeFirst(), runningSince: moment)
    }

    private mutating func end(at moment: Date) {
        guard let ending = speaking else { return }
        var share = spoken[ending.turn.who] ?? Share()
        share.turns += 1
        share.seconds += ending.used(at: moment)
        spoken[ending.turn.who] = share
        speaking = nil
    }

    /// Another item has a queue of its own.
    mutating func clear(at moment: Date) {
        end(at: moment)
        waiting = []
        isClosed = false
    }

    /// Somebody who left neither speaks nor waits.
    mutating func remove(_ who: Handle, at moment: Date) {
        waiting.removeAll { $0.who == who }
        if speaking?.turn.who == who { end(at: moment) }
    }

    /// What people have spoken, those with the most time first, and whoever speaks included.
    public func shares(at moment: Date) -> [(who: Handle, turns: Int, seconds: Int)] {
        var spoken = spoken
        if let speaking {
            var share = spoken[speaking.turn.who] ?? Share()
            share.turns += 1
            share.seconds += speaking.used(at: moment)
            spoken[speaking.turn.who] = share
        }
        return spoken.sorted { ($1.value.seconds, $0.key) < ($0.value.seconds, $1.key) }.map {
            (who: $0.key, turns: $0.value.turns, seconds: Int($0.value.seconds))
        }
    }

    mutating func stop(at moment: Date) {
        guard let used = speaking?.used(at: moment) else { return }
        speaking?.spent = used
        speaking?.runningSince = nil
    }

    mutating func start(at moment: Date) {
        if speaking != nil, speaking?.runningSince == nil { speaking?.runningSince = moment }
    }
}

extension Meeting {
    /// `Lena Ortiz speaks; next: Wen Li (reply), Bo Berg; closed`; nil as long as nobody uses the queue.
    public var queueLine: String? {
        guard queue.isInUse else { return nil }
        let speaking = queue.speaking.map { ["\(roster.name(of: $0.turn.who)) speaks\(kind(of: $0.turn))"] } ?? []
        let names = queue.waiting.map { roster.name(of: $0.who) + kind(of: $0) }
        let waiting = names.isEmpty ? [] : ["next: \(names.joined(separator: ", "))"]
        return (speaking + waiting + (queue.isClosed ? ["the queue is closed"] : [])).joined(separator: "; ")
    }

    private func kind(of turn: SpeakerQueue.Turn) -> String { turn.kind == .new ? "" : " (\(turn.kind.rawValue))" }

    /// What people have spoken from the queue, those with the most time first: `Lena Ortiz: 2 turns, 3:10`.
    public func shares(at moment: Date) -> [String] {
        queue.shares(at: moment).map { who, turns, seconds in
            let second = seconds % 60
            return "\(roster.name(of: who)): \(counted(turns, "turn")), "
                + "\(seconds / 60):\(second < 10 ? "0" : "")\(second)"
        }
    }
}
