import Agendas
import Council
import Foundation
import Testing

@testable import mlreview

/// A lead's words and amendments, from the command line into the file.
@Suite struct ReviewCommandTests {
    private static let file = "agendas/proposals/prep-time.md"
    private static let today = CalendarDay("2026-11-27")

    private func proposal(_ folder: MeetingFolder, as who: String?) throws -> ReviewedProposal {
        let week = try WeekFolder(folder.path, today: Self.today)
        return try ReviewedProposal("prep-time", by: try WhoIsIt(in: week).reviewer(named: who), in: week)
    }

    @Test func aWordIsAddedAndNothingElseChanges() throws {
        let folder = try MeetingFolder()
        let old = try folder.text(Self.file)
        let change = try proposal(folder, as: "analytics").change(to: .approved, because: "the data: fits")
        let version = try #require(try WeekFolder(folder.path).library.drafts["prep-time"]?.proposal.version)
        let line =
            "  - { role: analytics, name: Mia Chen, verdict: approved, date: 2026-11-27, note: \"the data: fits\", of: \(version) }"
        #expect(change.text == old.replacing("verdict: pending }\n", with: "verdict: pending }\n\(line)\n"))
        #expect(change.shown.contains("+ \(line)") && change.notes == ["it waits for Ravi Das (data science)"])
        #expect(change.commitLine.hasSuffix("commit -m 'prep-time: analytics lead, approved'"))
        #expect(try folder.text(Self.file) == old)
        try change.write()
        #expect(try folder.text(Self.file) == change.text)
        // The same word on the same version says nothing new.
        let again = try proposal(folder, as: "Mia Chen")
        #expect(
            complaint { _ = try again.change(to: .approved, because: nil) }
                == "Mia Chen (analytics) has already approved this version, on Fri 27 Nov 2026")
        try proposal(folder, as: "ravi").change(to: .approved, because: nil).write()
        let stage = try WeekFolder(folder.path, today: Self.today).library
        #expect(stage.drafts["prep-time"]?.proposal.awaitedReviews == [])
    }

    @Test func anAmendmentAsksTheOthersAgain() throws {
        let folder = try MeetingFolder()
        try proposal(folder, as: "analytics").change(to: .approved, because: nil).write()
        let old = try folder.text(Self.file)
        let amending = try proposal(folder, as: "engineering")
        let change = try amending.change(of: .costBuild, to: "500k", because: "two vendors")
        let note =
            "amended:\n  - { field: cost.build, before: 450000, after: 500000, by: Ola Berg, on: 2026-11-27, because: two vendors }\n"
        #expect(
            change.text
                == old.replacing("cost: { build: 450000,", with: "cost: { build: 500000,")
                .replacing(
                    "interested: [dispatch-leads@example.com]\n",
                    with: "interested: [dispatch-leads@example.com]\n\(note)"))
        #expect(change.notes == ["it waits for Ravi Das (data science) and Mia Chen (analytics)"])
        try change.write()
        let library = try WeekFolder(folder.path, today: Self.today).library
        #expect(
            library.awaitedReviews(of: .role(.analytics), on: try #require(Self.today)).first?.state
                == "approved an earlier version (cost: build 450 k, upkeep 150 k USD → build 500 k, upkeep 150 k USD)")
        let reminders = library.reminders(on: try #require(Self.today))
        #expect(
            reminders.flatMap(\.duties).contains {
                $0.text.contains("waits for your review (analytics) ")
                    && $0.text.hasSuffix(
                        ": you approved an earlier version (cost: build 450 k, upkeep 150 k USD → build 500 k, upkeep 150 k USD)"
                    )
            }, "\(reminders)")
        #expect(
            try proposal(folder, as: "Mia").change(to: .approved, because: nil).notes == [
                "it waits for Ravi Das (data science)"
            ])
        let gate = try #require(library.drafts["prep-time"]).proposal
        #expect(
            Charter.gate(gate).map(\.sentence).contains(
                "the analytics lead (Mia Chen) approved an earlier version (cost: build 450 k, upkeep 150 k USD → "
                    + "build 500 k, upkeep 150 k USD): ask again"))
        #expect(
            complaint { _ = try amending.change(of: .costBuild, to: "450000", because: "x") }
                == "cost.build already says that: write the new words")
        #expect(
            complaint { _ = try amending.change(of: .costBuild, to: "much", because: "x") }
                == "`much` is not a value for cost.build: write a number, such as 450k")
        #expect(
            complaint { _ = try amending.change(of: .solution, to: "One.\n\n## Risks", because: "x") }
                .hasSuffix("the place of the change is not clear; make it by hand"))
    }

    /// What the council itself has changed, a lead may write into the file: the others approved the proposal, and the council
    /// answers for its change.
    @Test func anAmendmentThatTheCouncilDecidedAsksNobodyAgain() throws {
        let folder = try MeetingFolder()
        let file = "agendas/proposals/fraud-ring-graph.md"
        func week() throws -> WeekFolder { try WeekFolder(folder.path, today: Self.today) }
        func review(_ role: String) throws -> ReviewedProposal {
            let week = try week()
            return try ReviewedProposal("fraud-ring-graph", by: try WhoIsIt(in: week).reviewer(named: role), in: week)
        }
        for role in ["product", "engineering", "data-science", "analytics"] {
            try review(role).change(to: .approved, because: "before").write()
        }
        let reader = try Reader(folder)
        reader.run(
            "roll priya present\nroll tomas present\nroll wen present\nroll bo present\nroll mei present\nopen\ngo 1\n"
                + "amend cost.build = 400k because two vendors agree\ndecide defer because Prices.\nclose anyway")
        #expect(!reader.wasRefused, "\(reader.lines)")
        let amended = try review("engineering").change(of: .costBuild, to: "400000", because: "as decided")
        #expect(amended.notes == ["all its leads have approved it"])
        #expect(amended.text.contains("on: 2026-11-27, because: as decided, decided: 2026-11-25 }"), "\(amended.text)")
        try amended.write()
        #expect(try week().library.drafts["fraud-ring-graph"]?.proposal.awaitedReviews == [])
        #expect(try folder.text(file).contains("build: 400000,"))
        // Anything else, and any further change, is the lead's own.
        let own = try review("engineering").change(of: .costMaintenance, to: "1", because: "own")
        #expect(own.notes != amended.notes && !own.text.contains("because: own, decided"))
        try review("engineering").change(of: .costBuild, to: "390k", because: "own").write()
        #expect(try week().library.drafts["fraud-ring-graph"]?.proposal.awaitedReviews.count == 4)
        // Back at what was decided, it is as decided.
        try review("engineering").change(of: .costBuild, to: "400k", because: "as decided").write()
        #expect(try week().library.drafts["fraud-ring-graph"]?.proposal.awaitedReviews == [])
    }

    /// What was sent back is approved anew, even if nothing that a lead approves has changed, and on the meeting's day.
    @Test(arguments: ["2026-11-24", "2026-11-25", "2026-11-27"])
    func whatWasSentBackIsApprovedAnew(today: String) throws {
        let folder = try MeetingFolder()
        let file = "agendas/proposals/fraud-ring-graph.md"
        var day = CalendarDay("2026-11-24")
        func week() throws -> WeekFolder { try WeekFolder(folder.path, today: day) }
        func review(_ role: String) throws -> ReviewedProposal {
            let week = try week()
            return try ReviewedProposal("fraud-ring-graph", by: try WhoIsIt(in: week).reviewer(named: role), in: week)
        }
        let roles = ["product", "engineering", "data-science", "analytics"]
        for role in roles { try review(role).change(to: .approved, because: "before").write() }
        let reader = try Reader(folder)
        reader.run(
            "roll priya present\nroll tomas present\nroll wen present\nroll bo present\nroll mei present\nopen\n"
                + "go 1\ndecide revise because Six weeks.\nclose anyway")
        #expect(!reader.wasRefused, "\(reader.lines)")
        day = CalendarDay(today)
        #expect(complaint { _ = try review("product").change(to: .approved, because: nil) }.contains("this version"))
        let text = try folder.text(file) + "\n## Risks\n\nA wet city.\n"
        try text.write(toFile: folder.path + "/" + file, atomically: true, encoding: .utf8)
        let waiting = try week().library.awaitedReviews(of: .role(.product), on: try #require(day))
        #expect(
            waiting.filter { $0.id == "fraud-ring-graph" }.map(\.state) == [
                "approved before it was sent back on Wed 25 Nov 2026"
            ])
        for role in roles {
            let change = try review(role).change(to: .approved, because: nil)
            #expect((change.notes == ["all its leads have approved it"]) == (role == roles.last), "\(change.notes)")
            try change.write()
            #expect(complaint { _ = try review(role).change(to: .approved, because: nil) }.contains("this version"))
        }
        let library = try week().library
        #expect(library.stage(of: "fraud-ring-graph", on: .init(daysSinceEpoch: 30000))?.word == "ready")
    }

    @Test func aFileThatChangedMeanwhileStays() throws {
        let folder = try MeetingFolder()
        let change = try proposal(folder, as: "analytics").change(to: .approved, because: nil)
        let other = try folder.text(Self.file) + "\nMore.\n"
        try other.write(toFile: folder.path + "/" + Self.file, atomically: true, encoding: .utf8)
        #expect(complaint(change.write).hasSuffix("it has changed meanwhile, and was not written: start again"))
        #expect(try folder.text(Self.file) == other)
    }

    @Test(arguments: [
        (
            ["review", "prep-time", "approve"], 1,
            "it is not known who you are: name yourself with `--as ROLE` or `--as HANDLE`; the leads are Kim Park"
        ),
        (
            ["review", "prep-time", "--as", "lena", "approve"], 1,
            "Lena Ortiz is not a lead of prep-time: its leads are Kim Park (product), "
        ),
        (
            ["review", "prep-time", "--as", "enginering", "approve"], 1,
            "`enginering` is not a lead's role, handle or name; did you mean `engineering`?"
        ),
        (["review", "prep-tim", "--as", "product", "approve"], 1, "prep-tim.md; did you mean `prep-time`?"),
        (["review", "../council", "--as", "product", "approve"], 1, "there is no "),
        (["review", "prep-time"], 1, "say what you think of it: approve|changes|pending [because TEXT], or amend"),
        (["review", "prep-time", "aprove"], 1, "`aprove` is not a review; did you mean `approve`?"),
        (["review", "prep-time", "approve", "it"], 1, "`it` was not expected: a reason is written as `because TEXT`"),
        (
            ["review", "prep-time", "--as", "product", "changes"], 1,
            "changes need a reason that the authors can act on"
        ),
        (["review", "prep-time", "amend", "cost", "5"], 1, "the = between field and value is missing"),
        (["review", "prep-time", "amend", "prise", "=", "5"], 1, "a proposal has no field `prise`"),
        (["review", "prep-time", "amend", "cost", "=", "5"], 1, "an amendment needs a reason"),
    ])
    func whatIsWrongIsSaid(_ words: [String], _ code: Int, _ sentence: String) throws {
        let folder = try MeetingFolder()
        let answer = try BuiltProgram(words + ["--yes", "--dir", folder.path])
        #expect(answer.code == Int32(code) && answer.errors.contains(sentence), "\(answer.errors)")
    }

    /// The environment and git say who it is, if nothing else does.
    @Test func whoItIsIsKnown() throws {
        let folder = try MeetingFolder()
        let path = folder.path + "/" + Self.file
        let text = try folder.text(Self.file).replacing("name: Ravi Das,", with: "name: Ravi Das <ravi@example.com>,")
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        let all = try BuiltProgram(["review", "--dir", folder.path])
        #expect(all.code == 0 && all.output.contains("prep-time") && all.output.contains("(Ravi Das)"))
        let byHandle = try BuiltProgram(["review", "--dir", folder.path], environment: ["MLREVIEW_HANDLE": "priya"])
        #expect(byHandle.output == "no review waits for Priya Raman\n")
        let byGit = try BuiltProgram(
            ["review", "--dir", folder.path, "--json"],
            environment: [
                "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "user.email", "GIT_CONFIG_VALUE_0": "Ravi@example.com",
            ])
        #expect(byGit.output.contains("\"id\" : \"prep-time\"") && byGit.output.contains("\"role\" : \"data-science\""))
        let written = try BuiltProgram(
            ["review", "prep-time", "approve", "--dir", folder.path], input: "y\n",
            environment: [
                "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "user.email", "GIT_CONFIG_VALUE_0": "ravi@example.com",
            ])
        #expect(written.code == 0 && written.output.contains("written: \(path)\nit waits for Mia Chen (analytics)\n"))
        #expect(try folder.text(Self.file).contains("name: \"Ravi Das <ravi@example.com>\", verdict: approved, date: "))
    }
}
