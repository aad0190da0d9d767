import Council
import Testing

@testable import Commands

/// What each documented form of a command asks for.
@Suite struct ParsingTests {
    @Test(arguments: Form.requests)
    func aFormAsksTheMeeting(form: Form<Request>) throws {
        #expect(try Command.parse(form.line, in: Hall().meeting) == .ask(form.means))
    }

    @Test(arguments: Form.intents)
    func aFormAsksTheScreen(form: Form<ScreenIntent>) throws {
        #expect(try Command.parse(form.line, in: Hall().meeting) == .screen(form.means))
    }

    @Test func everyCommandHasAForm() {
        let tried = Set((Form.requests.map(\.line) + Form.intents.map(\.line)).map { $0.trimmed.prefix { $0 != " " } })
        for command in Command.all {
            #expect(tried.contains(command.name[...]), "no test parses `\(command.usage)`")
        }
    }
}

/// A line, and what it means.
struct Form<Meaning: Sendable>: Sendable, CustomTestStringConvertible {
    let line: String
    let means: Meaning

    init(_ line: String, _ means: Meaning) {
        self.line = line
        self.means = means
    }

    var testDescription: String { line }
}

extension Form where Meaning == Request {
    static let requests: [Form] =
        meeting + [
            Form("note a plain one", .note(speaker: nil, kind: .plain, text: "a plain one")),
            Form("note @wen he said", .note(speaker: Handle("wen"), kind: .plain, text: "he said")),
            Form("note @wen: he said", .note(speaker: Handle("wen"), kind: .plain, text: "he said")),
            Form("note @guest concern: why", .note(speaker: Handle("guest"), kind: .concern, text: "why")),
            Form("note Question: how", .note(speaker: nil, kind: .question, text: "how")),
            Form("note idea: x", .note(speaker: nil, kind: .idea, text: "x")),
            Form("note data: x", .note(speaker: nil, kind: .data, text: "x")),
            Form("note reuse: x", .note(speaker: nil, kind: .reuse, text: "x")),
            Form("note private: x", .note(speaker: nil, kind: .private, text: "x")),
            // What is no kind and no handle is what was said.
            Form("note private:x", .note(speaker: nil, kind: .private, text: "x")),
            Form("note private : x", .note(speaker: nil, kind: .private, text: "x")),
            Form("note PRIVATE :x", .note(speaker: nil, kind: .private, text: "x")),
            Form("note private：x", .note(speaker: nil, kind: .private, text: "x")),
            Form("note private:", .note(speaker: nil, kind: .private, text: "")),
            Form("note private://x", .note(speaker: nil, kind: .private, text: "//x")),
            Form("note private:\nx", .note(speaker: nil, kind: .private, text: "x")),
            Form("note @wen private:x", .note(speaker: Handle("wen"), kind: .private, text: "x")),
            Form("note @wen: private :x", .note(speaker: Handle("wen"), kind: .private, text: "x")),
            Form("note @wen:private:x", .note(speaker: Handle("wen"), kind: .private, text: "x")),
            Form("note @wen : private: x", .note(speaker: Handle("wen"), kind: .private, text: "x")),
            Form("note @wen :) well", .note(speaker: Handle("wen"), kind: .plain, text: ":) well")),
            Form("note concern:x", .note(speaker: nil, kind: .concern, text: "x")),
            Form("note idea : x", .note(speaker: nil, kind: .idea, text: "x")),
            Form("note data://bucket/x", .note(speaker: nil, kind: .plain, text: "data://bucket/x")),
            Form("note private the budget", .note(speaker: nil, kind: .plain, text: "private the budget")),
            Form("note remark: x", .note(speaker: nil, kind: .plain, text: "remark: x")),
            Form("note plain: x", .note(speaker: nil, kind: .plain, text: "plain: x")),
            Form("note @ home", .note(speaker: nil, kind: .plain, text: "@ home")),
            Form("note two  spaces\nand a line", .note(speaker: nil, kind: .plain, text: "two  spaces\nand a line")),
            Form("reword 2 new words", .reword(note: 2, text: "new words")),
            Form("strike 2", .strike(note: 2)),
            Form("strike #2", .strike(note: 2)),
            Form("resolve 2", .resolve(note: 2, reason: nil)),
            Form("resolve 2 because of this", .resolve(note: 2, reason: "of this")),
            Form("action do it", .action(owner: nil, due: nil, text: "do it")),
            Form("action @wen do it", .action(owner: Handle("wen"), due: nil, text: "do it")),
            Form("action by 2026-12-01 do it", .action(owner: nil, due: day, text: "do it")),
            Form("action @wen by tuesday do it", .action(owner: Handle("wen"), due: day, text: "do it")),
            Form("action by Tue do it", .action(owner: nil, due: day, text: "do it")),
            Form("action @wen by 2026-12-01 do it", .action(owner: Handle("wen"), due: day, text: "do it")),
            Form("done 1", .done(action: 1)),
        ] + voting

