import Council
import Testing

@testable import Room

/// Each documented form of a command of the meeting asks for its request.
@Suite struct ParsingTests {
    @Test(arguments: RequestForm.all)
    func aFormAsksTheMeeting(form: RequestForm) throws {
        #expect(try Command.parse(form.line, in: Hall().meeting).request == form.request)
    }

    /// A request that could not be recorded is given back as a line that asks for the same.
    @Test(arguments: RequestForm.all)
    func aRequestHasALineThatAsksForIt(form: RequestForm) throws {
        let line = try #require(Command.line(for: form.request), "no command says how `\(form.line)` is typed")
        #expect(try Command.parse(line, in: Hall().meeting).request == form.request, "\(line)")
    }

    @Test func changedFilesHaveNoLine() { #expect(Command.line(for: .reload(Hall.docket)) == nil) }

    @Test func everyCommandOfTheMeetingHasAForm() {
        let tried = Set(RequestForm.all.map { $0.line.trimmed.prefix { $0 != " " } })
        for command in Command.all where command.group != .screen {
            #expect(tried.contains(command.name[...]), "no test parses `\(command.usage)`")
        }
    }
}

extension Intent {
    /// The request to the meeting; nil if the line asks for something else.
    var request: Request? { if case .ask(let request) = self { request } else { nil } }
}

/// A line, and the request that it is.
struct RequestForm: Sendable, CustomTestStringConvertible {
    let line: String
    let request: Request

    init(_ line: String, _ request: Request) {
        self.line = line
        self.request = request
    }

