import Agendas
import Council
import Foundation
import Ledger

/// A meeting that was opened: its journal, and the right to write it, or the name of who has it.
final class Opened {
    let place: MeetingPlace
    let record: any Ledger
    let date: CalendarDay
    let isRehearsal: Bool
    /// Whether there is no meeting, and only the library is shown.
    let isLibraryAlone: Bool
    /// Where the record was when it was opened, and where the next start looks for it.
    let folderAtStart: String?
    private let path: String?
    private(set) var journal: Journal
    /// Half-typed notes, by their items.
    let drafts: [ItemID?: String]
    /// Writes acts; nil while another terminal does, and in a rehearsal.
    private(set) var recorder: Recorder?
    /// Why nothing can be recorded here; nil if it can.
    private(set) var whyReadOnly: Refusal?
    private let makeRecorder: RecorderMaker

    /// Puts submissions into the record; nil while this terminal records nothing.
    private(set) var session: Session?

    typealias RecorderMaker = (Session) throws(LedgerError) -> Recorder

    init(
        _ meeting: MeetingChoice.Candidate, in place: MeetingPlace, record: any Ledger, rehearsing: Bool,
        following: Bool = false,
        makeRecorder: @escaping RecorderMaker = { session throws(LedgerError) in try Recorder(session) }
    ) throws {
        self.place = place
        self.makeRecorder = makeRecorder
        self.record = record
        date = meeting.date
        path = meeting.path
        isRehearsal = rehearsing
        isLibraryAlone = false
        folderAtStart = record.folder
        let log = try record.log(of: meeting.date)
        if let resumed = Journal(entries: log.entries) {
            journal = resumed
            drafts = try Self.drafts(of: meeting.date, in: record)
        } else {
            if !rehearsing { try place.requireNotHeld(meeting.date) }
            journal = Journal(docket: try Self.load(meeting.path, meeting.date, place))
            drafts = [:]
        }
        if following, !rehearsing {
            whyReadOnly = Refusal(
                "this terminal was opened with --presenter and shows what another one records: leave its view to "
                    + "record here")
        } else if !rehearsing {
            try takeLease(having: log)
        }
    }

    /// The library without a meeting: nothing is recorded, and the files are read when the screen stands.
    init(libraryOf place: MeetingPlace) {
        self.place = place
        makeRecorder = { session throws(LedgerError) in try Recorder(session) }
        record = MemoryLedger()
        date = CalendarDay(daysSinceEpoch: 0)
        path = nil
        isRehearsal = true
        isLibraryAlone = true
        folderAtStart = nil
        let nobody = Roster(name: "", chair: Chair(member: Handle("chair")), members: [])
        journal = Journal(
            docket: Docket(roster: nobody, agenda: Agenda(date: date, items: []), proposals: [:]))
        drafts = [:]
    }

    /// The key under which the record keeps a half-typed note.
    static func noteDraft(on item: ItemID?) -> DraftKey { DraftKey("note", on: item) }

    static func drafts(of date: CalendarDay, in record: any Ledger) throws(LedgerError) -> [ItemID?: String] {
        var drafts: [ItemID?: String] = [:]
        for (key, text) in try record.drafts(of: date) where key.kind == "note" && key.author == nil {
            drafts[key.item] = text
        }
        return drafts
    }

    /// The docket as the files have it now.
    func load() throws(Faults) -> Docket { try Self.load(path, date, place) }

    /// Reads the files on another thread; nil if they are faulty.
    var loader: @Sendable () -> Docket? {
        let (path, date, place) = (path, date, place)
        return { try? Self.load(path, date, place) }
    }

    private static func load(_ path: String?, _ date: CalendarDay, _ place: MeetingPlace) throws(Faults) -> Docket {
        if let path { return try place.agendas.load(path: path) }
        return try place.agendas.load(date)
    }

    /// Asks for the right to write.
    ///
    /// - Parameter log: all that the record has of the meeting; it is read if it is not given.
    /// - Returns: whether this terminal has it now.
    @discardableResult
    func takeLease(having log: MeetingLog? = nil) throws(LedgerError) -> Bool {
        guard record.isWritable else {
            whyReadOnly = Refusal(
                "the folder \(record.folder ?? place.folder) can't be written, so the meeting is only shown: "
                    + "make it writable and start again")
            return false
        }
        switch try record.takeLease(for: date, at: Date()) {
        case .held(let lease):
            whyReadOnly = nil
            let known: MeetingLog
            if let log { known = log } else { known = try record.log(of: date) }
            let session = Session(record, lease: lease, log: known)
            self.session = session
            recorder = try makeRecorder(session)
            return true
        case .taken(let who):
            whyReadOnly = Refusal(
                "\(who?.description ?? "another terminal") records this meeting, so here it is only shown: "
                    + "type there, or leave it there first")
            return false
        }
    }

    /// Ends the right to write, with everything on the disk.
    func leave() {
        recorder = nil
        session?.release()
        session = nil
    }
}