    private static let day = CalendarDay("2026-12-01")!

    private static let meeting: [Form] = [
        Form("roll wen present", .roll(who: Handle("wen"), presence: .present)),
        Form("roll @wen REMOTE", .roll(who: Handle("wen"), presence: .remote)),
        Form("roll wen absent", .roll(who: Handle("wen"), presence: .absent)),
        Form("open", .open),
        Form("  OPEN  ", .open),
        Form("chair wen because he is here", .chair(who: Handle("wen"), reason: "he is here")),
        Form("chair wen", .chair(who: Handle("wen"), reason: "")),
        Form("go 2", .go(.item(2))),
        Form("go next", .go(.next)),
        Form("go back", .go(.back)),
        Form("clock pause", .clock(.pause)),
        Form("clock resume", .clock(.resume)),
        Form("clock add 5", .clock(.add(minutes: 5))),
        Form("clock add -5", .clock(.add(minutes: -5))),
        Form("close", .close),
        Form("reopen because of a slip", .reopen(reason: "of a slip")),
        Form("reopen", .reopen(reason: "")),
    ]

    private static let voting: [Form] = [
        Form("motion", .motion(.proposal)),
        Form("motion proposal", .motion(.proposal)),
        Form("motion solution", .motion(.solution)),
        Form("motion team", .motion(.team)),
        Form("motion Lead", .motion(.lead)),
        Form("motion amendment 2", .motion(.amendment(number: 2))),
        Form("motion Shall we go home?", .motion(.text("Shall we go home?"))),
        Form("vote wen yes", .vote(who: Handle("wen"), choice: .yes, reason: nil)),
        Form("vote wen no because of cost", .vote(who: Handle("wen"), choice: .no, reason: "of cost")),
        Form("vote @wen abstain", .vote(who: Handle("wen"), choice: .abstain, reason: nil)),
        Form("vote wen Recuse", .vote(who: Handle("wen"), choice: .recuse, reason: nil)),
        Form("tally", .tally),
        Form("escalate because of the cost", .escalate(reason: "of the cost")),
        Form("escalate", .escalate(reason: "")),
        Form("rule yes because it helps", .rule(answer: .yes, reason: "it helps")),
        Form("rule no", .rule(answer: .no, reason: "")),
        Form("amend pod = Search", .amend(field: .pod, value: "Search", reason: nil)),
        Form("amend third party=none", .amend(field: .thirdParty, value: "none", reason: nil)),
        Form(
            "amend title = Off because of rain because we can",
            .amend(field: .title, value: "Off because of rain", reason: "we can")),
        Form("decide approve", .decide(verdict: .approve, until: nil, reason: nil)),
        Form("decide revise because it is thin", .decide(verdict: .revise, until: nil, reason: "it is thin")),
        Form("decide defer", .decide(verdict: .defer, until: nil, reason: nil)),
        Form("decide defer 2026-12-01", .decide(verdict: .defer, until: day, reason: nil)),
        Form("decide defer 2026-12-01 because so", .decide(verdict: .defer, until: day, reason: "so")),
        Form("decide Reject because no", .decide(verdict: .reject, until: nil, reason: "no")),
        Form("decide withdraw", .decide(verdict: .withdraw, until: nil, reason: nil)),
        Form("undo", .undo),
        Form("redo", .redo),
    ]
}

extension Form where Meaning == ScreenIntent {
    static let intents: [Form] = [
        Form("show", .show(.proposal)),
        Form("show agenda", .show(.agenda)),
        Form("show proposal", .show(.proposal)),
        Form("show notes", .show(.notes)),
        Form("show votes", .show(.votes)),
        Form("show roll", .show(.roll)),
        Form("show Actions", .show(.actions)),
        Form("find a b", .find("a b")),
        Form("find", .find("")),
        Form("copy", .copy(nil)),
        Form("copy item", .copy(.item)),
        Form("copy Decision", .copy(.decision)),
        Form("mouse", .mouse),
        Form("presenter", .presenter),
        Form("theme", .theme(nil)),
        Form("theme light", .theme("light")),
        Form("portfolio", .portfolio),
        Form("reload", .reload),
        Form("publish", .publish(nil)),
        Form("publish keep", .publish(.keep)),
        Form("publish Replace", .publish(.replace)),
        Form("preview", .preview(nil)),
        Form("record", .record(nil)),
        Form("record /mnt/usb stick", .record("/mnt/usb stick")),
        Form(":reload", .reload),
        Form("preview prep-time", .preview("prep-time")),
        Form("edit minutes", .edit("minutes")),
        Form("help", .help(nil)),
        Form("help Vote", .help("vote")),
        Form("quit", .quit),
    ]
}
