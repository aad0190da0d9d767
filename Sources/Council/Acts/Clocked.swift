import Foundation

extension Act {
    /// Somebody stopped an item's clock, started it again, or changed its time box.
    public struct Clocked: ActKind {
        public let item: ItemID
        public let change: ClockChange

        public static let name = "clocked"
        public static let showsItself = true

        public var act: Act { .clocked(self) }

        public func apply(to meeting: inout Meeting, at moment: Date) {
            meeting.update(item) { $0.clock.make(change, at: moment) }
        }

        public func spoken(in meeting: Meeting) -> String { "the change of the clock" }

        public func told(in journal: Journal) -> [String] {
            guard let item = journal.meeting.current else { return ["no clock"] }
            let box = item.timeBox.map { ", and the item has \(counted($0, "minute"))" } ?? ""
            return ["the clock \(item.clock.isPaused ? "stands" : "runs")\(box)"]
        }
    }
}

extension ItemClock {
    fileprivate mutating func make(_ change: ClockChange, at moment: Date) {
        switch change {
        case .pause:
            stop(at: moment)
            isPaused = true
        case .resume:
            isPaused = false
            start(at: moment)
        case .add(let minutes): addedMinutes += minutes
        }
    }
}

extension Meeting {
    func clock(_ change: ClockChange) throws(Refusal) -> Act {
        let item = try requireCurrent("set its clock")
        switch change {
        case .pause where item.clock.isPaused:
            throw Refusal("the clock is already paused: `clock resume` starts it")
        case .resume where item.clock.runningSince != nil:
            throw Refusal("the clock is already running: `clock pause` stops it")
        case .add(let minutes):
            guard minutes != 0, (-1440...1440).contains(minutes) else {
                throw Refusal(
                    "\(minutes) is not a number of minutes to add: write one from 1 to 1440, or below 0 to take away")
            }
        default: break
        }
        return .clocked(Act.Clocked(item: item.id, change: change))
    }
}
