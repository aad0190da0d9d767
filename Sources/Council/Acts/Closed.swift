import Foundation

extension Act {
    /// The meeting was closed, with what it left open.
    public struct Closed: ActKind {
        public let gaps: [Gap]

        public static let name = "closed"

        public var act: Act { .closed(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.phase = .closed
            meeting.closedAt = moment
            meeting.gapsAtClose = gaps
            if let current = meeting.currentID { meeting.update(current) { $0.clock.stop(at: moment) } }
            meeting.queue.clear(at: moment)
        }

        public func spoken(in meeting: Meeting) -> String { "closing" }

        public func told(in journal: Journal) -> [String] { ["the meeting is closed"] }
    }
}

extension Meeting {
    func close() throws(Refusal) -> Act {
        guard phase != .closed else { throw Refusal(closedAlready) }
        guard phase == .inSession else {
            throw Refusal("the meeting has not been called to order: `open` it, or `q` leaves it for later")
        }
        try requireNoOpenVote(before: "you close")
        return .closed(Act.Closed(gaps: gaps))
    }

    func closeIfComplete() throws(Refusal) -> Act {
        let closing = try close()
        let names = namesOfGaps
        guard names.isEmpty else {
            throw Refusal(
                "\(listed(names)) \(names.count == 1 ? "is" : "are") left open: `close anyway` closes all the same")
        }
        return closing
    }

    var closedAlready: String { "the meeting is already closed: `reopen because TEXT` opens it again" }
}
