@testable import Council
import Dispatch
import Foundation
import Host
import Synchronization
import Testing

@testable import Ledger
@testable import LedgerTests
@testable import Live
@testable import PostgresLedger

/// Several terminals on one meeting whose record is on a server, with nobody who hosts it.
@Suite struct ServedMeetingTests {
    private let outbox = NSTemporaryDirectory() + "served-\(UUID().uuidString.prefix(8))"

    init() { signal(SIGPIPE, SIG_IGN) }

    /// A terminal that has joined under an account of the server.
    private func join(
        _ address: DatabaseAddress, isPresenter: Bool = false
    ) throws -> (JoinedMeeting, JoinedMeeting.Welcome) {
        let meeting = ServedMeeting(CouncilPlace.day, at: address.text) { () throws(LedgerError) in
            try PostgresLedger(address)
        }
        return try JoinedMeeting.join(
            by: .record(meeting), program: "1.0", terminal: "/dev/pts/7", isPresenter: isPresenter, outbox: outbox)
    }

    private func join(_ council: CouncilPlace, _ account: String, isPresenter: Bool = false) throws -> JoinedMeeting {
        try join(
            council.place.server.address(of: council.place.database, as: account), isPresenter: isPresenter
        ).0
    }

    private func hears(_ joined: JoinedMeeting, _ isSo: (LiveNews) -> Bool) -> Bool {
        let deadline = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < deadline {
            if isSo(joined.takeNews()) { return true }
            _ = waitUntilReadable(joined.newsDescriptor, milliseconds: 200)
        }
        return false
    }

    /// Asks again until there is an answer, as a `Recorder` does.
    private func ask(_ request: Request, _ who: Handle, _ joined: JoinedMeeting) -> Appended {
        let submission = Submission(request, at: Date(), author: who)
        while true {
            if let answer = try? joined.append([], of: submission, clearingDraft: nil) { return answer }
            _ = waitUntilReadable(joined.newsDescriptor, milliseconds: 20)
        }
    }

    private func vote(_ who: Handle, _ choice: Ballot.Choice) -> Request {
        .vote(who: who, choice: choice, reason: nil)
    }

    private func ballots(_ journal: Journal) -> [Handle: Ballot] { journal.meeting.motions.last?.ballots ?? [:] }

    // MARK: Together

    @Test func twoMembersVoteInTheSameMoment() throws {
        let council = try CouncilPlace()
        try roll(council)
        let terminals: [(Handle, JoinedMeeting)] = try ["wen", "bo"].map { (Handle($0), try join(council, $0)) }
        let answers = Mutex<[Appended]>([])
        DispatchQueue.concurrentPerform(iterations: 2) { place in
            let (who, joined) = terminals[place]
            for choice in [Ballot.Choice.yes, .no, .yes] {
                let answer = ask(vote(who, choice), who, joined)
                answers.withLock { $0.append(answer) }
            }
        }
        #expect(answers.withLock { $0 } == Array(repeating: .recorded([]), count: 6))
        let entries = try council.connect("mira").entries(of: CouncilPlace.day)
        let votes = entries.filter { if case .balloted = $0.act { true } else { false } }
        #expect(votes.count == 6, "nothing twice")
        for vote in votes {
            guard case .balloted(let balloted) = vote.act else { continue }
            #expect(vote.author == balloted.ballot.who && balloted.ballot.by == vote.author)
        }
        for (_, joined) in terminals {
            #expect(hears(joined) { $0.journal.entries == entries }, "each has the record's own meeting")
        }
        #expect(try council.connect("mira").chains().map(\.fault) == [nil])
    }

    private func roll(_ council: CouncilPlace) throws {
        let acts = ["priya", "wen", "bo", "lena", "mira"].map { Act.rolled(.init(who: Handle($0), presence: .present)) }
        let mira = try council.connect("mira")
        try mira.append(acts, expecting: try mira.entries(of: CouncilPlace.day).count + 1)
    }

