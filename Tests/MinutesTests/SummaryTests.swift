import Council
import TestMeetings
import Testing

@testable import Minutes

/// The summary as its readers need it: amounts first, then dates, then the items by verdict.
@Suite struct SummaryTests {
    private func summary(of meeting: SampleMeeting) throws -> ReadMail {
        try ReadMail(try Minutes.render(journal: meeting.journal, format: .mail))
    }

    @Test func itBeginsWithWhatWasApprovedAddedUp() throws {
        let mail = try summary(of: try SampleMeeting.held())
        #expect(
            mail.text.hasPrefix(
                "3 projects approved: an estimated 6.9 M USD/year, for 940 k to build and 390 k a year to run.\n\n"
                    + "ML Council, Wed 25 Nov 2026: 4 approved, 1 sent back, 1 without decision.\n"),
            "\(mail.text.prefix(300))")
    }

    @Test func amountsInDifferentUnitsAreNotAddedUp() throws {
        var proposals = Docket.sample.proposals
        proposals["prep-time"]?.impact = Impact(value: 5, unit: "min/order")
        proposals["vector-store"]?.impact = nil
        var meeting = SampleMeeting(
            docket: Docket(roster: .sample, agenda: Docket.sample.agenda, proposals: proposals))
        try meeting.roll(["priya", "bo", "idris", "tomas", "mei", "anais"])
        try meeting.ask(.open)
        for number in [1, 2] {
            try meeting.ask(.go(.item(number)))
            try meeting.ask(
                .decide(verdict: .approve, until: nil, reason: "so", conditions: [], resolution: "For \(number) weeks"))
        }
        let money = JournalReader(meeting.journal).summary.money
        #expect(
            money == "1 project approved: an estimated 1.9 M USD/year, for 300 k to build and 90 k a year to run. "
                + "Not in the sum: item 2, in other units or without.")
    }

    @Test func deadlinesStandByDateAndWhatHasNoneIsOwed() throws {
        let mail = try summary(of: try SampleMeeting.held())
        let lines = mail.text.split(separator: "\n").map(String.init)
        let start = try #require(lines.firstIndex(of: "NEXT DEADLINES"))
        let dates = lines[(start + 1)...].prefix { $0.hasPrefix("- ") }
        #expect(
            dates.map { $0.prefix { $0 != "," } } == ["- Wed 2 Dec", "- Wed 9 Dec", "- Wed 16 Dec", "- Wed 16 Dec"])
        #expect(dates.first?.hasPrefix("- Wed 2 Dec, Lena Ortiz: Report shadow mode") == true)
        #expect(dates.first?.hasSuffix("(item 2)") == true)
        #expect(lines[dates.endIndex] == "OWED, NO DATE YET")
        #expect(lines[dates.endIndex + 1].hasPrefix("- Tomás Vidal: Write down what a holdout has to cover (item "))
        #expect(!mail.text.contains("No date") && !mail.html.contains("No date"))
        #expect(mail.html.contains(">Next deadlines</h2>") && mail.html.contains(">Owed, no date yet</h2>"))
    }

    /// A heading stands over something, and what has no date is not the next deadline.
    @Test func headingsOfWhatIsOwedStandOnlyWhereSomethingIs() throws {
        var meeting = SampleMeeting()
        try meeting.roll(["priya", "bo", "idris", "tomas", "mei", "anais"])
        try meeting.ask(.open)
        try meeting.ask(.go(.item(1)))
        let nothing = try summary(of: meeting).text
        #expect(nothing.contains("\n\nNEXT DEADLINES\n\nNo actions.\n") && !nothing.contains("OWED"))
        try meeting.ask(.action(owner: nil, due: nil, text: "Name who labels"))
        let undated = try summary(of: meeting).text
        #expect(undated.contains("\n\nOWED, NO DATE YET\n\n- No owner: Name who labels (item 1)\n"), "\(undated)")
        #expect(!undated.contains("DEADLINES") && !undated.contains("No actions"))
        try meeting.ask(.action(owner: "noor", due: CalendarDay("2026-12-11"), text: "Name what is labelled"))
        let both = try summary(of: meeting).text
        #expect(both.contains("(item 1)\n\nOWED, NO DATE YET\n\n- No owner: Name who labels (item 1)\n\n"), "\(both)")
        #expect(both.contains("\n\nNEXT DEADLINES\n\n- Fri 11 Dec, "))
    }

    @Test func itemsStandByVerdictAndChoresStayInTheMinutes() throws {
        let text = try summary(of: try SampleMeeting.held()).text
        let places = [
            "\nAPPROVED\n", "\n1. ", "\n2. ", "\n4. ", "\n5. ", "\nSENT BACK\n", "\n3. ", "\nNO DECISION\n", "\n6. ",
        ]
        .map { text.range(of: $0)?.lowerBound }
        #expect(!places.contains(nil) && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
        #expect(text.contains("5–1, 1 abstention, 1 recused.") && text.contains("Chair's ruling after a tie, 4–4."))
        #expect(
            text.contains("The chair set aside: the data science lead (Ravi Das) asks for changes: holdout too short."))
        for chore in ["record.json", "not on the roll", "took the chair", "quorum", "vote 1"] {
            #expect(!text.contains(chore), "\(chore)")
        }
    }

    /// The chair's own words leave out amounts and concerns, which stand below them then.
    @Test func amountsBeforeAndAfterStandBelowTheChairsOwnWords() throws {
        var meeting = SampleMeeting()
        try meeting.roll(["priya", "bo", "idris", "tomas", "mei", "anais"])
        try meeting.ask(.open)
        try meeting.ask(.go(.item(1)))
        try meeting.ask(.amend(field: .costBuild, value: "520k", reason: nil))
        try meeting.say("mei", "who keeps addresses", as: .concern)
        try meeting.ask(
            .decide(verdict: .approve, until: nil, reason: nil, conditions: [], resolution: "Two cities for four weeks")
        )
        let text = try summary(of: meeting).text
        #expect(
            text.contains(
                "Two cities for four weeks.\nEstimated impact: 1.9 M USD/year; build 300 k USD → 520 k USD; upkeep 90 k USD.\n"
            ),
            "\(text)")
        #expect(text.contains("\nStill open: “who keeps addresses” (陳美玲 [Mei Chen])\n"))
    }

    /// Gmail cuts a mail that is longer than about 100 kB.
    @Test func aPageOfFiftyItemsIsShort() throws {
        let ids = (1...50).map { "p\($0)" }
        let items = ids.map { AgendaItem(id: ItemID($0), subject: .proposal(id: $0), presenter: "noor") }
        let proposals = ids.map { id -> (String, Proposal) in
            var proposal = Proposal.fraudRingGraph
            proposal.id = id
            proposal.title = "A proposal with a title of the usual length, \(id)"
            return (id, proposal)
        }
        var meeting = SampleMeeting(
            docket: Docket(
                roster: .sample, agenda: Agenda(date: Docket.sample.agenda.date, items: items),
                proposals: Dictionary(uniqueKeysWithValues: proposals)))
        try meeting.roll(["priya", "bo", "idris", "tomas", "mei", "anais"])
        try meeting.ask(.open)
        for number in 1...50 {
            try meeting.ask(.go(.item(number)))
            try meeting.say("mei", "the holdout is three cities only, all of them coastal", as: .concern)
            try meeting.ask(.action(owner: "noor", due: CalendarDay("2026-12-11"), text: "Name who labels, and when"))
            try meeting.ask(
                .decide(
                    verdict: .approve, until: nil,
                    reason: "shadow mode answers the review before any courier is affected",
                    conditions: [], resolution: nil))
        }
        try meeting.ask(.close)
        let mail = try summary(of: meeting)
        #expect(mail.html.utf8.count < 60_000, "\(mail.html.utf8.count)")
        #expect(mail.header("Subject").map { $0.count <= 78 } == true)
    }

    /// Outlook keeps tables and inline styles; Gmail drops `bdi`, and the body's style.
    @Test func theLayoutIsOneThatMailProgramsKeep() throws {
        let html = try summary(of: try SampleMeeting.held()).html
        #expect(html.contains("<table role=\"presentation\" width=\"600\""))
        #expect(!html.contains("<bdi>") && !html.contains("<style") && !html.contains("opacity"))
        #expect(html.ranges(of: "<table").count == html.ranges(of: "<table role=\"presentation\"").count)
    }

    @Test func whoeverNamesAWayOffTheListHasItInTheHeader() throws {
        func header(_ unsubscribe: String) throws -> String? {
            let roster = Roster(
                name: "C", chair: Chair(member: "a"), members: [],
                mail: MailSettings(from: "c@example.com", unsubscribe: unsubscribe))
            let docket = Docket(
                roster: roster, agenda: Agenda(date: Docket.sample.agenda.date, items: []), proposals: [:])
            return try summary(of: SampleMeeting(docket: docket)).header("List-Unsubscribe")
        }
        #expect(try header("mailto:leave@example.com") == "<mailto:leave@example.com>")
        #expect(try header("https://lists.example.com/x") == "<https://lists.example.com/x>")
        #expect(try header("x>\r\nBcc: e@example.com") == nil)
    }
}
