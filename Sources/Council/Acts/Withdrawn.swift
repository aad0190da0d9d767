import Foundation

extension Act {
    /// A motion was taken back before its vote was closed.
    public struct Withdrawn: ActKind {
        public let item: ItemID
        public let motion: Int
        public let reason: String?

        public static let name = "withdrawn"

        public var act: Act { .withdrawn(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.update(item) { item in
                guard let place = item.motions.firstIndex(where: { $0.number == motion }) else { return }
                let taken = item.motions.remove(at: place)
                item.withdrawn = (item.withdrawn ?? []) + [taken]
                // Nothing else can have overtaken the decision while the vote was open.
                if taken.overtook == true { item.isDecisionOvertaken = false }
            }
        }

        public func rests(on other: Act) -> Bool { other.moved(motion) || other.asked(motion) }

        public func spoken(in meeting: Meeting) -> String { "the withdrawal of \(named(in: meeting))" }

        public func told(in journal: Journal) -> [String] { [sentence(in: journal.meeting)] }

        public func correction(in meeting: Meeting) -> String? {
            "item \(meeting.place(of: item)): motion \(motion) withdrawn"
        }

        /// Whoever was not there reads of which item it was, and who had put it.
        public func event(in meeting: Meeting) -> String? {
            let movers = asked(in: meeting).flatMap { meeting.movers($0.by, $0.second) }.map { ", \($0)," } ?? ""
            return "Item \(meeting.place(of: item)): \(named(in: meeting))\(movers) was withdrawn"
                + (reason.map { ", because: \($0)" } ?? "")
        }

        public var columns: ActColumns? { ActColumns(item: item, ordinal: motion, text: reason) }

        private func sentence(in meeting: Meeting) -> String {
            "\(named(in: meeting)) was withdrawn\(reason.map { " because \($0)" } ?? "")"
        }

        /// `motion 2 on “Should we pilot?”`.
        private func named(in meeting: Meeting) -> String {
            "motion \(motion)\(asked(in: meeting).map { " on \($0.question.spoken)" } ?? "")"
        }

        private func asked(in meeting: Meeting) -> Motion? {
            meeting.item(item)?.withdrawn?.first { $0.number == motion } ?? meeting.motion(motion)
        }
    }
}

extension Act.Withdrawn {
    public init?(_ columns: ActColumns) {
        guard let item = columns.item, let motion = columns.ordinal else { return nil }
        self.init(item: item, motion: motion, reason: columns.text)
    }
}

extension Meeting {
    /// Takes the open motion back: nothing was asked, and the ballots that were given count for nothing.
    func withdrawMotion(because reason: String?) throws(Refusal) -> Act {
        try requireInSession("withdraw a motion")
        guard let motion = openMotion else {
            throw Refusal(
                "no vote is open, so there is no motion to take back: `decide withdraw` takes the item itself back")
        }
        return .withdrawn(
            Act.Withdrawn(item: motion.item, motion: motion.number, reason: reason?.trimmed.nilIfEmpty))
    }
}
