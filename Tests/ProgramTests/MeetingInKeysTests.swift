import Council
import Screen
import Testing

@testable import mlreview

/// A whole meeting, from roll call to mail: in keys, and in lines.
@Suite struct MeetingInKeysTests {
    /// All members and the first presenter are present; the second presenter is remote.
    private let rollCall = "p p p p r p p p p p r Enter"

    /// The meeting of `lines`, in keys.
    private func hold(_ scribe: Scribe) {
        scribe.press(rollCall)
        scribe.note("@noor the graph has 40 million edges")
        scribe.note("@wen concern: who carries the pager")
        scribe.run("resolve 2 because Platform does")
        // Eight ballots: the chair votes only to break a tie.
        scribe.press("m Enter y y y y y y a n Enter")
        scribe.press("d Enter")
        scribe.press("a")
        scribe.type("noor")
        scribe.press("Tab")
        scribe.type("2026-12-09")
        scribe.press("Tab")
        scribe.type("write the runbook")
        scribe.press("Enter")
        // The gate refuses this one.
        scribe.press("] d r Tab")
        scribe.type("the holdout is short")
        scribe.press("Enter")
        // A tie, and the chair's ruling.
        scribe.press("] v Enter y n y n y n y n Enter")
        scribe.press("y Tab")
        scribe.type("eight weeks are enough to learn")
        scribe.press("Enter d Enter")
        // An amendment by consent, a recusal, consensus.
        scribe.press("] e")
        scribe.type("cost.build")
        scribe.press("Tab")
        scribe.type("110000")
        scribe.press("Tab")
        scribe.type("two nodes more")
        scribe.press("Enter d Enter")
        scribe.press("] d d Tab")
        scribe.type("2026-12-16")
        scribe.press("Enter")
    }

    private let lines =
        ["priya", "bo", "idris", "tomas", "mei", "anais", "wen", "zsofia", "jonas", "lena", "thabo"].map { handle in
            "roll \(handle) \(["mei", "thabo"].contains(handle) ? "remote" : "present")\n"
        }.joined() + """
            open
            go 1
            note @noor the graph has 40 million edges
            note @wen concern: who carries the pager
            resolve 2 because Platform does
            motion
            vote bo yes
            vote idris yes
            vote tomas yes
            vote mei yes
            vote anais yes
            vote wen yes
            vote zsofia abstain
            vote jonas no
            tally
            decide approve
            action @noor by 2026-12-09 write the runbook
            go next
            decide revise because the holdout is short
            go next
            motion
            vote bo yes
            vote idris no
            vote tomas yes
            vote mei no
            vote anais yes
            vote wen no
            vote zsofia yes
            vote jonas no
            tally
            rule yes because eight weeks are enough to learn
            decide approve
            go next
            amend cost.build = 110000 because two nodes more
            decide approve
            go next
            decide defer 2026-12-16
            """

    @Test func aWholeMeetingInKeys() throws {
        let folder = try MeetingFolder()
        let scribe = try Scribe(folder)
        #expect(scribe.sees("Roll call: ML Council"))
        hold(scribe)
        scribe.see("● recorded")
        scribe.press("C")
        #expect(scribe.sees("item 6, Chair rotation: no decision"))
        scribe.press("Enter")
        scribe.see("written to ")
        #expect(scribe.sees("● closed"))
        let minutes = try folder.text("minutes/2026-11-25/minutes.md")
        for text in [
            "the graph has 40 million edges", "who carries the pager", "eight weeks are enough to learn",
            "the holdout is short", "write the runbook", "approved with amendments", "no decision",
        ] { #expect(minutes.contains(text), "\(text)") }
        let mail = try folder.text("minutes/2026-11-25/summary.eml")
        #expect(mail.contains("Subject: [ML Review]"))
        #expect(folder.has("minutes/2026-11-25/record.json"))
        #expect(folder.has("minutes/2026-11-25/minutes.html"))
        scribe.press("q")
        #expect(
            scribe.program.farewell?.lines == [
                "The meeting of 2026-11-25 is closed; its minutes and mail are in \(folder.path)/minutes/2026-11-25/.",
                "`mlreview send 2026-11-25` mails the summary and the notices.",
                "`mlreview agenda next` writes the next agenda.",
            ])
    }

