import Council
import Foundation
import TestMeetings
import Testing

@testable import Minutes

/// The contents of the minutes, and the things that they keep to themselves.
@Suite struct MinutesModelTests {
    private func everyText(_ journal: Journal) throws -> String {
        let documents = try Minutes.documents(of: journal)
        let mails = try ReadMail.all(documents.filter(\.name.isMail).map(\.text))
        return (documents.filter { !$0.name.isMail }.map(\.text) + mails.flatMap { [$0.text, $0.html] }).joined()
    }

    @Test func privateStruckUndoneAndEarlierWordsAppearNowhere() throws {
        let text = try everyText(try SampleMeeting.held().journal)
        #expect(!text.contains("looks tired"))
        #expect(!text.contains("Something said in passing"))
        #expect(!text.contains("Done by mistake"))
        #expect(!text.contains("40 % of the stores"))
        #expect(text.contains("60 % of the stores"))
    }

    @Test func whatWasCorrectedStandsAloneAsItIsNow() throws {
        var meeting = SampleMeeting()
        try meeting.roll(["priya", "tomas"])
        try meeting.ask(.open)
        try meeting.ask(.go(.item(1)))
        try meeting.say("tomas", "the walnut argument")
        try meeting.ask(.correct(note: 1, .speaker(Handle("priya"))))
        try meeting.ask(.correct(note: 1, .kind(.concern)))
        try meeting.ask(.correct(note: 1, .item(2)))
        try meeting.ask(.reword(note: NoteReference(1, of: 2), text: "the hazel argument"))
        try meeting.ask(.close)
        let text = try everyText(meeting.journal)
        #expect(!text.contains("walnut"))
        let minutes = JournalReader(meeting.journal).model
        #expect(minutes.items[0].notes.isEmpty)
        let note = try #require(minutes.items[1].notes.first)
        #expect(note.lines == ["the hazel argument"] && note.speakerHandle == "priya" && note.kind == "concern")
        // The record has both.
        let kinds = meeting.journal.entries.map { type(of: $0.act.kind).name }
        #expect(kinds.count { $0 == "corrected" } == 3 && kinds.contains("noted") && kinds.contains("reworded"))
    }

    @Test func aPrivateNoteBetraysNobodyWhoSpokeInIt() throws {
        var meeting = SampleMeeting()
        try meeting.roll(["priya"])
        try meeting.ask(.open)
        try meeting.ask(.go(.item(1)))
        try meeting.say("stranger", "a secret", as: .private)
        try meeting.ask(.close)
        let text = try everyText(meeting.journal)
        #expect(!text.contains("stranger"))
        #expect(!text.contains("a secret"))
    }

    /// What `record.json` has for programs and for later weeks, which follow people and figures from meeting to meeting.
    private static let forPrograms: Set = [
        "anchor", "verdict", "amended", "handle", "chairHandle", "scribeHandle", "presenterHandle", "speakerHandle",
        "whoHandle", "byHandle", "overrodeGateHandle", "timeZone", "reference", "item.id", "items.id", "items.kind",
        "again", "topicText", "technicalLeadMembers.role", "teamMembers.role", "impactUnit", "costUnit", "openingRole",
        "openingLevel", "baseline.method", "thirdParty", "blocker", "data", "platform", "reuse", "leads.role",
        "leads.name", "leads.note", "revises", "priority", "followUp.measure", "outcome.unit", "outcome.note",
        "digest", "before", "after", "change", "wholeBefore", "wholeAfter",
    ]

    /// Days and times look different in each format, and names for programs are not for people. The item has the
    /// amendments that the register has in short.
    @Test func noFormatHasFactsThatAnotherLacks() throws {
        let journal = try SampleMeeting.held().journal
        let markdown = try Minutes.render(journal: journal, format: .markdown)
        let page = try Minutes.render(journal: journal, format: .html)
        let json = try Minutes.render(journal: journal, format: .json)
        let texts = leaves(of: Facts(of: journal).tree)
        #expect(texts.count > 300)
        for (path, text) in texts where !Self.isForPrograms(path) {
            #expect(markdown.contains(MarkdownText.escaped(text)), "\(path): \(text)")
            #expect(page.contains(HTMLText.escaped(text)), "\(path): \(text)")
            #expect(json.contains(Fact.text(text).json), "\(path): \(text)")
        }
    }

