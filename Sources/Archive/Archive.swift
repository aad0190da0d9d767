import Agendas
import Council
import Foundation
import Host
import Minutes

/// What earlier meetings left, read back from the files that travel with the minutes and from the record.
///
/// Both ways lead through the same text: a meeting of the record is written as its `record.json` would be, and read as
/// one. So a folder that was only copied knows what the one knows that the meetings were held in.
public enum Archive {
    /// The meetings that were held, and what is to be said of what was found.
    public struct History: Equatable, Sendable {
        /// Oldest first, one of a day.
        public var meetings: [HeldMeeting]
        /// What can't be read: each stands for a meeting that is left out.
        public var faults: [Fault]
        /// What a person should know of, a sentence each.
        public var notes: [String]

        public init(meetings: [HeldMeeting], faults: [Fault], notes: [String]) {
            self.meetings = meetings
            self.faults = faults
            self.notes = notes
        }
    }

    /// What the minutes of some days hold: nil for a day without a record.
    ///
    /// - Parameters:
    ///   - folder: The folder of all minutes; none is as good as an empty one.
    ///   - days: The days whose minutes are read; nil for all of them.
    ///   - known: What is known of some days already. Their minutes are not read.
    ///   - roster: Who has which name, for minutes from before minutes had handles.
    public static func readings(
        in folder: String, of days: Set<CalendarDay>? = nil, known: [CalendarDay: ReadMinutes] = [:], roster: Roster?
    ) -> [Result<ReadMinutes?, Fault>] {
        let names = days == nil ? (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] : []
        let premises = Premises(folder)
        return (days.map(Array.init) ?? names.compactMap { CalendarDay($0) }).sorted().concurrentMap { day in
            if let reading = known[day] { return .success(reading) }
            return Result { () throws(Fault) in
                try RecordFile(in: folder, of: day).meeting(within: premises, roster: roster)
            }
        }
    }

    /// Every meeting that was held, in its newest form: of the highest revision, and of those the one that ends with the
    /// later entry of the record.
    ///
    /// - Parameters:
    ///   - folder: the folder of all minutes; none is as good as an empty one.
    ///   - days: the days whose minutes are read; nil for all of them.
    ///   - journals: the meetings of the record; one that was never closed was not held.
    ///   - made: the `record.json` of some of them, as it would be written, so that it is not made twice.
    ///   - roster: who has which name, for minutes from before minutes had handles.
    public static func history(
        minutes folder: String, of days: Set<CalendarDay>? = nil, journals: [Journal] = [],
        made: [CalendarDay: String] = [:], roster: Roster? = nil
    ) -> History {
        history(of: readings(in: folder, of: days, roster: roster), journals: journals, made: made, roster: roster)
    }

    /// The same, of minutes that were read already.
    public static func history(
        of readings: [Result<ReadMinutes?, Fault>], journals: [Journal] = [], made: [CalendarDay: String] = [:],
        roster: Roster? = nil
    ) -> History {
        let minuted = readings.map { $0.map { $0.map { Source($0) } } }
        let recorded = journals.concurrentMap { journal in
            Result { () throws(Fault) -> Source? in
                try Source(of: journal, made: made[journal.meeting.agenda.date])
            }
        }
        var sources: [Source] = []
        var history = History(meetings: [], faults: [], notes: [])
        for result in minuted + recorded {
            switch result {
            case .success(let source): sources += [source].compactMap { $0 }
            case .failure(let fault): history.faults.append(fault)
            }
        }
        for (day, sources) in Dictionary(grouping: sources, by: \.day).sorted(by: { $0.key < $1.key }) {
            let held = sources.filter(\.wasHeld)
            guard let newest = held.max() else {
                if sources.contains(where: { $0.journal == nil }) {
                    history.notes.append("the minutes of \(day) are of a meeting that is not closed, and are left out")
                }
                continue
            }
            history.meetings.append(newest.meeting)
            history.notes += held.compactMap { newest.note(on: $0, roster: roster) }
        }
        return history
    }
}
