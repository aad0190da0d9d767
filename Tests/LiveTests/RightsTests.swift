import Council
import Foundation
import Ledger
import Testing

@testable import Live

/// Each kind of request, for oneself and for somebody else, by everybody, as bytes on the socket: `a` chair, `s` scribe,
/// `m` member, `p` practitioner, `g` guest, `x` a member's shared screen.
@Suite struct RightsTests {
    struct Person: Sendable, CustomStringConvertible {
        let letter: Character
        let handle: Handle?
        var description: String { handle.map { "\($0) (\(letter))" } ?? "a guest" }
    }

    static let people = [
        Person(letter: "a", handle: "priya"), Person(letter: "s", handle: "lena"), Person(letter: "m", handle: "bo"),
        Person(letter: "p", handle: "noor"), Person(letter: "g", handle: nil), Person(letter: "x", handle: "bo"),
    ]

    struct Row: Sendable, CustomStringConvertible {
        let description: String
        /// The letters of those who may.
        let may: String
        /// Whether the rules of the meeting may refuse it here even to those who may, or it changes nothing.
        var isRefusedByRules = false
        /// What the scribe has recorded before.
        var before: @Sendable (Handle) -> [Request] = { _ in [] }
        let request: @Sendable (Handle) -> Request

        init(
            _ name: String, _ may: String, refused: Bool = false,
            before: @escaping @Sendable (Handle) -> [Request] = { _ in [] },
            _ request: @escaping @Sendable (Handle) -> Request
        ) {
            (description, self.may, isRefusedByRules) = (name, may, refused)
            (self.before, self.request) = (before, request)
        }
    }

    private static let other: Handle = "wen"
    private static func asked(_ me: Handle) -> [Request] { [.motion(.text("Now?"))] }
    private static func voted(_ me: Handle) -> [Request] {
        asked(me) + [.vote(who: other, choice: .yes, reason: nil), .vote(who: "mei", choice: .no, reason: nil)]
    }
    private static func acted(_ me: Handle) -> [Request] { [.action(owner: other, due: nil, text: "ask")] }