    @Test func theSameMeetingInLinesMakesTheSameMinutes() throws {
        let (inKeys, inLines) = (try MeetingFolder(), try MeetingFolder())
        let scribe = try Scribe(inKeys)
        hold(scribe)
        scribe.press("C Enter")
        scribe.see("written to ")
        let reader = try Reader(inLines)
        reader.run(lines)
        #expect(!reader.wasRefused, "\(reader.lines.filter { $0.hasPrefix("refused") })")
        #expect(reader.run("close anyway").contains("written: \(inLines.path)/minutes/2026-11-25/minutes.md"))
        for name in ["minutes.md", "minutes.html", "summary.eml", "record.json"] {
            let path = "minutes/2026-11-25/\(name)"
            let isSame = try withoutDigest(inKeys.text(path)) == withoutDigest(inLines.text(path))
            #expect(isSame, "\(name)")
        }
    }

    /// Leaves the number of the record's last entry. Its digest differs from record to record.
    private func withoutDigest(_ text: String) -> String {
        text.replacing(/(Record: entry \d+,)( [0-9a-f]{4}){4}/) { "\($0.1)" }
            .replacing(/"digest": "[0-9a-f]{64}"/, with: "")
    }

    @Test func theConsoleTellsWhatAPersonNeedsToFollow() throws {
        let reader = try Reader(try MeetingFolder())
        reader.run(lines)
        for line in [
            "ML Review of Wed 25 Nov 2026, 6 items, not opened yet", "the meeting is open",
            "item 1 of 6: Fraud ring detection on the account graph", "time box: 14 minutes",
            "concern 2 recorded: Wen Li: who carries the pager", "motion 1: The proposal",
            "tally: carried 6–1, 1 abstention; 9 of 9 seats present (quorum 5)",
            "Priya Raman decides: `rule yes|no because TEXT`",
            "ruling: yes, by Priya Raman, chair: eight weeks are enough to learn",
            "decision: approved, resting on the chair's ruling on the proposal",
            "decision: deferred until Wed 16 Dec 2026, by consensus, no vote was asked for",
        ] {
            let isTold = reader.lines.contains(line)
            #expect(isTold, "\(line): \(reader.lines.filter { $0.hasPrefix(line.prefix(8)) })")
        }
    }

    /// Keys and lines get the same refusal.
    @Test(arguments: [
        ("o", "open"), ("n", "note x"), ("m", "motion"), ("T", "tally"), ("u", "undo"), ("d", "decide defer"),
        ("C", "close"), ("t", "rule yes because x"),
    ])
    func aRefusalReadsTheSameOnBoth(key: String, line: String) throws {
        let scribe = try Scribe(try MeetingFolder(), size: Size(rows: 40, columns: 250))
        let reader = try Reader(try MeetingFolder())
        scribe.press("Esc \(key)")
        let sentence = try #require(reader.refusal(of: line))
        #expect(scribe.sees("✗ \(sentence)"))
    }

    @Test func aRehearsalWritesNothing() throws {
        let folder = try MeetingFolder()
        let scribe = try Scribe(folder, rehearsing: true)
        scribe.press(rollCall)
        scribe.note("nothing of this stays")
        scribe.press("C Enter")
        #expect(scribe.sees("a rehearsal writes nothing"))
        scribe.press("q")
        #expect(scribe.program.farewell?.lines == ["That was a rehearsal: nothing was recorded."])
        #expect(!folder.has(".mlreview"))
        #expect(!folder.has("minutes"))
    }

    @Test func aClosedMeetingIsCorrectedAsARevision() throws {
        let folder = try MeetingFolder()
        let scribe = try Scribe(folder)
        scribe.press(rollCall)
        scribe.press("C Enter")
        scribe.see("written to ")
        scribe.run("reopen because a decision was left out")
        scribe.press("d r Enter")
        scribe.press("C Enter")
        scribe.see("written to ")
        #expect(try folder.text("minutes/2026-11-25/minutes.md").contains("a decision was left out"))
    }

    @Test func minutesEditedByHandAreLeftAlone() throws {
        let folder = try MeetingFolder()
        let scribe = try Scribe(folder)
        scribe.press(rollCall)
        scribe.press("C Enter")
        scribe.see("written to ")
        try "mine".write(toFile: folder.path + "/minutes/2026-11-25/minutes.md", atomically: true, encoding: .utf8)
        scribe.run("publish")
        scribe.see("edited by hand")
        #expect(try folder.text("minutes/2026-11-25/minutes.md") == "mine")
    }
}