    /// A vote counts for the question that its member saw.
    @Test func aVoteThatCameTooLateIsOnNoOtherQuestion() throws {
        let council = try CouncilPlace()
        try roll(council)
        let bo = try join(council, "bo")
        // What the terminal has not heard of yet: the first question is withdrawn, and another is open.
        let mira = try council.connect("mira")
        let number = try mira.entries(of: CouncilPlace.day).count
        try mira.append(
            [
                .withdrawn(.init(item: "prep-time", motion: 1, reason: nil)),
                .moved(.init(item: "prep-time", motion: 2, question: .text("Another?"), order: ["wen", "bo"])),
            ], expecting: number + 1)
        // Asked on the old one.
        let id = UUID()
        bo.state.withLock { $0.asked[id] = .init(known: 0, motion: 1) }
        let answer = bo.ask(Submission(vote("bo", .yes), id: id, at: Date(), author: "bo"))
        guard case .refused(let why) = answer else { Issue.record("\(answer)"); return }
        #expect(why.contains("another question is open"))
    }

    // MARK: Who may what

    @Test func whatIsNotForThemNeverReachesTheirTerminal() throws {
        let council = try CouncilPlace()
        let mira = try join(council, "mira")
        let (wen, lena) = (try join(council, "wen"), try join(council, "lena"))
        let screen = try join(council, "mira", isPresenter: true)
        #expect(ask(.note(speaker: nil, kind: .private, text: "the reserve is 4M"), "mira", mira) == .recorded([]))
        let number = mira.journal.nextNumber
        for joined in [wen, lena, screen] {
            #expect(hears(joined) { $0.journal.nextNumber == number })
            #expect(!"\(joined.journal)".contains("reserve"))
        }
        #expect("\(mira.journal)".contains("reserve"))
        guard case .declined(let refusal, _) = ask(vote("wen", .yes), "lena", lena) else {
            Issue.record("a practitioner has voted")
            return
        }
        #expect(refusal.sentence.contains("Lena") || refusal.sentence.contains("lena"), "\(refusal.sentence)")
        guard case .declined(let mute, _) = ask(.note(speaker: nil, kind: .plain, text: "x"), "mira", screen) else {
            Issue.record("a shared screen has recorded")
            return
        }
        #expect(mute.sentence.contains("the shared screen records nothing"))
    }

    /// A program that claims to be somebody else is signed with its account all the same.
    @Test func aForgedAuthorIsNobodys() throws {
        let council = try CouncilPlace()
        let lena = try join(council, "lena")
        let submission = Submission(
            .note(speaker: "lena", kind: .plain, text: "whose?"), at: Date(), author: "priya")
        _ = try lena.append([], of: submission, clearingDraft: nil)
        let last = try #require(try council.connect("mira").entries(of: CouncilPlace.day).last)
        #expect(last.author == "lena")
        guard case .declined = ask(.motion(.proposal), "priya", lena) else {
            Issue.record("a practitioner has moved as the chair")
            return
        }
    }

