import Council
import Foundation
import Glibc
import Host
import Ledger
import Testing

@testable import Live

/// A meeting of seven that this process hosts, in memory, with its socket in a folder of its own.
final class HostedMeeting {
    let folder: String
    private(set) var shared: SharedMeeting
    private(set) var host: MeetingHost
    private let ledger: any Ledger
    let socket: MeetingSocket
    static let day = CalendarDay("2026-11-25") ?? CalendarDay(daysSinceEpoch: 0)

    static func roster(_ rule: VotingRule = VotingRule()) -> Roster {
        Roster(
            name: "ML Council", chair: Chair(member: "priya"),
            members: ["priya", "bo", "wen", "mei", "ana"].map { Member(handle: Handle($0), name: $0.capitalized) },
            practitioners: [Member(handle: "lena", name: "Lena"), Member(handle: "noor", name: "Noor")], voting: rule)
    }

    /// - Parameter lines: What the scribe has recorded before others join.
    init(
        _ rule: VotingRule = VotingRule(), roster: Roster? = nil, ledger: any Ledger = MemoryLedger(),
        opened: Bool = true
    ) throws {
        self.ledger = ledger
        // As the program does.
        signal(SIGPIPE, SIG_IGN)
        folder = NSTemporaryDirectory() + "live-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let docket = Docket(
            roster: roster ?? Self.roster(rule),
            agenda: Agenda(
                date: Self.day, scribe: "lena",
                items: [
                    AgendaItem(id: ItemID("a"), subject: .topic(title: "First", text: "")),
                    AgendaItem(id: ItemID("b"), subject: .topic(title: "Second", text: "")),
                ]), proposals: [:])
        var journal = Journal(docket: docket)
        let session = Session(ledger, lease: nil, log: try ledger.log(of: Self.day))
        if opened {
            var requests = docket.roster.members.map { Request.roll(who: $0.handle, presence: .present) }
            requests += [.roll(who: "lena", presence: .present), .open, .go(.item(1))]
            for request in requests {
                let submission = Submission(request, at: Date(), author: "lena")
                let entries = try journal.propose(submission)
                _ = try session.append(entries, of: submission, clearingDraft: nil)
                for entry in entries { journal.append(entry) }
            }
        }
        shared = try SharedMeeting(session, journal)
        socket = MeetingSocket(of: Self.day, under: folder)
        host = try MeetingHost(shared, at: socket, as: "lena", program: "1.0")
    }

    deinit {
        host.end()
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The host is gone.
    func stop() { host.end() }

    /// Somebody hosts the meeting again.
    ///
    /// - Parameter record: What they record before others find them.
    func goOn(_ record: (HostedMeeting) throws -> Void = { _ in }) throws {
        let log = try ledger.log(of: Self.day)
        shared = try SharedMeeting(
            Session(ledger, lease: nil, log: log), Journal(entries: log.entries) ?? shared.journal)
        try record(self)
        host = try MeetingHost(shared, at: socket, as: "lena", program: "1.0")
    }

    /// What the scribe records at the host's terminal.
    @discardableResult
    func record(_ request: Request) throws -> Appended {
        let submission = Submission(request, at: Date(), author: "lena")
        return try shared.append(try shared.journal.propose(submission), of: submission, clearingDraft: nil)
    }

    func terminal(_ handle: Handle?, knows: Int = 0, isPresenter: Bool = false) throws -> RawTerminal {
        let terminal = RawTerminal(try socket.connect())
        if let handle {
            terminal.say("{\"relay\":{\"version\":\(lineVersion),\"on\":\"test\",\"handle\":\"\(handle)\"}}")
        }
        terminal.say(
            "{\"hello\":{\"version\":\(lineVersion),\"program\":\"test\",\"knows\":\(knows),\"isPresenter\":\(isPresenter)}}"
        )
        return terminal
    }
}

extension Handle: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self.init(text) }
}

/// A terminal that is a socket and bytes, as anybody could write one.
final class RawTerminal {
    let descriptor: Int32
    private var lines = LineBuffer(limit: 64 << 20)
    /// Everything that arrived, as it arrived.
    private(set) var text = ""

    init(_ descriptor: Int32) { self.descriptor = descriptor }
    deinit { close(descriptor) }

    @discardableResult
    func say(_ line: String) -> Bool { writeAll(Array((line + "\n").utf8), to: descriptor) }

    func ask(_ request: Request, id: UUID = UUID(), known: Int = 0) throws {
        let frame = ClientFrame.ask(id: id, known: known, motion: nil, request: request)
        say(String(decoding: try JSONEncoder().encode(frame), as: UTF8.self))
    }

    /// The next frame; nil if the host has closed the socket.
    func next() throws -> HostFrame? {
        while true {
            if let line = lines.next() {
                text += String(decoding: line, as: UTF8.self) + "\n"
                return try JSONDecoder().decode(HostFrame.self, from: Data(line))
            }
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return nil }
            lines.add(buffer[..<count])
        }
    }

    /// The host's answer to the next request: nil if it was recorded.
    func answer() throws -> String? {
        while let frame = try next() {
            switch frame {
            case .answer(_, let why): return why
            case .goodbye(let why): return "goodbye: \(why)"
            default: break
            }
        }
        return "the host has hung up"
    }

    /// The entries up to a number.
    func entries(upTo last: Int) throws -> [Entry] {
        var entries: [Entry] = []
        let coder = ActCoder()
        while entries.last?.number ?? 0 < last, let frame = try next() {
            guard case .entries(let from, let rows) = frame else { continue }
            entries = entries.filter { $0.number < from } + (try rows.map { try $0.entry(coder) })
        }
        return entries
    }
}