    var testDescription: String { line }
}

extension RequestForm {
    static let all: [RequestForm] =
        meeting + [
            RequestForm("here", .roll(who: Handle("me"), presence: .present)),
            RequestForm("here remote", .roll(who: Handle("me"), presence: .remote)),
            RequestForm("leave", .roll(who: Handle("me"), presence: .absent)),
            RequestForm("queue wen", .queue(who: Handle("wen"), kind: .new)),
            RequestForm("queue @wen Order", .queue(who: Handle("wen"), kind: .order)),
            RequestForm("queue close", .closeQueue(true)),
            RequestForm("queue open", .closeQueue(false)),
            RequestForm("next", .next),
            RequestForm("note wen: he said", .note(speaker: Handle("wen"), kind: .plain, text: "he said")),
            RequestForm("note Wen: concern: why", .note(speaker: Handle("wen"), kind: .concern, text: "why")),
            RequestForm("note wen:private: why", .note(speaker: Handle("wen"), kind: .private, text: "why")),
            RequestForm("note wen://x", .note(speaker: nil, kind: .plain, text: "wen://x")),
            RequestForm("note ... and so on", .note(speaker: nil, kind: .plain, text: "... and so on")),
            RequestForm("note a plain one", .note(speaker: nil, kind: .plain, text: "a plain one")),
            RequestForm("note @wen he said", .note(speaker: Handle("wen"), kind: .plain, text: "he said")),
            RequestForm("note @wen: he said", .note(speaker: Handle("wen"), kind: .plain, text: "he said")),
            RequestForm("note @guest concern: why", .note(speaker: Handle("guest"), kind: .concern, text: "why")),
            RequestForm("note Question: how", .note(speaker: nil, kind: .question, text: "how")),
            RequestForm("note idea: x", .note(speaker: nil, kind: .idea, text: "x")),
            RequestForm("note data: x", .note(speaker: nil, kind: .data, text: "x")),
            RequestForm("note reuse: x", .note(speaker: nil, kind: .reuse, text: "x")),
            RequestForm("note private: x", .note(speaker: nil, kind: .private, text: "x")),
            // Words that are neither a kind nor a handle belong to the note's text.
            RequestForm("note private:x", .note(speaker: nil, kind: .private, text: "x")),
            RequestForm("note private : x", .note(speaker: nil, kind: .private, text: "x")),
            RequestForm("note PRIVATE :x", .note(speaker: nil, kind: .private, text: "x")),
            RequestForm("note private：x", .note(speaker: nil, kind: .private, text: "x")),
            RequestForm("note private:", .note(speaker: nil, kind: .private, text: "")),
            RequestForm("note private://x", .note(speaker: nil, kind: .private, text: "//x")),
            RequestForm("note private:\nx", .note(speaker: nil, kind: .private, text: "x")),
            RequestForm("note @wen private:x", .note(speaker: Handle("wen"), kind: .private, text: "x")),
            RequestForm("note @wen: private :x", .note(speaker: Handle("wen"), kind: .private, text: "x")),
            RequestForm("note @wen:private:x", .note(speaker: Handle("wen"), kind: .private, text: "x")),
            RequestForm("note @wen : private: x", .note(speaker: Handle("wen"), kind: .private, text: "x")),
            RequestForm("note @wen :) well", .note(speaker: Handle("wen"), kind: .plain, text: ":) well")),
            RequestForm("note concern:x", .note(speaker: nil, kind: .concern, text: "x")),
            RequestForm("note idea : x", .note(speaker: nil, kind: .idea, text: "x")),
            RequestForm("note data://bucket/x", .note(speaker: nil, kind: .plain, text: "data://bucket/x")),
            RequestForm("note private the budget", .note(speaker: nil, kind: .plain, text: "private the budget")),
            RequestForm("note remark: x", .note(speaker: nil, kind: .plain, text: "remark: x")),
            RequestForm("note plain: x", .note(speaker: nil, kind: .plain, text: "plain: x")),
            RequestForm("note @ home", .note(speaker: nil, kind: .plain, text: "@ home")),
            RequestForm(
                "note two  spaces\nand a line", .note(speaker: nil, kind: .plain, text: "two  spaces\nand a line")),
            RequestForm("reword 2 new words", .reword(note: 2, text: "new words")),
            RequestForm("reword 3/2 new words", .reword(note: NoteReference(2, of: 3), text: "new words")),
            RequestForm("reword action 2 new words", .revise(action: 2, .text("new words"))),
            RequestForm("speaker 2 wen", .correct(note: 2, .speaker(Handle("wen")))),
            RequestForm("speaker 1/2 nobody", .correct(note: NoteReference(2, of: 1), .speaker(nil))),
            RequestForm("kind 2 Concern", .correct(note: 2, .kind(.concern))),
            RequestForm("refile 2 to 4", .correct(note: 2, .item(4))),
            RequestForm("refile 1/2 4", .correct(note: NoteReference(2, of: 1), .item(4))),
            RequestForm("later 2 in two weeks", .revise(action: 2, .due(CalendarDay("2026-12-09")!))),
            RequestForm(
                "later 2 in two weeks because Bo is away",
                .revise(action: 2, .due(CalendarDay("2026-12-09")!), because: "Bo is away")),
            RequestForm(
                "reassign 2 to wen because Bo is away",
                .revise(action: 2, .owner(Handle("wen")), because: "Bo is away")),
            RequestForm("reassign 2 to wen", .revise(action: 2, .owner(Handle("wen")))),
            RequestForm(
                "action by next friday call them",
                .action(owner: nil, due: CalendarDay("2026-12-04"), text: "call them")),
            RequestForm(
                "action @wen by 4 december 2026 call",
                .action(owner: Handle("wen"), due: CalendarDay("2026-12-04"), text: "call")),
            RequestForm(
                "decide defer in two weeks", .decide(verdict: .defer, until: CalendarDay("2026-12-09"), reason: nil)),
            RequestForm("strike 1/2", .strike(note: NoteReference(2, of: 1))),
            RequestForm("strike 2", .strike(note: 2)),
            RequestForm("strike #2", .strike(note: 2)),
            RequestForm("resolve 2", .resolve(note: 2, reason: nil)),
            RequestForm("resolve 2 because of this", .resolve(note: 2, reason: "of this")),
            RequestForm("action do it", .action(owner: nil, due: nil, text: "do it")),
            RequestForm("action @wen do it", .action(owner: Handle("wen"), due: nil, text: "do it")),
            RequestForm("action by 2026-12-01 do it", .action(owner: nil, due: day, text: "do it")),
            RequestForm("action @wen by tuesday do it", .action(owner: Handle("wen"), due: day, text: "do it")),
            RequestForm("action wen by tuesday do it", .action(owner: Handle("wen"), due: day, text: "do it")),
            RequestForm("action nobody by tuesday", .action(owner: nil, due: nil, text: "nobody by tuesday")),
            RequestForm("action by Tue do it", .action(owner: nil, due: day, text: "do it")),
            RequestForm("action @wen by 2026-12-01 do it", .action(owner: Handle("wen"), due: day, text: "do it")),
            RequestForm("done 1", .done(action: 1)),
            RequestForm("done 1 because it is merged", .done(action: 1, because: "it is merged")),
            RequestForm("done 2026-11-18/2", .update(action: earlier, word: .done, until: nil, reason: nil)),
            RequestForm(
                "done 2026-11-18/2 because it is merged",
                .update(action: earlier, word: .done, until: nil, reason: "it is merged")),
            RequestForm("later 2026-11-18/2 tuesday", .update(action: earlier, word: .later, until: day, reason: nil)),
            RequestForm(
                "later 2026-11-18/2 2026-12-01 because so",
                .update(action: earlier, word: .later, until: day, reason: "so")),
            RequestForm(
                "reassign 2026-11-18/2 to wen", .reassign(action: earlier, to: Handle("wen"), reason: nil)),
            RequestForm(
                "reassign 2026-11-18/2 @wen because she has it",
                .reassign(action: earlier, to: Handle("wen"), reason: "she has it")),
            RequestForm("drop 1 because it was wrong", .retract(action: 1, reason: "it was wrong")),
            RequestForm(
                "drop 2026-11-18/2 because nobody asks",
                .update(action: earlier, word: .drop, until: nil, reason: "nobody asks")),
        ] + voting

