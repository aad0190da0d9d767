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
    private(set) var drafts: [ItemID?: String]
    /// What was found in the outbox of whoever hosts, and done with it.
    private(set) var found: [String] = []
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
    /// Takes in what others record on the same server; nil if there is none.
    private var follower: RecordFollower?
    /// The meeting that another program records, if this one has joined it.
    let joined: JoinedMeeting?
    /// The command by which this terminal has joined; nil if it has not.
    let comeBack: String?
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
        if hosting != nil, RecordPlace.isServer(record) {
            throw Complaint(
                "the record is in the database \(record.name), which signs everything with the account that writes: what "
                    + "others say would have the host's name. `mlreview run` begins it, and the others join it: `mlreview join`"
            )
        }
        self.place = place
        self.makeRecorder = makeRecorder
        self.record = record
        self.hosting = hosting
        (joined, comeBack) = (nil, nil)
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
        (hosting, joined, comeBack, part) = (nil, nil, nil, .alone)
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
    ///
    /// - Parameter comeBack: The command that joins it again.
    init(
        joining meeting: JoinedMeeting, _ welcome: JoinedMeeting.Welcome, in place: MeetingPlace, comeBack: String
    ) throws {
        self.comeBack = comeBack
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

    /// The folder of the record that another program writes here; nil if it is on another machine.
    var homeOfRecord: String? {
        if case .folder(let home)? = joined?.way.kept { home } else { nil }
    }

    /// What can be gone: the host of the meeting, or the server that has its record.
    var otherEnd: String { joined?.way.otherEnd ?? "host" }

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
            } else if let served = record as? any ServedLedger {
                try share(session, served)
            } else {
                recorder = try makeRecorder(session)
            }
            return true
        case .taken(let who):
            whyReadOnly = Refusal(
                "\(who?.description ?? "another terminal") \(RecordPlace.isServer(record) ? "runs" : "records") this meeting, so "
                    + "here it is only shown: "
                    + (RecordPlace.isServer(record)
                        ? "`mlreview join` takes part" : "type there, or leave it there first"))
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
                meeting, at: hosting.socket, as: hosting.handle, program: Version.number, relays: hosting.relays)
        } catch {
            throw .failed("the meeting's socket", reason: error.sentence)
        }
        shared = meeting
        recorder = try Recorder(meeting, of: date)
        let owner = OutboxOwner(journal, as: hosting.handle)
        takeIn(LocalOutbox(of: owner, by: .folder(hosting.socket.home), in: LocalOutbox.folder()))
    }

    /// Records on a server beside others, each of whom asks it themselves.
    private func share(_ session: Session, _ served: any ServedLedger) throws(LedgerError) {
        do throws(LiveError) {
            shared = try SharedMeeting(session, journal)
        } catch {
            throw .failed(record.name, reason: error.sentence)
        }
        guard let shared else { return }
        follower = try served.watch().map { RecordFollower(shared, $0) }
        try served.attend(
            ServedTerminal(.runs, at: date, since: Date(), on: LeaseHolder.here(since: Date()).terminal))
        recorder = try Recorder(shared, of: date)
        if let me = record.signer {
            takeIn(LocalOutbox(of: OutboxOwner(journal, as: me), by: .server(record.name), in: LocalOutbox.folder()))
        }
    }

    /// Records what the host's person has written while they could reach no host.
    private func takeIn(_ outbox: LocalOutbox) {
        guard let shared, journal.meeting.phase == .inSession else { return }
        for writing in outbox.writings {
            found += take(writing.submission(by: outbox.handle), known: 0, shared) { outbox.remove(writing.id) }
        }
        journal = shared.journal
    }

    private func take(
        _ submission: Submission, known: Int, _ shared: SharedMeeting, isDone: () -> Void = {}
    ) -> [String] {
        do throws(LedgerError) {
            let refusal = try shared.take(submission, known: known)
            if refusal == nil { isDone() }
            return refusal.map { ["not recorded: \($0.sentence)"] } ?? []
        } catch {
            return [error.sentence]
        }
    }

    /// The same meeting, hosted by this program: what is typed, asked for and kept at this terminal comes along.
    func hosted(typed: [ItemID?: String]) throws -> Opened {
        guard let joined else {
            throw Complaint(invitation.map { "this terminal runs the meeting: \($0)" } ?? RoomProgram.isNoTerminal)
        }
        if case .record(let meeting) = joined.way {
            throw Complaint(
                "nobody hosts this meeting: each terminal records at \(meeting.name) itself")
        }
        guard !joined.isReachable else {
            throw Complaint("the host can be reached: `host` is for a meeting whose host is gone")
        }
        guard journal.meeting.mayHost(part.author) else {
            let names = journal.meeting.hosts.map(journal.meeting.roster.name)
            throw Complaint("\(listed(names, "or")) may go on with the meeting, and you may not: ask them")
        }
        guard case .folder(let home) = joined.way.kept else {
            throw Complaint(
                "the record is on the host's machine: log in there, and run `mlreview host \(date)` in its folder; this "
                    + "terminal finds it")
        }
        if let owner = RecordPlace.foreignOwner(of: home) {
            throw Complaint(
                "the record in \(home) is the account \(owner)'s alone: run `mlreview host \(date)` there as \(owner); this "
                    + "terminal finds it")
        }
        let place = MeetingPlace(folder: home, agenda: "\(date)")
        let record = try place.openRecord(rehearsing: false)
        guard let meeting = try place.choose(in: record).only else { throw Complaint("there is no meeting of \(date)") }
        let next = try Opened(
            meeting, in: place, record: record, rehearsing: false, hosting: try Hosting(of: date, in: place))
        guard let shared = next.shared else { throw Complaint(next.whyReadOnly?.sentence ?? RoomProgram.isNoTerminal) }
        if let outbox = joined.outbox { next.takeIn(outbox) }
        for submission in recorder?.take().pending ?? [] {
            if submission.request.isVote {
                // It is never asked for again by itself.
                let isThere = shared.journal.entries.contains { $0.request == submission.id }
                next.found += isThere ? [] : ["not recorded: \(Refusal.voteNotArrived.sentence)"]
                continue
            }
            next.found += next.take(submission, known: joined.known(of: submission) ?? 0, shared)
        }
        next.journal = shared.journal
        next.drafts.merge(typed) { $1 }
        leave()
        return next
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
            case .kept: break
            }
        }
    }

    /// Ends the right to write, with everything on the disk.
    func leave() {
        host?.end()
        host = nil
        follower = nil
        shared = nil
        joined?.leave()
        recorder = nil
        session?.release()
        session = nil
    }
}