    /// Before the tally a ballot is its member's, the scribe's terminal included; the tally counts what they say.
    @Test func aSecretVoteIsCountedAsItWasCast() throws {
        let council = try CouncilPlace(shown: .atTally)
        try roll(council)
        let (mira, wen, bo) = (try join(council, "mira"), try join(council, "wen"), try join(council, "bo"))
        #expect(ask(vote("wen", .yes), "wen", wen) == .recorded([]))
        #expect(ask(vote("bo", .yes), "bo", bo) == .recorded([]))
        #expect(hears(mira) { ballots($0.journal).count == 2 })
        #expect(ballots(mira.journal).values.allSatisfy { $0.isSealed == true })
        #expect(ballots(wen.journal)["wen"]?.choice == .yes)
        #expect(hears(wen) { ballots($0.journal)["bo"]?.isSealed == true })
        // Nobody but an officer opens the box, and once it is open no ballot changes.
        #expect(
            try council.refusal(of: "SELECT mlreview.open_ballots('2026-11-25', 1)", by: "wen")?
                .contains("may not count the votes") == true)
        #expect(ask(.tally, "mira", mira) == .recorded([]))
        let tally = try #require(mira.journal.meeting.motions.last?.tally)
        #expect((tally.yes, tally.no, tally.abstained) == (2, 0, 0))
        for joined in [wen, bo] {
            #expect(hears(joined) { ballots($0.journal).values.allSatisfy { $0.choice == .yes && $0.isSealed == nil } })
            #expect(joined.journal.entries == mira.journal.entries)
        }
    }

    @Test func anOpenedBoxTakesNoBallotUntilTheTallyIsUndone() throws {
        let council = try CouncilPlace(shown: .atTally)
        try roll(council)
        let (mira, wen, bo) = (try join(council, "mira"), try join(council, "wen"), try join(council, "bo"))
        #expect(ask(vote("wen", .yes), "wen", wen) == .recorded([]))
        try council.connect("mira").openBallots(on: 1, of: CouncilPlace.day)
        guard case .declined(let refusal, _) = ask(vote("bo", .no), "bo", bo) else {
            Issue.record("a ballot went into an open box")
            return
        }
        #expect(refusal.sentence.contains("the votes are being counted"))
        #expect(ask(.tally, "mira", mira) == .recorded([]))
        #expect(ask(.undo, "mira", mira) == .recorded([]))
        #expect(ask(vote("bo", .no), "bo", bo) == .recorded([]))
    }

    /// Somebody who becomes a scribe reads what was kept from them, and nothing of it any more once that is undone.
    @Test func aNewScribeReadsEverythingAnew() throws {
        let council = try CouncilPlace()
        try roll(council)
        let (mira, lena) = (try join(council, "mira"), try join(council, "lena"))
        _ = ask(.note(speaker: nil, kind: .private, text: "the reserve"), "mira", mira)
        #expect(hears(lena) { $0.journal.nextNumber == mira.journal.nextNumber })
        #expect(!"\(lena.journal)".contains("the reserve"))
        #expect(ask(.scribe(who: "lena"), "mira", mira) == .recorded([]))
        #expect(hears(lena) { "\($0.journal)".contains("the reserve") })
        _ = ask(.undo, "mira", mira)
        #expect(hears(lena) { !"\($0.journal)".contains("the reserve") })
    }

    // MARK: Who is there

    @Test func whoSaysWhatTheServerKnows() throws {
        let council = try CouncilPlace()
        let (bo, _) = (try join(council, "bo"), try join(council, "wen", isPresenter: true))
        bo.askWho()
        var found: [JoinedTerminal] = []
        #expect(
            hears(bo) { news in
                found = news.terminals ?? found
                return !found.isEmpty
            })
        #expect(found.contains { $0.handle == "bo" && $0.place.hasPrefix("account bo, by its own word at pts/7 on ") })
        #expect(found.allSatisfy { $0.heard == nil && !$0.isHost })
    }

    // MARK: The server gone

    @Test func theServerGoesAndComesBack() throws {
        let server = try PostgresServer(isSafe: true)
        let database = try server.makeDatabase()
        try PostgresSetup(CouncilPlace.roster(), scribes: ["mira"]).perform(at: server.address(of: database))
        try PostgresLedger(server.address(of: database, as: "mira")).append(
            [
                .docket(CouncilPlace.docket()), .rolled(.init(who: "wen", presence: .present)),
                .rolled(.init(who: "bo", presence: .present)), .opened, .went(.init(item: "prep-time")),
                .moved(.init(item: "prep-time", motion: 1, question: .proposal, order: ["wen", "bo"])),
            ], expecting: 1)
        let (bo, _) = try join(server.address(of: database, as: "bo"))
        try server.stopHard()
        #expect(hears(bo) { $0.lostAt != nil })
        guard case .declined(let refusal, _) = ask(vote("bo", .yes), "bo", bo) else {
            Issue.record("a vote was taken while nobody could count it")
            return
        }
        #expect(refusal.sentence.hasPrefix("your vote is not recorded: vote again when the connection is back"))
        for text in ["first", "second"] {
            let note = Written.note(speaker: "bo", kind: .plain, text: text)
            #expect(ask(.written(note, for: "prep-time"), "bo", bo) == .kept)
        }
        #expect(bo.takeNews().kept == 2)
        try server.start()
        #expect(hears(bo) { $0.lostAt == nil && $0.kept == 0 })
        #expect(ask(vote("bo", .yes), "bo", bo) == .recorded([]))
        let entries = try PostgresLedger(server.address(of: database)).entries(of: CouncilPlace.day)
        #expect(Journal(entries: entries)?.meeting.current?.notes.map(\.text) == ["first", "second"])
        #expect(entries.dropFirst(6).allSatisfy { $0.author == "bo" })
        #expect(hears(bo) { $0.journal.entries == entries })
    }

    /// A server that was put back to an earlier state is not followed there.
    @Test func aServerThatForgotIsLeft() throws {
        let council = try CouncilPlace()
        let lena = try join(council, "lena")
        _ = ask(.note(speaker: "lena", kind: .plain, text: "acknowledged"), "lena", lena)
        try council.place.forge { $0.removeLast() }
        try council.place.server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'lena' AND datname = '\(council.place.database)'",
            in: "postgres")
        #expect(hears(lena) { $0.goodbye?.contains("lacks what was recorded") == true })
    }

    @Test func beforeTheRollIsCalledNobodyJoins() throws {
        let place = try PostgresPlace()
        let error = #expect(throws: LiveError.self) {
            _ = try join(place.server.address(of: place.database, as: "postgres"))
        }
        #expect(error?.sentence.contains("calls the roll; join then") == true)
    }

    /// Six terminals, each under its own account, a server that is stopped hard, and lines that end.
    @Test func nothingIsLostAndNothingIsThereTwice() throws {
        let (each, stops) = (40, 3)
        let server = try PostgresServer(isSafe: true)
        let database = try server.makeDatabase()
        try PostgresSetup(CouncilPlace.roster(), scribes: ["mira"]).perform(at: server.address(of: database))
        try PostgresLedger(server.address(of: database, as: "mira")).append(
            [.docket(CouncilPlace.docket()), .opened, .went(.init(item: "prep-time"))], expecting: 1)
        let people = ["priya", "wen", "bo", "lena", "mira"]
        let terminals = try people.map { try join(server.address(of: database, as: $0)).0 }
        let done = Atomic(0)
        let running = Atomic(people.count)
        let acknowledged = Mutex<Set<String>>([])
        DispatchQueue.concurrentPerform(iterations: people.count + 1) { place in
            guard place < people.count else {
                for stop in 1...stops {
                    while running.load(ordering: .acquiring) > 0,
                        done.load(ordering: .acquiring) < stop * people.count * each / (stops + 2)
                    { usleep(1000) }
                    do { try server.stopHardAndStart() } catch { Issue.record("\(error)") }
                }
                return
            }
            defer { running.subtract(1, ordering: .releasing) }
            let (who, joined) = (Handle(people[place]), terminals[place])
            for number in 1...each {
                let text = "\(who)-\(number)"
                // Every fourth has to have its answer, the others may wait in the outbox.
                let request: Request =
                    number % 4 == 0
                    ? .note(speaker: who, kind: .plain, text: text)
                    : .written(.note(speaker: who, kind: .plain, text: text), for: "prep-time")
                if case .declined(let why, _) = ask(request, who, joined) { Issue.record("\(why.sentence)") }
                acknowledged.withLock { _ = $0.insert(text) }
                done.add(1, ordering: .releasing)
            }
        }
        for joined in terminals { #expect(hears(joined) { $0.kept == 0 && $0.lostAt == nil }) }
        let entries = try PostgresLedger(server.address(of: database)).entries(of: CouncilPlace.day)
        let notes = try #require(Journal(entries: entries)).meeting.current?.notes ?? []
        #expect(notes.count == people.count * each, "each once")
        #expect(Set(notes.map(\.text)) == acknowledged.withLock { $0 }, "all that was acknowledged, and nothing else")
        #expect(notes.allSatisfy { note in note.text.hasPrefix(note.speaker?.rawValue ?? "?") })
        for entry in entries.dropFirst(3) {
            guard case .noted(let noted) = entry.act else { continue }
            #expect(entry.author == noted.speaker)
        }
        for joined in terminals { #expect(hears(joined) { $0.journal.entries == entries }) }
        print("served storm: \(notes.count) acts, \(stops) hard stops, lost 0, doubled 0")
    }
}