    /// Note 1 is Wen's, note 2 is the person's own, note 3 private.
    static let table: [Row] = [
        Row("own attendance", "asmp") { .roll(who: $0, presence: .remote) },
        Row("other attendance", "s") { _ in .roll(who: other, presence: .absent) },
        Row("roll as a whole", "s") { _ in .rolls([RollEntry(who: other, presence: .remote)]) },
        Row("guest", "s") { _ in .guest(name: "Ada Fox", email: nil, organisation: nil) },
        Row("scribe", "as") { _ in .scribe(who: other) },
        Row("own note", "asmp") { .note(speaker: $0, kind: .plain, text: "I") },
        Row("own concern", "asmp") { .note(speaker: $0, kind: .concern, text: "I") },
        Row("other note", "s") { _ in .note(speaker: other, kind: .plain, text: "they") },
        Row("nobody's note", "s") { _ in .note(speaker: nil, kind: .plain, text: "so") },
        Row("private note", "as") { .note(speaker: $0, kind: .private, text: "hush") },
        Row("own writing", "asmp") { .written(.note(speaker: $0, kind: .plain, text: "I"), for: ItemID("b")) },
        Row("other writing", "s") { _ in .written(.note(speaker: other, kind: .plain, text: "x"), for: ItemID("a")) },
        Row("private writing", "as") { _ in .written(.note(speaker: nil, kind: .private, text: "x"), for: ItemID("a"))
        },
        Row("written action", "s") { .written(.action(owner: $0, due: nil, text: "do"), for: ItemID("a")) },
        Row("reword own", "asmp") { _ in .reword(note: 2, text: "better") },
        Row("reword other", "s") { _ in .reword(note: 1, text: "worse") },
        Row("reword private", "as") { _ in .reword(note: 3, text: "worse") },
        Row("kind of own", "asmp") { _ in .correct(note: 2, .kind(.idea)) },
        Row("kind of other", "s") { _ in .correct(note: 1, .kind(.idea)) },
        Row("own made private", "as") { _ in .correct(note: 2, .kind(.private)) },
        Row("private made plain", "as") { _ in .correct(note: 3, .kind(.plain)) },
        Row("speaker of own", "s") { _ in .correct(note: 2, .speaker(other)) },
        Row("item of own", "s") { _ in .correct(note: 2, .item(2)) },
        Row("strike own", "asmp") { _ in .strike(note: 2) },
        Row("strike other", "s") { _ in .strike(note: 1) },
        Row("strike private", "as") { _ in .strike(note: 3) },
        Row("resolve own", "asm") { _ in .resolve(note: 2, reason: "seen") },
        Row("resolve other", "s", before: { _ in [.correct(note: 1, .kind(.concern))] }) { _ in
            .resolve(note: 1, reason: "seen")
        },
        Row("own turn", "asmp") { .queue(who: $0, kind: .new) },
        Row("other turn", "s") { _ in .queue(who: other, kind: .new) },
        Row("next speaker", "s", before: { _ in [.queue(who: other, kind: .new)] }) { _ in .next },
        Row("close the queue", "s") { _ in .closeQueue(true) },
        Row("own flag", "asmp", refused: true) { .flag(item: 1, who: $0, kind: .flag, reason: "why") },
        Row("other flag", "s", refused: true) { _ in .flag(item: 1, who: other, kind: .hold, reason: "why") },
        Row("own unflag", "asmp", refused: true) { .unflag(item: 1, who: $0) },
        Row("other unflag", "s", refused: true) { _ in .unflag(item: 1, who: other) },
        Row("own motion", "am") { .motion(.text("Now?"), by: $0) },
        Row("other motion", "as") { _ in .motion(.text("Now?"), by: other) },
        Row("motion of nobody", "as") { _ in .motion(.text("Now?")) },
        Row("withdraw", "s", before: asked) { _ in .withdraw(reason: nil) },
        Row("own vote", "m", before: asked) { .vote(who: $0, choice: .yes, reason: nil) },
        Row("vote of a member", "s", before: asked) { _ in .vote(who: other, choice: .yes, reason: nil) },
        Row("recusal of a member", "s", before: asked) { _ in .vote(who: other, choice: .recuse, reason: nil) },
        Row("tally", "s", before: voted) { _ in .tally },
        Row("consent", "s", refused: true) { _ in .consent(.approve, earlier: [:]) },
        Row("escalate", "s", before: { voted($0) + [.tally] }) { _ in .escalate(reason: "tied") },
        Row("rule", "as", before: { voted($0) + [.tally] }) { _ in .rule(answer: .yes, reason: "so") },
        Row("amend", "s", refused: true) { _ in .amend(field: .title, value: "Other", reason: nil) },
        Row("decide", "s") { _ in .decide(verdict: .defer, until: nil, reason: "late") },
        Row("lead", "s", refused: true) { _ in .lead(.product, .approved, reason: nil) },
        Row("own action", "s") { .action(owner: $0, due: nil, text: "do") },
        Row("other action", "s") { _ in .action(owner: other, due: nil, text: "do") },
        Row("done", "s", before: acted) { _ in .done(action: 1) },
        Row("revise", "s", before: acted) { _ in .revise(action: 1, .text("do it")) },
        Row("retract", "s", before: acted) { _ in .retract(action: 1, reason: "no") },
        Row("recall", "s", refused: true) { _ in .recall([], updates: []) },
        Row("update", "s", refused: true) { _ in
            .update(
                action: ActionReference(meeting: HostedMeeting.day, number: 9), word: .done, until: nil, reason: nil)
        },
        Row("reassign", "s", refused: true) { _ in
            .reassign(action: ActionReference(meeting: HostedMeeting.day, number: 9), to: other, reason: nil)
        },
        Row("go", "s") { _ in .go(.item(2)) },
        Row("recess", "s") { _ in .recess(minutes: 5) },
        Row("resume", "s", before: { _ in [.recess(minutes: 5)] }) { _ in .resume },
        Row("clock", "s") { _ in .clock(.add(minutes: 5)) },
        Row("proposal", "s") { _ in .addProposal(Proposal(id: "new", title: "New"), digest: nil) },
        Row("topic", "s") { _ in .addTopic("Lunch") },
        Row("move item", "s") { _ in .moveItem(2, to: 1) },
        Row("drop item", "s") { _ in .dropItem(2, reason: "late") },
        Row("reload", "s", refused: true) { _ in
            .reload(
                Docket(
                    roster: HostedMeeting.roster(),
                    agenda: Agenda(
                        date: HostedMeeting.day, scribe: "bo",
                        items: [AgendaItem(id: ItemID("a"), subject: .topic(title: "Taken over", text: ""))]),
                    proposals: [:]))
        },
        Row("open", "as", refused: true) { _ in .open },
        Row("hand over the chair", "as") { _ in .chair(who: other, reason: "she left") },
        Row("close", "as") { _ in .close },
        Row("close if complete", "as", refused: true) { _ in .closeIfComplete },
        Row("reopen", "as", before: { _ in [.close] }) { _ in .reopen(reason: "wrong") },
        Row("undo", "asmp", refused: true) { _ in .undo },
        Row("redo", "asmp", refused: true) { _ in .redo },
    ]

