import Agendas
import Council
import Foundation
import Ledger
import Live
import Room

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

    /// How other terminals may join; nil if none may.
    private let hosting: Hosting?
    /// The meeting as it is shared with other terminals; nil if this one is alone.
    private(set) var shared: SharedMeeting?
    private(set) var host: MeetingHost?
    /// The meeting that another program records, if this one has joined it.
    let joined: JoinedMeeting?
    /// Whether others record, too.
    let part: Part

    /// How a meeting is hosted.
    struct Hosting {
        let handle: Handle
        let socket: MeetingSocket
        let relays: String?
    }

    typealias RecorderMaker = (Session) throws(LedgerError) -> Recorder

    init(
        _ meeting: MeetingChoice.Candidate, in place: MeetingPlace, record: any Ledger, rehearsing: Bool,
        following: Bool = false, hosting: Hosting? = nil,
        makeRecorder: @escaping RecorderMaker = { session throws(LedgerError) in try Recorder(session) }
    ) throws {
        self.place = place
        self.makeRecorder = makeRecorder
        self.record = record
        self.hosting = hosting
        joined = nil
        let signer = hosting?.handle ?? record.signer
        part = signer.map { .host($0) } ?? .alone
        date = meeting.date
        path = meeting.path
        isRehearsal = rehearsing
        isLibraryAlone = false
        folderAtStart = record.folder
        let log = try record.log(of: meeting.date)
        if let resumed = Journal(entries: log.entries) {
            journal = resumed
            drafts = try Self.drafts(of: meeting.date, in: record, by: signer)
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
        (hosting, joined, part) = (nil, nil, .alone)
        record = MemoryLedger()
        date = CalendarDay(daysSinceEpoch: 0)
        path = nil
        isRehearsal = true
        isLibraryAlone = true
        folderAtStart = nil
        journal = Journal(docket: .nothing)
        drafts = [:]
    }

    /// A meeting that another program records. Nothing of it is kept here.
    init(joining meeting: JoinedMeeting, _ welcome: JoinedMeeting.Welcome, in place: MeetingPlace) throws {
        self.place = place
        makeRecorder = { session throws(LedgerError) in try Recorder(session) }
        record = MemoryLedger()
        date = welcome.date
        path = nil
        isRehearsal = false
        isLibraryAlone = false
        folderAtStart = nil
        hosting = nil
        joined = meeting
        part = .joined(welcome.handle)
        journal = welcome.journal
        drafts = welcome.drafts
        recorder = try Recorder(meeting, of: welcome.date)
    }

    /// What writes acts; nil if nothing is recorded here.
    var writer: (any RecordWriter)? { joined ?? shared ?? session }

    /// What is shared with other programs; nil if this one is alone.
    var live: (any LivePart)? { joined ?? shared }

    /// The key under which the record keeps a half-typed note.
    static func noteDraft(on item: ItemID?, by author: Handle? = nil) -> DraftKey {
        DraftKey("note", on: item, by: author)
    }

    static func drafts(
        of date: CalendarDay, in record: any Ledger, by author: Handle? = nil
    ) throws(LedgerError) -> [ItemID?: String] {
        var drafts: [ItemID?: String] = [:]
        for (key, text) in try record.drafts(of: date) where key.kind == "note" && key.author == author {
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
            if let hosting {
                try share(session, hosting)
            } else {
                recorder = try makeRecorder(session)
            }
            return true
        case .taken(let who):
            whyReadOnly = Refusal(
                "\(who?.description ?? "another terminal") records this meeting, so here it is only shown: "
                    + "type there, or leave it there first")
            return false
        }
    }

    /// Opens the meeting to other terminals.
    private func share(_ session: Session, _ hosting: Hosting) throws(LedgerError) {
        try nameScribe(hosting.handle, session)
        let meeting: SharedMeeting
        do throws(LiveError) {
            meeting = try SharedMeeting(session, journal)
            host = try MeetingHost(
                meeting, at: hosting.socket, as: hosting.handle, program: MLReview.version, relays: hosting.relays)
        } catch {
            throw .failed("the meeting's socket", reason: error.sentence)
        }
        shared = meeting
        recorder = try Recorder(meeting, of: date)
    }

    /// Who hosts a meeting takes its notes: they come on the roll, and are one of its scribes.
    private func nameScribe(_ handle: Handle, _ session: Session) throws(LedgerError) {
        guard journal.meeting.phase != .closed else { return }
        for request in [Request.roll(who: handle, presence: .present), .scribe(who: handle)] {
            let meeting = journal.meeting
            if case .roll = request, meeting.isInRoom(handle) { continue }
            if case .scribe = request, meeting.isScribe(handle) { continue }
            let submission = Submission(request, at: Date())
            guard let entries = try? journal.propose(submission) else { continue }
            switch try session.append(entries, of: submission, clearingDraft: nil) {
            case .recorded(let recorded): for entry in recorded { journal.append(entry) }
            case .rebased(let all), .declined(_, let all): journal = all
            }
        }
    }

    /// Ends the right to write, with everything on the disk.
    func leave() {
        host?.end()
        host = nil
        shared = nil
        joined?.leave()
        recorder = nil
        session?.release()
        session = nil
    }
}