    private static let day = CalendarDay("2026-12-01")!
    private static let earlier = ActionReference("2026-11-18/2")!

    private static let meeting: [RequestForm] = [
        RequestForm("roll wen present", .roll(who: Handle("wen"), presence: .present)),
        RequestForm("roll @wen REMOTE", .roll(who: Handle("wen"), presence: .remote)),
        RequestForm("roll wen absent", .roll(who: Handle("wen"), presence: .absent)),
        RequestForm("guest Kim Park", .guest(name: "Kim Park", email: nil, organisation: nil)),
        RequestForm(
            "guest Kim Park <kim@example.com> of Acme",
            .guest(name: "Kim Park", email: "kim@example.com", organisation: "Acme")),
        RequestForm("scribe @wen", .scribe(who: Handle("wen"))),
        RequestForm("item add topic Lunch because of rain", .addTopic("Lunch because of rain")),
        RequestForm("item move 2 to 1", .moveItem(2, to: 1)),
        RequestForm("item move 2 1", .moveItem(2, to: 1)),
        RequestForm("item drop 2 because of time", .dropItem(2, reason: "of time")),
        RequestForm("recess", .recess(minutes: nil)),
        RequestForm("recess 10", .recess(minutes: 10)),
        RequestForm("resume", .resume),
        RequestForm("open", .open),
        RequestForm("  OPEN  ", .open),
        RequestForm("chair wen because he is here", .chair(who: Handle("wen"), reason: "he is here")),
        RequestForm("chair wen", .chair(who: Handle("wen"), reason: "")),
        RequestForm("go 2", .go(.item(2))),
        RequestForm("go next", .go(.next)),
        RequestForm("go back", .go(.back)),
        RequestForm("clock pause", .clock(.pause)),
        RequestForm("clock resume", .clock(.resume)),
        RequestForm("clock add 5", .clock(.add(minutes: 5))),
        RequestForm("clock add -5", .clock(.add(minutes: -5))),
        RequestForm("close", .closeIfComplete),
        RequestForm("close anyway", .close),
        RequestForm("reopen because of a slip", .reopen(reason: "of a slip")),
        RequestForm("reopen", .reopen(reason: "")),
    ]