    @Test(arguments: table) func everybodyDoesWhatIsTheirsAndNothingElse(row: Row) throws {
        for person in Self.people {
            let me = person.handle ?? "nobody"
            let meeting = try HostedMeeting()
            var before: [Request] = [
                .note(speaker: Self.other, kind: .plain, text: "theirs"),
                .note(speaker: me, kind: .concern, text: "mine"), .note(speaker: nil, kind: .private, text: "hush"),
            ]
            before += row.before(me)
            if person.handle == "noor" { before.insert(.roll(who: "noor", presence: .present), at: 0) }
            for request in before { try meeting.record(request) }
            let known = meeting.shared.journal.entries
            let terminal = try meeting.terminal(person.handle, isPresenter: person.letter == "x")
            try terminal.ask(row.request(me))
            let answer = try terminal.answer()
            let added = meeting.shared.journal.entries.dropFirst(known.count)
            if row.may.contains(person.letter) {
                #expect(answer == nil || row.isRefusedByRules, "\(row) by \(person): \(answer ?? "")")
                // What the rules refuse, they refuse for what is asked, and not for who asks.
                if let answer { #expect(!answer.contains(" can't "), "\(row) by \(person): \(answer)") }
                #expect(row.isRefusedByRules || !added.isEmpty, "\(row) by \(person)")
                #expect(added.allSatisfy { $0.author == person.handle }, "\(row) by \(person)")
            } else {
                let why = try #require(answer, "\(row) by \(person) was recorded")
                #expect(why.contains(":"), "what would be right: \(why)")
                #expect(added.isEmpty, "\(row) by \(person)")
            }
        }
    }

    /// Fails to build if there is another kind of request, which then needs its rows above.
    static func kind(of request: Request) -> String {
        switch request {
        case .roll: "roll"
        case .rolls: "rolls"
        case .guest: "guest"
        case .scribe: "scribe"
        case .open: "open"
        case .chair: "chair"
        case .go: "go"
        case .addProposal: "addProposal"
        case .addTopic: "addTopic"
        case .moveItem: "moveItem"
        case .dropItem: "dropItem"
        case .recess: "recess"
        case .resume: "resume"
        case .queue: "queue"
        case .next: "next"
        case .closeQueue: "closeQueue"
        case .note: "note"
        case .written: "written"
        case .reword: "reword"
        case .correct: "correct"
        case .strike: "strike"
        case .resolve: "resolve"
        case .lead: "lead"
        case .motion: "motion"
        case .withdraw: "withdraw"
        case .vote: "vote"
        case .tally: "tally"
        case .consent: "consent"
        case .flag: "flag"
        case .unflag: "unflag"
        case .escalate: "escalate"
        case .rule: "rule"
        case .amend: "amend"
        case .decide: "decide"
        case .action: "action"
        case .done: "done"
        case .revise: "revise"
        case .retract: "retract"
        case .recall: "recall"
        case .update: "update"
        case .reassign: "reassign"
        case .clock: "clock"
        case .undo: "undo"
        case .redo: "redo"
        case .close: "close"
        case .closeIfComplete: "closeIfComplete"
        case .reopen: "reopen"
        case .reload: "reload"
        }
    }

    @Test func theTableHasEachKind() {
        #expect(Set(Self.table.map { Self.kind(of: $0.request("bo")) }).count == 48)
    }

    // MARK: Names that are claimed

    static let forgeries = [
        #"{"ask":{"id":"ID","known":0,"author":"wen","handle":"wen","request":{"note":{"speaker":"bo","kind":"plain","text":"x"}}}}"#,
        #"{"ask":{"id":"ID","known":0,"request":{"note":{"speaker":"bo","kind":"plain","text":"x","author":"wen"}}}}"#,
        #"{"ask":{"id":"ID","known":0,"request":{"note":{"speaker":"bo","kind":"plain","text":"x"}},"relay":{"handle":"wen"}}}"#,
    ]

    @Test(arguments: forgeries) func whatSomebodySaysOfThemselvesDoesNotCount(line: String) throws {
        let meeting = try HostedMeeting()
        let bo = try meeting.terminal("bo")
        bo.say(line.replacingOccurrences(of: "ID", with: UUID().uuidString))
        #expect(try bo.answer() == nil)
        #expect(meeting.shared.journal.entries.last?.author == "bo")
    }

    @Test func anAccountIsWhoItIsWhateverItsHelloSays() throws {
        let meeting = try HostedMeeting()
        let guest = RawTerminal(try meeting.socket.connect())
        guest.say(
            "{\"hello\":{\"version\":\(lineVersion),\"program\":\"x\",\"handle\":\"wen\",\"knows\":0,\"isPresenter\":false}}"
        )
        try guest.ask(.note(speaker: "wen", kind: .plain, text: "x"))
        #expect(try guest.answer()?.hasPrefix("a guest looks on") == true)
        guest.say("{\"relay\":{\"version\":\(lineVersion),\"on\":\"x\",\"handle\":\"wen\"}}")
        #expect(try guest.answer() == "goodbye: a relay speaks first, and once")
    }

    // MARK: What reaches whom

    private static let (hush, choice) = ("planted-hush-4711", "planted-choice-4712")

    @Test func nobodyGetsAByteThatTheyMayNotRead() throws {
        let meeting = try HostedMeeting(VotingRule(shown: .atTally))
        // Some were there before, some come when it has happened, and some have an older end.
        var terminals: [(Person, RawTerminal)] = []
        func join(knowing number: Int) throws {
            for person in Self.people {
                terminals.append(
                    (person, try meeting.terminal(person.handle, knows: number, isPresenter: person.letter == "x")))
            }
        }
        try join(knowing: 0)
        for request: Request in [
            .note(speaker: "ana", kind: .private, text: Self.hush), .reword(note: 1, text: Self.hush + "!"),
            .note(speaker: "ana", kind: .concern, text: "it leaks"), .resolve(note: 2, reason: "seen"),
            .correct(note: 2, .kind(.private)), .reword(note: 2, text: Self.hush), .undo, .redo,
            .correct(note: 1, .item(2)),
            .written(.note(speaker: nil, kind: .private, text: Self.hush), for: ItemID("b")),
            .motion(.text("Now?")),
        ] { try meeting.record(request) }
        try join(knowing: 3)
        let wen = try meeting.terminal("wen")
        for choice in [Ballot.Choice.no, .yes, .abstain] {
            try wen.ask(.vote(who: "wen", choice: choice, reason: Self.choice))
            #expect(try wen.answer() == nil)
        }
        try join(knowing: 0)
        try join(knowing: 1_000_000)
        try join(knowing: -1)
        try meeting.record(.note(speaker: nil, kind: .plain, text: "the end"))
        for (person, terminal) in terminals {
            while !terminal.text.contains("the end") { _ = try #require(try terminal.next(), "\(person)") }
            let reads = "as".contains(person.letter)
            // Its words are those of a concern until it becomes private; after that, nobody else gets them again.
            #expect(terminal.text.contains(Self.hush) == reads, "\(person)")
            #expect(!terminal.text.contains(Self.choice), "\(person)")
        }
        #expect(wen.text.contains(Self.choice), "one's own ballot is one's own")
    }
}
