import Agendas
import Council
import Minutes

/// A meeting as one of the two places has it that meetings are read from: its minutes or the record.
struct Source {
    let meeting: HeldMeeting
    /// The entry of the record that the minutes end with; 0 if they name none.
    let entry: Int
    /// Of `record.json`.
    let version: Int
    /// The meeting in the record; nil for one that was read from its minutes.
    let journal: Journal?

    init(_ read: ReadMinutes) {
        meeting = read.meeting
        entry = read.entry ?? 0
        version = read.version
        journal = nil
    }

    /// - Parameter text: The meeting's `record.json`, if it is made already.
    init(of journal: Journal, made text: String? = nil) throws(Fault) {
        let read = try Self.read(journal, made: text)
        meeting = read.meeting
        entry = Minutes.lastEntry(of: journal) ?? 0
        version = read.version
        self.journal = journal
    }

    private static func read(
        _ journal: Journal, made text: String? = nil, as version: Int? = nil, roster: Roster? = nil
    ) throws(Fault) -> ReadMinutes {
        let bytes = Array((text ?? Minutes.record(of: journal)).utf8)
        do throws(JSONReader.Fault) {
            return try RecordReader.read(bytes, of: nil, roster: roster, as: version)
        } catch {
            let day = journal.meeting.agenda.date
            let (line, column) = JSONReader(bytes).position(of: error.place)
            throw Fault(
                file: "\(day)/record.json", line: line, column: column,
                message: "\(error.sentence), as the record would have it written; the meeting of \(day) is left out")
        }
    }

    var day: CalendarDay { meeting.date }

    /// A meeting that was closed once was held, even if its minutes are being corrected.
    var wasHeld: Bool { meeting.closedAt != nil }

    /// Says in what another source of the same minutes differs; nil if it does not, or is of other minutes.
    func note(on other: Source, roster: Roster?) -> String? {
        guard other.meeting.revision == meeting.revision, (journal == nil) != (other.journal == nil) else { return nil }
        // What version 1 can't say is no difference.
        let mine = (try? asVersion1(beside: other, roster: roster)) ?? meeting
        let theirs = (try? other.asVersion1(beside: self, roster: roster)) ?? other.meeting
        let differences = mine.differences(from: theirs)
        guard !differences.isEmpty else { return nil }
        let rest = differences.count - Self.mostNamed
        let named = Array(differences.prefix(Self.mostNamed)) + (rest > 0 ? ["\(rest) more"] : [])
        return "the minutes of \(day) and the record differ: \(listed(named)); "
            + (journal == nil ? "the minutes are newer and are taken" : "the record is taken")
    }

    /// What is in a note is read; what differs can be looked up.
    private static let mostNamed = 5

    private func asVersion1(beside other: Source, roster: Roster?) throws(Fault) -> HeldMeeting {
        guard let journal, other.version == 1 else { return meeting }
        return try Self.read(journal, as: 1, roster: roster).meeting
    }
}

extension Source: Comparable {
    /// The newer one is greater. Of two that are as new as each other it is the record's, which proves itself.
    static func < (left: Source, right: Source) -> Bool { left.rank < right.rank }

    static func == (left: Source, right: Source) -> Bool { left.rank == right.rank }

    private var rank: (Int, Int, Int) { (meeting.revision, entry, journal == nil ? 0 : 1) }
}