    @Test func aChangeOfChairIsToldInTheCourseOfTheMeeting() throws {
        let journal = try SampleMeeting.held().journal
        let events = JournalReader(journal).model.events
        #expect(events.map(\.at.spoken) == ["10:29", "10:32"])
        #expect(
            events.map(\.sentence) == [
                "Bo Håkansson took the chair: Priya was called to an incident",
                "Priya Raman took the chair back: the incident is over",
            ])
        let page = try Minutes.render(journal: journal, format: .html)
        for text in [try Minutes.render(journal: journal, format: .markdown), page] {
            #expect(text.localizedCaseInsensitiveContains("In the course of the meeting"))
            for event in events { #expect(text.contains(event.sentence)) }
        }
    }

    @Test func aMeetingWithoutEventsSaysNothingOfThem() throws {
        #expect(
            try !everyText(SampleMeeting().journal).localizedCaseInsensitiveContains("In the course of the meeting"))
    }

    private static func isForPrograms(_ path: String) -> Bool {
        let parts = path.split(separator: ".").map(String.init)
        return forPrograms.contains(parts.suffix(2).joined(separator: ".")) || forPrograms.contains(parts.last ?? "")
    }

    /// Every text, and the names that lead to it.
    private func leaves(of fact: Fact, at path: String = "") -> [(String, String)] {
        switch fact {
        case .text(let text): [(path, text)]
        case .list(let facts): facts.flatMap { leaves(of: $0, at: path) }
        case .record(let fields): fields.flatMap { leaves(of: $0.fact, at: "\(path).\($0.name)") }
        case .number, .real, .truth, .formed, .nothing: []
        }
    }

    @Test func timesAreInTheCouncilsZoneOrElseInUTC() throws {
        for (zone, time, iso) in [
            ("America/Los_Angeles", "10:02", "2026-11-25T10:02:00-08:00"),
            ("Asia/Kolkata", "23:32", "2026-11-25T23:32:00+05:30"),
            ("No/Where", "18:02", "2026-11-25T18:02:00+00:00"),
            ("Asia/Tokyo", "26 Nov 2026 03:02", "2026-11-26T03:02:00+09:00"),
        ] {
            let roster = Roster(
                name: "Council", timeZone: zone, chair: Chair(member: "a"), members: [Member(handle: "a", name: "Ada")])
            var meeting = SampleMeeting(
                docket: Docket(
                    roster: roster, agenda: Agenda(date: Docket.sample.agenda.date, items: []), proposals: [:]))
            try meeting.roll(["a"])
            try meeting.ask(after: 120, .open)
            #expect(
                try Minutes.render(journal: meeting.journal, format: .markdown).contains("Opened \(time), *not closed*")
            )
            #expect(try Minutes.render(journal: meeting.journal, format: .json).contains("\"opened\": \"\(iso)\""))
        }
    }

    @Test func aQuorumThatIsLostAndRegainedIsTold() throws {
        var meeting = SampleMeeting()
        try meeting.roll(["priya", "bo", "idris", "tomas", "mei"])
        try meeting.ask(.open)
        try meeting.ask(after: 600, .roll(who: "mei", presence: .absent))
        try meeting.ask(after: 600, .roll(who: "wen", presence: .remote))
        let minutes = try Minutes.render(journal: meeting.journal, format: .markdown)
        #expect(minutes.contains("- *No quorum* from 10:10, 4 in the room\n- Quorum again at 10:20, 5 in the room\n"))
        #expect(minutes.contains("| 陳美玲 (Mei Chen) | member | present, *left 10:10* |"))
        #expect(minutes.contains("| Wen Li | member | remote, *arrived 10:20* |"))
        #expect(minutes.contains("| Anaïs Lefèvre | member | *not on the roll* |"))
    }

    @Test func aRevisionSaysWhatItCorrectsAndWhatChanged() throws {
        var meeting = try SampleMeeting.held()
        try meeting.ask(after: 86_400, .reopen(reason: "the rotation was decided after all"))
        try meeting.ask(.note(speaker: nil, kind: .plain, text: "Priya checked the tape."))
        try meeting.ask(.note(speaker: nil, kind: .private, text: "I was wrong."))
        try meeting.ask(.decide(verdict: .defer, until: CalendarDay("2026-12-02"), reason: nil))
        try meeting.ask(.close)
        let minutes = try Minutes.render(journal: meeting.journal, format: .markdown)
        #expect(
            minutes.contains(
                """
                - Revision: 2
                - Revision 2 corrects: the rotation was decided after all (reopened 26 Nov 2026 10:38, closed 26 Nov 2026 10:39)
                  - item 6: note 3 added
                  - item 6: deferred until Wed 2 Dec 2026

                """))
        #expect(minutes.contains("- Opened 10:02, closed 10:38;"))
        #expect(minutes.contains("| 6. [Chair rotation](#item-topic-1) | **deferred until Wed 2 Dec 2026** |"))
    }

    @Test func aMeetingThatIsNotClosedSaysSo() throws {
        var meeting = SampleMeeting()
        try meeting.roll(["priya", "bo", "idris", "tomas", "mei"])
        try meeting.ask(.open)
        try meeting.ask(.go(.item(1)))
        try meeting.ask(.motion(.proposal))
        try meeting.vote(yes: ["bo"])
        let minutes = try Minutes.render(journal: meeting.journal, format: .markdown)
        #expect(minutes.contains("**The meeting is not closed: this is how it stands.**"))
        // The vote has no outcome yet. The meeting's outcome must not show in its place.
        #expect(minutes.contains("(*the vote is open*)"))
        #expect(minutes.contains("| Idris Bello | *no ballot* |  |"))
        #expect(minutes.contains("| Wen Li | *absent* |  |"))
    }

    @Test func aMeetingThatLeftNothingOpenSaysSo() throws {
        let roster = Roster(name: "Council", chair: Chair(member: "a"), members: [Member(handle: "a", name: "Ada")])
        var meeting = SampleMeeting(
            docket: Docket(roster: roster, agenda: Agenda(date: Docket.sample.agenda.date, items: []), proposals: [:]))
        try meeting.roll(["a"])
        try meeting.ask(.open)
        try meeting.ask(.close)
        let minutes = try Minutes.render(journal: meeting.journal, format: .markdown)
        #expect(minutes.hasSuffix("## Left open\n\nNothing.\n"))
        #expect(minutes.contains("## Actions\n\nNo actions.\n"))
    }

    @Test func theRecordIsJSONWithItsKeysInOneOrder() throws {
        let json = try Minutes.render(journal: try SampleMeeting.held().journal, format: .json)
        let record = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        #expect(record?["schema"] as? Int == 2)
        #expect((record?["items"] as? [[String: Any]])?.count == 6)
        let keys = json.split(separator: "\n").filter { $0.hasPrefix("  \"") }.map { $0.split(separator: "\"")[1] }
        #expect(keys.prefix(4) == ["schema", "council", "date", "place"])
        #expect(json.contains("\"due\": \"2026-12-09\""))
        #expect(json.contains("\"reason\": null"))
    }

    @Test func aRevisionRestsOnTheNoBeforeIt() throws {
        let text = try everyText(try SampleMeeting.held().journal)
        #expect(text.contains("Basis: chair Priya Raman ruled no on a tie (vote 3: 4–4, 9 of 9 present)"))
        #expect(text.contains("half of the council does not trust the baseline"))
    }

    @Test(arguments: [
        (Decision.Verdict.defer, "without another vote, after vote 1 on the proposal was tied (1–1"),
        (.withdraw, "withdrawing needs no vote"),
    ])
    func aDecisionAfterAVoteIsNotCalledConsensus(verdict: Decision.Verdict, basis: String) throws {
        var meeting = SampleMeeting()
        try meeting.roll(["priya", "bo", "idris", "tomas", "wen"])
        try meeting.ask(.open)
        try meeting.ask(.go(.item(1)))
        try meeting.ask(.motion(.proposal))
        try meeting.vote(yes: ["bo"], no: ["wen"])
        try meeting.ask(.tally)
        try meeting.ask(.decide(verdict: verdict, until: nil, reason: nil))
        let minutes = try Minutes.render(journal: meeting.journal, format: .markdown)
        #expect(minutes.contains("Basis: \(basis)"))
        #expect(!minutes.contains("consensus"))
    }

    @Test func aDecisionByConsensusNamesTheVoteThatThereWas() throws {
        var meeting = SampleMeeting()
        try meeting.roll(["priya", "bo", "idris", "tomas", "wen"])
        try meeting.ask(.open)
        try meeting.ask(.go(.item(1)))
        try meeting.ask(.motion(.text("option")))
        try meeting.vote(yes: ["bo"], no: ["wen"])
        try meeting.ask(.tally)
        try meeting.ask(.rule(answer: .no, reason: "too early"))
        try meeting.ask(.decide(verdict: .revise, until: nil, reason: nil))
        let text = try everyText(meeting.journal)
        #expect(text.contains("by consensus, after vote 1 on “option”: tied, the chair ruled no"))
        #expect(!text.contains("no vote was asked for"))
    }

    @Test func aVoteThatCoversNothingSaysSo() throws {
        let meeting = try SampleMeeting.lane { meeting in
            for item in [2, 3] { try meeting.ask(.flag(item: item, who: "mei", kind: .flag, reason: "one market")) }
        }
        let minutes = try Minutes.render(journal: meeting.journal, format: .markdown)
        #expect(
            minutes.contains(
                "it covers nothing: vector-store is flagged by 陳美玲 (Mei Chen) (one market); hire-senior-mle is flagged by "
                    + "陳美玲 (Mei Chen) (one market)"))
    }

    /// Somebody who was forgotten on the roll is added late. The minutes don't call that a late arrival, and don't take an
    /// absentee for a presenter.
    @Test func somebodyForgottenOnTheRollDidNotArriveLate() throws {
        var meeting = SampleMeeting()
        try meeting.roll(["priya", "bo", "idris", "tomas", "wen"])
        try meeting.ask(.open)
        try meeting.ask(.go(.item(1)))
        try meeting.say("lena", "the holdout is short")
        try meeting.ask(.roll(who: Handle("lena"), presence: .present))
        try meeting.ask(.roll(who: Handle("mei"), presence: .present))
        let minutes = try Minutes.render(journal: meeting.journal, format: .markdown)
        #expect(minutes.contains(/Lena Ortiz[^\n]*on the roll from \d\d:\d\d, spoke before/))
        #expect(minutes.contains(/Mei Chen[^\n]*arrived \d\d:\d\d/))
        #expect(minutes.contains("(*not on the roll*)"))
        #expect(minutes.contains("Presenter: Lena Ortiz\n"))
    }

    @Test func aDecisionThatWasOvertakenSaysSoEverywhere() throws {
        var meeting = SampleMeeting()
        try meeting.roll(["priya", "bo", "idris", "tomas", "wen"])
        try meeting.ask(.open)
        try meeting.ask(.go(.item(1)))
        try meeting.ask(.decide(verdict: .approve, until: nil, reason: nil))
        try meeting.ask(.amend(field: .costBuild, value: "1", reason: nil))
        try meeting.ask(.close)
        let documents = try Minutes.documents(of: meeting.journal)
        let mails = try ReadMail.all(documents.filter(\.name.isMail).map(\.text))
        for text in documents.filter({ !$0.name.isMail }).map(\.text) + [mails[0].text, mails[0].html, mails[1].text] {
            #expect(text.lowercased().contains("overtaken"))
        }
    }

    /// The council voted, then amended, then decided on the strength of the vote. The register says which came first.
    @Test func aVoteBeforeTheAmendmentIsCalledThat() throws {
        var meeting = SampleMeeting()
        try meeting.roll(["priya", "bo", "idris", "tomas", "wen"])
        try meeting.ask(.open)
        try meeting.ask(.go(.item(1)))
        try meeting.ask(.amend(field: .pod, value: "Rides", reason: nil))
        try meeting.ask(.motion(.proposal))
        try meeting.vote(yes: ["bo", "idris"], no: ["tomas"])
        try meeting.ask(.tally)
        try meeting.ask(.decide(verdict: .approve, until: nil, reason: nil))
        #expect(!(try everyText(meeting.journal).contains("(vote 1), before")))
        try meeting.ask(.amend(field: .costBuild, value: "1", reason: nil))
        try meeting.ask(.decide(verdict: .approve, until: nil, reason: nil))
        try meeting.ask(.close)
        let text = try everyText(meeting.journal)
        #expect(text.contains("5 of 9 present (vote 1), before amendment 2"))
    }

    @Test func ballotsStandInTheOrderOfTheRoster() throws {
        let model = JournalReader(try SampleMeeting.held().journal).model
        let votes = model.items.flatMap(\.votes)
        #expect(votes.count > 2)
        #expect(Set(votes.map { $0.ballots.map(\.who) }).count == 1)
        #expect(votes.first?.ballots.first?.who == "Priya Raman")
        for vote in votes {
            let ranked = vote.ballots.map(\.who).filter(vote.couldVote.contains)
            #expect(vote.couldVote == ranked)
        }
    }

    /// A topic stands in the minutes as it was written, and can't affect the text around it.
    @Test(arguments: [
        (
            "# A\n\nb *c* [d](https://e.example/)", "**A**\n\nb *c* [d](https://e.example/)",
            "<p><strong>A</strong></p>\n<p>b <em>c</em> <a href=\"https://e.example/\">d</a></p>"
        ),
        ("![pic *x*](http://evil/p.png) [j](javascript:alert(1))", "pic *x* j", "<p>pic <em>x</em> j</p>"),
        ("a <b>c</b>", "a \\<b\\>c\\</b\\>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>"),
        (
            "<script>\nx\n</script>", "    <script>\n    x\n    </script>",
            "<pre><code>&lt;script&gt;\nx\n&lt;/script&gt;\n</code></pre>"
        ),
        ("# ![](http://evil/p.png)", "", "<p></p>"), ("[![a](http://b/)](javascript:c)", "a", "<p>a</p>"),
    ])
    func aTopicKeepsItsMarkdownAndNoMore(written: String, markdown: String, html: String) {
        let block = MarkdownReader.block(of: written)
        #expect(block?.markdown == markdown && block?.html == html, "\(String(describing: block))")
    }

    @Test func aMailLinksToTheMinutesIfTheCouncilNamesTheirAddress() throws {
        func documents(_ address: String?) throws -> [ReadMail] {
            let sample = Docket.sample
            let roster = Roster(
                name: "Council", chair: Chair(member: "a"),
                members: [Member(handle: "a", name: "Ada", email: "a@example.com")],
                mail: MailSettings(minutesURL: address))
            let docket = Docket(roster: roster, agenda: sample.agenda, proposals: sample.proposals)
            let documents = try Minutes.documents(of: SampleMeeting(docket: docket).journal)
            return try ReadMail.all(documents.filter(\.name.isMail).map(\.text))
        }
        let page = "https://wiki.example.com/ml/2026-11-25/minutes.html"
        for address in ["https://wiki.example.com/ml", "https://wiki.example.com/ml/"] {
            let mails = try documents(address)
            #expect(mails[0].text.contains("reason:\n\(page)\n"))
            #expect(mails[0].html.contains("<a href=\"\(page)\">"))
            #expect(mails[1].text.contains("\n\(page)#item-"))
            #expect(mails[1].html.contains("<a href=\"\(page)#item-"))
        }
        for address in [nil, "javascript:alert(1)", "https://a\"onclick=b", "https://", "https://a b"] {
            let mails = try documents(address)
            #expect(!mails[0].html.contains("<a "))
            #expect(mails[0].text.contains("in the minutes: 2026-11-25/minutes.html in the council's"))
        }
    }
}
