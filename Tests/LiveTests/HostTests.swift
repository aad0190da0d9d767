import Council
import Foundation
import Glibc
import Host
import Ledger
import Testing

@testable import Live

/// Whatever arrives at the socket: nobody's act under another's name, nobody's words to those who may not read them.
@Suite struct HostTests {
    @Test func aMemberVotesAtTheirOwnTerminal() throws {
        let meeting = try HostedMeeting()
        try meeting.record(.motion(.text("Now?")))
        let bo = try meeting.terminal("bo")
        try bo.ask(.vote(who: "bo", choice: .yes, reason: nil))
        #expect(try bo.answer() == nil)
        let ballot = try #require(meeting.shared.journal.meeting.openMotion?.ballots["bo"])
        #expect(ballot.by == "bo" && !ballot.isByVoice)
        #expect(meeting.shared.journal.entries.last?.author == "bo")
    }

    @Test func nobodyVotesForAnother() throws {
        let meeting = try HostedMeeting()
        try meeting.record(.motion(.text("Now?")))
        for handle in ["bo", "noor", nil] as [Handle?] {
            let terminal = try meeting.terminal(handle)
            try terminal.ask(.vote(who: "wen", choice: .yes, reason: nil))
            #expect(try terminal.answer() != nil)
        }
        #expect(meeting.shared.journal.meeting.openMotion?.ballots.isEmpty == true)
    }

    @Test func aPresenterIsAGuestWhoeverOpensIt() throws {
        let meeting = try HostedMeeting()
        let bo = try meeting.terminal("bo", isPresenter: true)
        try bo.ask(.note(speaker: "bo", kind: .plain, text: "x"))
        #expect(try bo.answer()?.hasPrefix("the shared screen records nothing") == true)
    }

    @Test func aRefusalIsTheRulesOwnSentence() throws {
        let meeting = try HostedMeeting()
        let bo = try meeting.terminal("bo")
        try bo.ask(.tally)
        #expect(try bo.answer() == "Bo can't record tallies, amendments and decisions: the scribe, Lena, does")
        try bo.ask(.vote(who: "bo", choice: .yes, reason: nil))
        #expect(try bo.answer()?.contains("no vote is open") == true)
    }

    @Test func aRequestWhoseAnswerWasLostIsThereOnce() throws {
        let meeting = try HostedMeeting()
        let id = UUID()
        let first = try meeting.terminal("bo")
        try first.ask(.note(speaker: "bo", kind: .plain, text: "once"), id: id)
        #expect(try first.answer() == nil)
        let again = try meeting.terminal("bo")
        try again.ask(.note(speaker: "bo", kind: .plain, text: "once"), id: id, known: 0)
        #expect(try again.answer() == nil)
        #expect(meeting.shared.journal.meeting.current?.notes.map(\.text) == ["once"])
    }