    private static let voting: [RequestForm] = [
        RequestForm("motion", .motion(.proposal)),
        RequestForm("motion proposal", .motion(.proposal)),
        RequestForm("motion solution", .motion(.solution)),
        RequestForm("motion team", .motion(.team)),
        RequestForm("motion Lead", .motion(.lead)),
        RequestForm("motion amendment 2", .motion(.amendment(number: 2))),
        RequestForm("motion Shall we go home?", .motion(.text("Shall we go home?"))),
        RequestForm("motion choose A | B", .motion(.choice(["A", "B"]))),
        RequestForm("motion choose", .motion(.choice([]))),
        RequestForm("motion choose wisely", .motion(.text("choose wisely"))),
        RequestForm("motion team by wen", .motion(.team, by: Handle("wen"))),
        RequestForm(
            "motion Pilot in two cities? by wen second @bo",
            .motion(.text("Pilot in two cities?"), by: Handle("wen"), second: Handle("bo"))),
        RequestForm("motion Shall it be done by friday", .motion(.text("Shall it be done by friday"))),
        RequestForm("poll Shall we meet in June?", .motion(.poll("Shall we meet in June?"))),
        RequestForm("withdraw motion", .withdraw(reason: nil)),
        RequestForm("withdraw because it was wrong", .withdraw(reason: "it was wrong")),
        RequestForm("decide noted", .decide(verdict: .noted, until: nil, reason: nil)),
        RequestForm("vote wen yes", .vote(who: Handle("wen"), choice: .yes, reason: nil)),
        RequestForm("vote wen no because of cost", .vote(who: Handle("wen"), choice: .no, reason: "of cost")),
        RequestForm("vote @wen abstain", .vote(who: Handle("wen"), choice: .abstain, reason: nil)),
        RequestForm("vote wen Recuse", .vote(who: Handle("wen"), choice: .recuse, reason: nil)),
        RequestForm("tally", .tally),
        RequestForm("escalate because of the cost", .escalate(reason: "of the cost")),
        RequestForm("escalate", .escalate(reason: "")),
        RequestForm("rule yes because it helps", .rule(answer: .yes, reason: "it helps")),
        RequestForm("rule no", .rule(answer: .no, reason: "")),
        RequestForm("amend pod = Search", .amend(field: .pod, value: "Search", reason: nil)),
        RequestForm("amend third party=none", .amend(field: .thirdParty, value: "none", reason: nil)),
        RequestForm(
            "amend title = Off because of rain because we can",
            .amend(field: .title, value: "Off because of rain", reason: "we can")),
        RequestForm("lead product approved", .lead(.product, .approved, reason: nil)),
        RequestForm("lead Data-Science changes because X", .lead(.dataScience, .changes, reason: "X")),
        RequestForm("decide approve", .decide(verdict: .approve, until: nil, reason: nil)),
        RequestForm("decide revise because it is thin", .decide(verdict: .revise, until: nil, reason: "it is thin")),
        RequestForm(
            "decide revise anyway because it is thin",
            .decide(verdict: .revise, until: nil, reason: "it is thin", anyway: true)),
        RequestForm(
            "decide approve as Two cities for four weeks because it pays",
            .decide(verdict: .approve, until: nil, reason: "it pays", resolution: "Two cities for four weeks")),
        RequestForm(
            "decide approve if 2 6 as Two cities",
            .decide(verdict: .approve, until: nil, reason: nil, conditions: [2, 6], resolution: "Two cities")),
        RequestForm(
            "decide revise anyway as Bring a wet city",
            .decide(verdict: .revise, until: nil, reason: nil, anyway: true, resolution: "Bring a wet city")),
        RequestForm("decide defer", .decide(verdict: .defer, until: nil, reason: nil)),
        RequestForm("decide defer 2026-12-01", .decide(verdict: .defer, until: day, reason: nil)),
        RequestForm("decide defer 2026-12-01 because so", .decide(verdict: .defer, until: day, reason: "so")),
        RequestForm("decide Reject because no", .decide(verdict: .reject, until: nil, reason: "no")),
        RequestForm("decide withdraw", .decide(verdict: .withdraw, until: nil, reason: nil)),
        RequestForm("consent", .consent(.vote, earlier: [:])),
        RequestForm("consent VOTE", .consent(.vote, earlier: [:])),
        RequestForm("consent approve", .consent(.approve, earlier: [:])),
        RequestForm("flag 2 because one city", .flag(item: 2, who: nil, kind: .flag, reason: "one city")),
        RequestForm("flag 2 @Wen because X", .flag(item: 2, who: Handle("wen"), kind: .flag, reason: "X")),
        RequestForm("flag prep-time wen because X", .flag(item: 1, who: Handle("wen"), kind: .flag, reason: "X")),
        RequestForm("flag 2", .flag(item: 2, who: nil, kind: .flag, reason: nil)),
        RequestForm("hold 2", .flag(item: 2, who: nil, kind: .hold, reason: nil)),
        RequestForm(
            "hold #2 @lena because recused", .flag(item: 2, who: Handle("lena"), kind: .hold, reason: "recused")),
        RequestForm("unflag 2", .unflag(item: 2, who: nil)),
        RequestForm("unflag 2 @wen", .unflag(item: 2, who: Handle("wen"))),
        RequestForm("undo", .undo),
        RequestForm("redo", .redo),
    ]
}
