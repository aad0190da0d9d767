import Council
import Testing

@testable import Room

/// A line that is written wrongly is refused with what is wrong and what would be right.
@Suite struct RefusalTests {
    @Test(arguments: [
        ("", "an empty line is not a command: `help` lists them all"),
        ("   ", "an empty line is not a command: `help` lists them all"),
        ("taly", "there is no command `taly`: did you mean `tally`?"),
        ("xyzzy", "there is no command `xyzzy`: `help` lists them"),
        ("guest", "a guest needs a name: write `guest NAME`, as in `guest Kim Park of Acme`"),
        ("guest Kim <kim", "`<` begins a mail address, and `>` ends it: write `guest NAME <MAIL> of ORG`"),
        (
            "item",
            "add, move or drop is missing: write `item add proposal ID|add topic TITLE|move N to M|drop N "
                + "because TEXT`"
        ),
        ("item add prep-time", "`prep-time` is none of proposal or topic: write one of these"),
        (
            "item move 1 to there",
            "`there` is not a number: write `item add proposal ID|add topic TITLE|move N to M|drop N because TEXT`"
        ),
        (
            "lead marketing approved",
            "`marketing` is none of product, engineering, data-science or analytics: write one of these"
        ),
        ("lead product pending", "`pending` is none of approved or changes: write one of these"),
        ("recess soon", "`soon` is not a number: write `recess [MINUTES]`"),
        ("queue wen later", "`later` is none of order, clarify, reply or new: write one of these"),
        ("next one", "`one` was not expected: write `next`"),
        ("minutes", "`minutes` is for the shell: leave the meeting, and run `mlreview minutes 2026-11-25`"),
        ("Check it", "`check` is for the shell: leave the meeting, and run `mlreview check`"),
        ("open now", "`now` was not expected: write `open`"),
        ("roll", "WHO is missing: write `roll as last time|WHO present|remote|absent`"),
        ("roll !! present", "`!!` is not a handle: write `roll as last time|WHO present|remote|absent`"),
        ("roll wen", "present, remote or absent is missing: write `roll as last time|WHO present|remote|absent`"),
        ("roll wen presnt", "`presnt` is none of present, remote or absent: did you mean `present`?"),
        ("roll wen here", "`here` is none of present, remote or absent: write one of these"),
        ("roll wen present now", "`now` was not expected: write `roll as last time|WHO present|remote|absent`"),
        ("chair wen he is here", "`he` was not expected: write `chair WHO because TEXT`"),
        ("chair wen because", "`because` needs a reason after it: write `chair WHO because TEXT`"),
        ("go", "N, next or back is missing: write `go N|next|back`"),
        ("go on", "`on` is not a number: write `go N|next|back`"),
        ("clock", "pause, resume or add is missing: write `clock pause|resume|add MINUTES`"),
        ("clock stop", "`stop` is none of pause, resume or add: write one of these"),
        ("clock add", "MINUTES is missing: write `clock pause|resume|add MINUTES`"),
        ("clock add some", "`some` is not a number: write `clock pause|resume|add MINUTES`"),
        (
            "clock add 99999999999999999999",
            "`99999999999999999999` is not a number: write `clock pause|resume|add MINUTES`"
        ),
        ("reopen please", "`please` was not expected: write `reopen because TEXT`"),
        ("reword", "N is missing: write `reword N|action N TEXT`"),
        ("strike it", "`it` is not a number: write `strike N`"),
        ("strike 1 2", "`2` was not expected: write `strike N`"),
        ("resolve 1 why", "`why` was not expected: write `resolve N [because TEXT]`"),
        ("action @!! x", "`@!!` is not a handle: write `action @WHO [by DATE] TEXT`"),
        ("action by Fridya x", "`Fridya` is not a date: did you mean `friday`?"),
        ("action by 2026-02-30 x", "`2026-02-30` is not a date: say \(CalendarDay.forms)"),
        ("done", "N is missing: write `done N|REF [because TEXT]`"),
        ("done 1 because", "`because` needs a reason after it: write `done N|REF [because TEXT]`"),
        (
            "done 2026-11-18",
            "`2026-11-18` is not an action of an earlier meeting, such as 2026-11-18/2: write `done N|REF [because TEXT]`"
        ),
        ("later", "REF is missing: write `later N|REF DATE [because TEXT]`"),
        ("later 3 in a while", "`in a while` is not a date: say \(CalendarDay.forms)"),
        ("later 3", "a date is missing: write `later N|REF DATE [because TEXT]`"),
        ("speaker 1", "WHO is missing: write `speaker N WHO|nobody`"),
        ("strike 1/x", "`1/x` is not a note: write its number, or `2/3` for note 3 of item 2"),
        ("later 2026-11-18/2 soon", "`soon` is not a date: say \(CalendarDay.forms)"),
        ("drop 2026-11-18/2 X", "`X` was not expected: write `drop N|REF because TEXT`"),
        ("motion amendment", "which amendment? write `motion amendment N`"),
        (
            "vote wen",
            "yes, no, abstain or recuse is missing: write `vote WHO yes|no|abstain|recuse|A, C [because TEXT]`"
        ),
        ("vote wen maybe", "`maybe` is none of yes, no, abstain or recuse: write one of these"),
        ("vote wen abstian", "`abstian` is none of yes, no, abstain or recuse: did you mean `abstain`?"),
        ("escalate now", "`now` was not expected: write `escalate because TEXT`"),
        ("rule", "yes or no is missing: write `rule yes|no|OPTION because TEXT`"),
        ("rule yes it helps", "`it` was not expected: write `rule yes|no|OPTION because TEXT`"),
        ("amend pod Search", "the = between field and value is missing: write `amend FIELD = VALUE [because TEXT]`"),
        ("amend impct = 1", "a proposal has no field `impct`: did you mean `impact`?"),
        (
            "decide",
            "approve, revise, defer, reject or withdraw is missing: "
                + "write `decide VERDICT [DATE|anyway] [if N…] [as TEXT] [because TEXT]`"
        ),
        ("decide aprove", "`aprove` is none of approve, revise, defer, reject or withdraw: did you mean `approve`?"),
        ("decide defer soon", "`soon` is not a date: say \(CalendarDay.forms)"),
        ("copy minutes", "`minutes` is none of item or decision: write one of these"),
        ("help vot", "there is no command and no topic `vot`: did you mean `vote`?"),
        ("help xyzzy", "there is no command and no topic `xyzzy`: `help` lists them"),
        ("quit now", "`now` was not expected: write `quit`"),
    ])
    func aWrongLineIsRefused(line: String, sentence: String) throws {
        #expect(try Hall().refusal(of: line) == sentence)
    }

    @Test func aFieldThatIsLikeNoneListsThemAll() throws {
        let sentence = try #require(try Hall().refusal(of: "amend xyzzy = 1"))
        #expect(sentence.hasPrefix("a proposal has no field `xyzzy`: the fields are title, pod, sponsor, tech_lead"))
    }
}
