import Council
import Foundation

extension Command {
    static let queue = Command(
        "queue", "[WHO [order|clarify|reply|new]|close|open]", label: "queue", group: .debate,
        completes: [.person, .choice(SpeakerQueue.Kind.allCases.map(\.rawValue))],
        help:
            "Puts a speaker in the queue: points of order first, then questions, replies, new points. Alone, lists the queue.",
        probe: { meeting in
            let free = meeting.roster.everybody.map(\.handle).first { who in
                meeting.isInRoom(who) && !meeting.queue.waiting.contains { $0.who == who }
            }
            return (free ?? meeting.roster.everybody.first?.handle).map { .queue(who: $0, kind: .order) }
        },
        line: { request in
            switch request {
            case .queue(let who, let kind): "queue @\(who) \(kind.rawValue)"
            case .closeQueue(let isClosed): isClosed ? "queue close" : "queue open"
            default: nil
            }
        }
    ) { words, _ throws(Refusal) in
        switch words.peek?.lowercased() {
        case nil:
            return .screen(
                { room throws(Refusal) in
                    room.notice = Notice(Self.lines(of: room.meeting, at: room.now).joined(separator: "; "))
                    return []
                }, console: { narrator throws(Refusal) in Self.lines(of: narrator.meeting, at: narrator.now) })
        case "close", "open": return .ask(.closeQueue(words.next()?.lowercased() == "close"))
        default:
            let who = try words.requireHandle()
            return .ask(.queue(who: who, kind: words.isEmpty ? .new : try words.requireChoice(SpeakerQueue.Kind.self)))
        }
    }

    static let next = Command(
        "next", key: ">", label: "next speaker", footer: 7, group: .debate,
        help: "Calls the next speaker in the queue and starts their clock.",
        probe: { _ in .next },
        line: { $0 == .next ? "next" : nil }
    ) { _, _ in .ask(.next) }

    private static func lines(of meeting: Meeting, at now: Date) -> [String] {
        [meeting.queueLine ?? "nobody is in the queue: `queue WHO` adds somebody"] + meeting.shares(at: now)
    }
}