    @Test func everyTerminalHasTheSameEntries() throws {
        let meeting = try HostedMeeting()
        let terminals = try ["bo", "wen", "lena"].map { try meeting.terminal(Handle($0)) }
        for number in 1...20 {
            try terminals[number % 2].ask(
                .note(speaker: number % 2 == 0 ? "bo" : "wen", kind: .plain, text: "\(number)"))
        }
        for terminal in terminals.prefix(2) { for _ in 1...10 { #expect(try terminal.answer() == nil) } }
        let last = meeting.shared.journal.nextNumber - 1
        for handle in ["bo", "wen", "noor"] as [Handle] {
            #expect(try meeting.terminal(handle).entries(upTo: last) == meeting.shared.journal.entries)
        }
    }

    // MARK: What may not be read

    private static let secret = "Planted secret 4711"

    @Test(
        arguments: [("bo", false), ("noor", false), (nil, false), ("lena", true), ("priya", true)] as [(Handle?, Bool)])
    func privateNotesReachScribeAndChairAlone(handle: Handle?, reads: Bool) throws {
        let meeting = try HostedMeeting()
        let terminal = try meeting.terminal(handle)
        try meeting.record(.note(speaker: nil, kind: .private, text: Self.secret))
        try meeting.record(.reword(note: 1, text: Self.secret + " reworded"))
        try meeting.record(.note(speaker: nil, kind: .plain, text: "the end"))
        let last = meeting.shared.journal.nextNumber - 1
        _ = try terminal.entries(upTo: last)
        #expect(terminal.text.contains("the end"))
        #expect(terminal.text.contains(Self.secret) == reads)
        // Who joins later reads no more.
        let later = try meeting.terminal(handle)
        _ = try later.entries(upTo: last)
        #expect(later.text.contains(Self.secret) == reads)
    }

    @Test func theReasonOfAConcernThatBecamePrivateIsPrivateToo() throws {
        let meeting = try HostedMeeting()
        try meeting.record(.note(speaker: "wen", kind: .concern, text: Self.secret))
        try meeting.record(.resolve(note: 1, reason: Self.secret))
        try meeting.record(.correct(note: 1, .kind(.private)))
        try meeting.record(.correct(note: 1, .speaker("ana")))
        let bo = try meeting.terminal("bo")
        let entries = try bo.entries(upTo: meeting.shared.journal.nextNumber - 1)
        #expect(!bo.text.contains(Self.secret))
        #expect(
            !entries.contains {
                if case .corrected(let act) = $0.act { act.change == .speaker(is: "ana") } else { false }
            })
    }

    @Test func aNoteThatIsNoLongerPrivateIsSentToAll() throws {
        let meeting = try HostedMeeting()
        let bo = try meeting.terminal("bo")
        try meeting.record(.note(speaker: nil, kind: .private, text: Self.secret))
        try meeting.record(.correct(note: 1, .kind(.plain)))
        let last = meeting.shared.journal.nextNumber - 1
        while !bo.text.contains(Self.secret) { _ = try #require(try bo.next()) }
        #expect(try meeting.terminal("noor").entries(upTo: last) == meeting.shared.journal.entries)
    }

    @Test func aPrivateNoteThatWasUndoneStaysPrivateWhoeverGetsItsNumber() throws {
        let meeting = try HostedMeeting()
        try meeting.record(.note(speaker: nil, kind: .private, text: Self.secret))
        try meeting.record(.undo)
        try meeting.record(.note(speaker: nil, kind: .plain, text: "said to all"))
        let bo = try meeting.terminal("bo")
        _ = try bo.entries(upTo: meeting.shared.journal.nextNumber - 1)
        #expect(bo.text.contains("said to all"))
        #expect(!bo.text.contains(Self.secret))
    }

    @Test func aNoteThatBecamePrivateUnderAnotherItemIsPrivateWhereItWas() throws {
        let meeting = try HostedMeeting()
        try meeting.record(.note(speaker: nil, kind: .plain, text: Self.secret))
        try meeting.record(.correct(note: 1, .item(2)))
        try meeting.record(.correct(note: NoteReference(1, of: 2), .kind(.private)))
        let bo = try meeting.terminal("bo")
        let last = meeting.shared.journal.nextNumber - 1
        _ = try bo.entries(upTo: last)
        #expect(!bo.text.contains(Self.secret))
        // When it is plain again, its words reach those who were there.
        try meeting.record(.correct(note: NoteReference(1, of: 2), .kind(.idea)))
        while !bo.text.contains(Self.secret) { _ = try #require(try bo.next()) }
    }

    @Test func aNewScribeReadsPrivateNotesFromThenOn() throws {
        let meeting = try HostedMeeting()
        try meeting.record(.note(speaker: nil, kind: .private, text: Self.secret))
        let bo = try meeting.terminal("bo")
        _ = try bo.entries(upTo: meeting.shared.journal.nextNumber - 1)
        #expect(!bo.text.contains(Self.secret))
        try meeting.record(.scribe(who: "bo"))
        while !bo.text.contains(Self.secret) { _ = try #require(try bo.next()) }
    }

    @Test func choicesAreSealedUntilTheTally() throws {
        let meeting = try HostedMeeting(VotingRule(shown: .atTally))
        try meeting.record(.motion(.text("Now?")))
        let wen = try meeting.terminal("wen")
        let bo = try meeting.terminal("bo")
        try bo.ask(.vote(who: "bo", choice: .no, reason: Self.secret))
        #expect(try bo.answer() == nil)
        #expect(bo.text.contains(Self.secret))
        let before = try wen.entries(upTo: meeting.shared.journal.nextNumber - 1)
        guard case .balloted(let sealed)? = before.last?.act else {
            Issue.record("no ballot arrived")
            return
        }
        #expect(sealed.ballot.isSealed == true && sealed.ballot.who == "bo")
        #expect(!wen.text.contains(Self.secret) && !wen.text.contains("\"no\""))
        try meeting.record(.tally)
        let last = meeting.shared.journal.nextNumber - 1
        while !wen.text.contains(Self.secret) { _ = try #require(try wen.next()) }
        #expect(try meeting.terminal("wen").entries(upTo: last) == meeting.shared.journal.entries)
    }

    // MARK: Any bytes at all

    static let garbage = [
        "", "{}", "null", "[]", "{\"hello\":{}}", "{\"hello\":{\"version\":\"1\"}}", "GET / HTTP/1.1",
        "\u{0}\u{1}\u{2}",
        "{\"ask\":{\"id\":\"x\",\"known\":0,\"request\":{\"undo\":{}}}}", "{\"who\":{}}",
        "{\"ask\":{\"id\":\"E621E1F8-C36C-495A-93FC-0C247A3E6E5F\",\"known\":-9223372036854775808,\"request\":{\"tally\":{}}}}",
        "{\"relay\":{\"version\":2,\"on\":\"\",\"handle\":\"bo\"}}\n{\"relay\":{\"version\":2,\"on\":\"\",\"handle\":\"wen\"}}",
        String(repeating: "[", count: 200_000), "\"" + String(repeating: "a", count: 100_000),
    ]

    @Test(arguments: garbage) func garbageIsLetGo(line: String) throws {
        let meeting = try HostedMeeting()
        let terminal = RawTerminal(try meeting.socket.connect())
        terminal.say(line)
        #expect(try terminal.answer()?.hasPrefix("goodbye: ") == true)
        #expect(try terminal.next() == nil)
        let bo = try meeting.terminal("bo")
        try bo.ask(.note(speaker: "bo", kind: .plain, text: "the host goes on"))
        #expect(try bo.answer() == nil)
    }

    @Test func numbersOfAnySizeAreRefused() throws {
        let meeting = try HostedMeeting()
        let lena = try meeting.terminal("lena")
        for number in [Int.min, -1, 0, 99, Int.max] {
            let requests: [Request] = [
                .go(.item(number)), .moveItem(number, to: number), .dropItem(number, reason: "x"),
                .reword(note: NoteReference(number, of: number), text: "x"), .strike(note: NoteReference(number)),
                .correct(note: NoteReference(number), .item(number)), .done(action: number),
                .retract(action: number, reason: "x"), .flag(item: number, who: "bo", kind: .flag, reason: "x"),
                .motion(.amendment(number: number)), .revise(action: number, .text("x")),
            ]
            for request in requests {
                try lena.ask(request)
                #expect(try lena.answer() != nil, "\(request)")
            }
            try lena.ask(.recess(minutes: number))
            _ = try lena.answer()
            try lena.ask(.resume)
            _ = try lena.answer()
            try lena.ask(.clock(.add(minutes: number)))
            _ = try lena.answer()
        }
    }

    @Test func anEndlessLineIsCutOff() throws {
        let meeting = try HostedMeeting()
        let terminal = RawTerminal(try meeting.socket.connect())
        let chunk = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
        for _ in 0..<64 { guard writeAll(chunk, to: terminal.descriptor) else { break } }
        let bo = try meeting.terminal("bo")
        try bo.ask(.note(speaker: "bo", kind: .plain, text: "the host goes on"))
        #expect(try bo.answer() == nil)
    }

    @Test func aTerminalThatNeverReadsHoldsNobodyUp() throws {
        let meeting = try HostedMeeting()
        let deaf = try meeting.terminal("wen")
        let bo = try meeting.terminal("bo")
        let text = String(repeating: "words ", count: 15_000)
        for _ in 1...150 {
            try bo.ask(.note(speaker: "bo", kind: .plain, text: text))
            let why = try bo.answer()
            #expect(why == nil)
        }
        #expect(meeting.shared.journal.meeting.current?.notes.count == 150)
        withExtendedLifetime(deaf) {}
    }

    @Test func thousandsOfConnectionsComeAndGo() throws {
        let meeting = try HostedMeeting()
        for number in 1...10_000 {
            let terminal = RawTerminal(try meeting.socket.connect())
            if number % 3 == 0 { terminal.say("{\"hello\":") }
        }
        let bo = try meeting.terminal("bo")
        try bo.ask(.note(speaker: "bo", kind: .plain, text: "the host goes on"))
        #expect(try bo.answer() == nil)
    }

    @Test func anotherVersionIsNamed() throws {
        let meeting = try HostedMeeting()
        let terminal = RawTerminal(try meeting.socket.connect())
        terminal.say("{\"hello\":{\"version\":3,\"program\":\"2.0\",\"knows\":0,\"isPresenter\":false}}")
        #expect(
            try terminal.answer()
                == "goodbye: the host runs mlreview 1.0, which speaks version 2 of the line, and 2.0 speaks version 3: "
                + "install the same on both")
    }

    // MARK: The socket's place

    @Test func aSocketThatWasLeftBehindIsReplaced() throws {
        let folder = NSTemporaryDirectory() + "live-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let socket = MeetingSocket(of: HostedMeeting.day, under: folder)
        close(try socket.listen())
        #expect(throws: LiveError.self) { try socket.connect() }
        let second = try socket.listen()
        defer { close(second) }
        close(try socket.connect())
        var status = stat()
        #expect(stat(socket.path, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }

    @Test(arguments: ["file", "link"]) func whateverElseLiesThereStays(kind: String) throws {
        let folder = NSTemporaryDirectory() + "live-\(UUID().uuidString.prefix(8))"
        let socket = MeetingSocket(of: HostedMeeting.day, under: folder)
        try FileManager.default.createDirectory(atPath: folder + "/.mlreview.live", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        if kind == "file" { try "mine".write(toFile: socket.path, atomically: true, encoding: .utf8) }
        if kind == "link" {
            try FileManager.default.createSymbolicLink(atPath: socket.path, withDestinationPath: "/tmp")
        }
        #expect(throws: LiveError("\(socket.path) is no socket: another program made it; remove it")) {
            try socket.listen()
        }
    }
}
