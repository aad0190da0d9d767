import Council
import Foundation
import Glibc
import Host
import Ledger

/// The host's part in a meeting whose record is on a server. It runs within the terminal that has joined.
///
/// What the terminal asks for is considered against the newest state of the record, and goes there under the account's
/// own name. The server decides what the account may record and read; a terminal only ever has what it may read.
final class RecordDesk: @unchecked Sendable {
    private let shared: SharedMeeting
    private let ledger: any ServedLedger
    private let watch: (any LedgerWatch)?
    private var lines = LineBuffer(limit: 4 << 20)
    private let coder = ActCoder()
    private let encoder = JSONEncoder()
    /// What the terminal has, and whether it shows only what a guest may see; nil before it has said hello.
    private var sent: [Entry] = []
    private var isPresenter: Bool?

    init(_ shared: SharedMeeting, _ ledger: any ServedLedger, _ watch: (any LedgerWatch)?) {
        self.shared = shared
        self.ledger = ledger
        self.watch = watch
        encoder.outputFormatting = [.withoutEscapingSlashes]
    }

    /// Answers the terminal until it leaves, or the server can't be reached: then the line ends, as a host's does.
    func serve(_ link: Int32) {
        while (try? turn(link)) == true {}
        close(link)
    }

    /// - Returns: false if the line is over.
    private func turn(_ link: Int32) throws -> Bool {
        var polled = [link, watch?.descriptor ?? -1].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        guard poll(&polled, 2, -1) >= 0 || errno == EINTR else { return false }
        if polled[1].revents != 0, watch?.acknowledge() == true {
            try shared.readOn()
            guard tell(link) else { return false }
        }
        guard polled[0].revents != 0 else { return true }
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        let count = read(link, &buffer, buffer.count)
        guard count > 0 else { return false }
        lines.add(buffer[..<count])
        while let line = lines.next() {
            guard let frame = frame(ClientFrame.self, in: line), try answer(frame, link) else { return false }
        }
        return true
    }

    // MARK: Frames in

    /// - Returns: false if the line is over.
    private func answer(_ frame: ClientFrame, _ link: Int32) throws -> Bool {
        switch frame {
        case .relay: return false
        case .hello(_, _, let terminal, let knows, let isPresenter):
            return try welcome(link, terminal, knows: knows, isPresenter)
        case .ask(let id, let known, let motion, let request):
            let why = try refusal(of: request, id, known, motion)
            // What was recorded goes before the answer.
            return tell(link) && send(.answer(id: id, why: why), link)
        case .draft(let item, let text):
            let key = DraftKey("note", on: item, by: ledger.signer)
            try? shared.setDraft(text.isEmpty ? nil : text, as: key, of: shared.date)
            return true
        case .who: return send(.terminals(try ledger.terminals(at: shared.date).map(JoinedTerminal.init)), link)
        }
    }

    private func refusal(of request: Request, _ id: UUID, _ known: Int, _ motion: Int?) throws -> String? {
        guard let handle = ledger.signer, isPresenter == false else {
            return isPresenter == true
                ? "the shared screen records nothing: join without --presenter" : Refusal.guestsLookOn.sentence
        }
        try shared.readOn()
        let submission = Submission(request, id: id, at: Date(), author: handle)
        do throws(LedgerError) {
            return try shared.take(submission, known: max(0, known), motion: motion)?.sentence
        } catch {
            guard error.isFinal else { throw error }
            return "not recorded: \(error.sentence)"
        }
    }

    // MARK: Frames out

    private func welcome(_ link: Int32, _ terminal: String?, knows: Int, _ isPresenter: Bool) throws -> Bool {
        let journal = shared.journal
        guard knows < journal.nextNumber else {
            return send(
                .goodbye(
                    why:
                        "the record at \(ledger.name) lacks what was recorded (entry \(journal.nextNumber) to \(knows)): the "
                        + "server was put back to an earlier state, or another one has its name"), link)
        }
        try ledger.attend(
            ServedTerminal(isPresenter ? .shows : .joins, at: shared.date, since: Date(), on: terminal))
        self.isPresenter = isPresenter
        let handle = ledger.signer
        let drafts = isPresenter ? [:] : try ledger.drafts(of: shared.date)
        let their = drafts.filter { $0.key.author == handle && $0.key.kind == "note" }
        let isWelcome = send(
            .welcome(
                version: lineVersion, program: "", date: shared.date, handle: handle, docket: nil,
                drafts: their.map { HostFrame.Draft(item: $0.key.item, text: $0.value) },
                entries: journal.nextNumber - 1), link)
        return isWelcome && tell(link)
    }

    /// Sends what the terminal does not have yet, or has otherwise.
    private func tell(_ link: Int32) -> Bool {
        guard let isPresenter else { return true }
        let readable = isPresenter ? shared.journal.entriesForGuests : shared.journal.entries
        let same = zip(sent, readable).lazy.prefix { $0 == $1 }.reduce(0) { count, _ in count + 1 }
        sent = readable
        guard same < readable.count else { return true }
        do {
            return send(.entries(from: same + 1, rows: try readable[same...].map { try WireEntry($0, coder) }), link)
        } catch {
            return false
        }
    }

    private func send(_ frame: HostFrame, _ link: Int32) -> Bool {
        guard let line = try? encoder.encode(frame) else { return false }
        return writeAll(Array(line) + [UInt8(ascii: "\n")], to: link)
    }
}

extension Journal {
    fileprivate var entriesForGuests: [Entry] {
        let (right, hidden) = (ReadingRight(nil, in: meeting), privateEntries)
        return entries.map { entry($0, readBy: right, hiding: hidden) }
    }
}

extension JoinedTerminal {
    /// What a server knows: the account, and that it is connected. All else is what the terminal says of itself.
    public init(_ attendance: ServedTerminal) {
        self.init(
            handle: attendance.handle,
            place: "account \(attendance.account ?? ""), by its own word at \(attendance.place)",
            isHost: attendance.role == .runs, isPresenter: attendance.role == .shows, since: attendance.since,
            heard: nil)
    }
}
