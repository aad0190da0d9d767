import Council
import Screen

/// The speakers' queue, below the header: who speaks and for how long, and who waits. It is out of sight until used.
struct QueueLine: Equatable {
    private let speaking: (name: String, clock: String, isRunning: Bool)?
    private let waiting: [String]
    private let isClosed: Bool

    init(_ room: Model) {
        let queue = room.meeting.queue
        func name(_ turn: SpeakerQueue.Turn) -> String {
            let name = room.meeting.roster.shortName(of: turn.who)
            return turn.kind == .new ? name : "\(name) (\(turn.kind.rawValue))"
        }
        speaking = queue.speaking.map {
            (name($0.turn), minutesAndSeconds($0.used(at: room.now)), $0.runningSince != nil)
        }
        waiting = queue.waiting.map(name)
        isClosed = queue.isClosed
    }

    static func == (left: QueueLine, right: QueueLine) -> Bool {
        left.waiting == right.waiting && left.isClosed == right.isClosed
            && left.speaking?.name == right.speaking?.name && left.speaking?.clock == right.speaking?.clock
            && left.speaking?.isRunning == right.speaking?.isRunning
    }

    func draw(_ canvas: inout Canvas) {
        canvas.fill(Style(.text, on: .page))
        var spans: [Span] = []
        if let speaking {
            spans = [
                Span("▶ \(speaking.name) ", Style(.strong, on: .page, .bold)),
                Span(speaking.clock, Style(speaking.isRunning ? .timeGood : .muted, on: .page, .bold)),
                Span("   ", .plain),
            ]
        }
        spans.append(Span(waiting.isEmpty ? "nobody waits" : "next: ", Style(.label)))
        spans.append(Span(waiting.joined(separator: " · "), .plain))
        if isClosed { spans.append(Span("   queue closed", Style(.muted))) }
        canvas.put(Line(spans), row: 0, column: 1, overflow: .ellipsis)
    }
}
