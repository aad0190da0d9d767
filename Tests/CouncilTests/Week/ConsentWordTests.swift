import Testing

@testable import Council

/// What people may write on the items of the agenda of 2 December 2026, and what the weeks before have to do with it.
@Suite struct ConsentWordTests {
    static let day = CalendarDay.of("2 Dec")

    /// - Parameter words: By handle, in the order in which they were written.
    static func library(
        lane: Bool = true, history: [HeldMeeting] = [], _ words: [(String, ConsentWord.Word)] = []
    ) -> Library {
        let rule = ConsentRule(
            upTo: ConsentRule.Limit(500_000, "USD"), kinds: [.application, .technology])
        let people = Dictionary(grouping: words) { $0.0 }.map { name, words in
            PersonalWords(
                handle: Handle(name),
                consent: words.map {
                    ConsentWord(meeting: day, item: ItemID("vector-store"), word: $0.1, on: .of("27 Nov"), because: "X")
                })
        }
        var revised = TestCouncil.prepTime
        revised.revises = "old"
        let items = ["vector-store", "prep-time", "hire"].map {
            AgendaItem(id: ItemID($0), subject: .proposal(id: $0))
        }
        return Library(
            roster: TestCouncil.roster(consent: lane ? rule : nil),
            drafts: [TestCouncil.vectorStore, revised, TestCouncil.hiring].map { Library.Draft($0) },
            agendas: [
                Agenda(
                    date: day,
                    items: items + [AgendaItem(id: ItemID(topic: "Chair"), subject: .topic(title: "Chair", text: ""))]),
                Agenda(date: .of("25 Nov"), items: items),
            ], history: history, people: people)
    }

    struct Row: CustomTestStringConvertible {
        let line: String
        let words: [(String, ConsentWord.Word)]
        let sentence: String

        /// - Parameter line: `WHO WORD ITEM because TEXT`.
        init(_ line: String, after words: [(String, ConsentWord.Word)] = [], _ sentence: String = "said") {
            (self.line, self.words, self.sentence) = (line, words, sentence)
        }

        var testDescription: String { "\(line): \(sentence)" }
    }

    static let rows = [
        Row("tomas approve vector-store"),
        Row("lena flag vector-store because one city"),
        Row("lena hold vector-store"),
        Row("lena unflag vector-store", after: [("lena", .hold)]),
        Row("tomas approve vector-store", after: [("tomas", .approve), ("tomas", .flag)]),
        Row("tomas flag vector-store because Y", after: [("tomas", .flag)]),
        Row(
            "tomas approve vector-stor",
            "the agenda of 2026-12-02 has no item `vector-stor`: did you mean `vector-store`?"),
        Row(
            "tomas approve x",
            "the agenda of 2026-12-02 has no item `x`: it has vector-store, prep-time, hire and chair"),
        Row(
            "tomas approve hire",
            "`hire` is not for the consent lane, which takes application and technology: the council takes it up separately"
        ),
        Row(
            "tomas flag chair because X",
            "`chair` is not for the consent lane, which takes application and technology: the council takes it up separately"
        ),
        Row(
            "lena approve vector-store",
            "Lena Ortiz has no seat on the council and does not approve: `flag` and `hold` are everybody's"),
        Row(
            "ghost approve vector-store",
            "nobody on the roster has the handle ghost: the handles are priya, tomas, wen, bo, mei, ana, raj and lena"),
        Row(
            "tomas approve vector-store", after: [("tomas", .approve)],
            "Tomás Vidal has already approved `vector-store`: nothing is missing"),
        Row("tomas flag vector-store", "a flag needs a reason: say it after `because`"),
        Row(
            "tomas flag vector-store because X", after: [("tomas", .flag)],
            "`vector-store` is already flagged by Tomás Vidal (X): `unflag` takes that back"),
        Row(
            "tomas unflag vector-store",
            "nobody has flagged or held `vector-store`: there is nothing to take back"),
        Row(
            "tomas unflag vector-store", after: [("lena", .hold)],
            "`vector-store` is flagged or held by Lena Ortiz, and not by Tomás Vidal: only the person who objected can take it back"
        ),
    ]

    @Test("Who may say what", arguments: rows)
    func mayBeSaid(row: Row) {
        #expect(Self.answer(row.line, in: Self.library(row.words)) == row.sentence)
    }

    private static func answer(_ line: String, in library: Library, at date: CalendarDay = day) -> String {
        let parts = line.components(separatedBy: " because ")
        let words = parts[0].split(separator: " ").map(String.init)
        do throws(Refusal) {
            let said = try library.consentWord(
                ConsentWord.Word(rawValue: words[1])!, on: words[2], at: date, by: Handle(words[0]),
                because: parts.dropFirst().first, on: .of("28 Nov"))
            return said.on == .of("28 Nov") && said.meeting == day && said.item.rawValue == words[2]
                ? "said" : "\(said)"
        } catch {
            return error.sentence
        }
    }

    @Test("The team does not approve its own")
    func ownTeam() {
        var library = Self.library()
        var proposal = TestCouncil.vectorStore
        proposal.team.append(TeamMember(name: "Tomás Vidal"))
        library = Library(roster: library.roster, drafts: [Library.Draft(proposal)], agendas: library.agendas)
        #expect(
            Self.answer("tomas approve vector-store", in: library)
                == "Tomás Vidal is on the team of `vector-store` or one of its leads: others approve it")
        #expect(Self.answer("tomas hold vector-store", in: library) == "said")
    }

    static let barred: [(String, ConsentRule, AgendaItem.Purpose?, String)] = [
        (
            "is here for its outcome, which the council hears first", ConsentRule(kinds: [.technology]), .outcome,
            "vector-store"
        ),
        (
            "costs 95 k USD to build, which is over the lane's limit of 50 k USD",
            ConsentRule(upTo: ConsentRule.Limit(50_000, "USD"), kinds: [.technology]), nil, "vector-store"
        ),
        (
            "is costed in USD, and the lane's limit is 50 k EUR",
            ConsentRule(upTo: ConsentRule.Limit(50_000, "EUR"), kinds: [.technology]), nil, "vector-store"
        ),
    ]

    @Test("Nobody approves what no approval can bring into the lane", arguments: barred)
    func barredItem(why: String, rule: ConsentRule, purpose: AgendaItem.Purpose?, id: String) {
        let library = Library(
            roster: TestCouncil.roster(consent: rule), drafts: [Library.Draft(TestCouncil.vectorStore)],
            agendas: [
                Agenda(
                    date: Self.day,
                    items: [AgendaItem(id: ItemID(id), subject: .proposal(id: id), purpose: purpose)])
            ])
        #expect(
            Self.answer("tomas approve vector-store", in: library)
                == "`vector-store` \(why): no approval counts, and the council takes it up separately")
        #expect(Self.answer("tomas hold vector-store", in: library) == "said")
    }

    @Test("Nobody speaks on a day without an agenda, or on one whose meeting was held")
    func otherDays() {
        #expect(
            Self.answer("tomas approve vector-store", in: Self.library(), at: .of("9 Dec"))
                == "there is no agenda of 2026-12-09: there is one of 2026-11-25 and 2026-12-02")
        let held = Self.library(history: [HeldMeeting(date: .of("25 Nov"))])
        #expect(
            Self.answer("tomas approve vector-store", in: held, at: .of("25 Nov"))
                == "the meeting of 2026-11-25 was held: what it decided stands in its minutes")
        #expect(
            Self.answer("tomas approve vector-store", in: Self.library(lane: false))
                == "this council has no consent lane: a key `consent` in council.yaml makes one")
    }

    @Test("`check` names the words that count for nothing")
    func idleWords() {
        func remarks(_ library: Library) -> [String] {
            library.remarks(on: .of("26 Nov")).map(\.told).filter { $0.contains("does not count") }
        }
        let words: [(String, ConsentWord.Word)] = [("tomas", .approve), ("lena", .hold), ("lena", .approve)]
        #expect(
            remarks(Self.library(words)) == [
                "lena consent 1 word: Lena Ortiz has no seat on the council, so this word does not count"
            ])
        #expect(
            remarks(Self.library(lane: false, [("tomas", .flag)])) == [
                "tomas consent 0 meeting: the council has no consent lane, so this word does not count"
            ])
        #expect(remarks(Self.library(history: [HeldMeeting(date: Self.day)], words)) == [])
        let own = PersonalWords(
            handle: Handle("bo"),
            consent: ["hire", "prep-time"].map {
                ConsentWord(meeting: Self.day, item: ItemID($0), word: .approve, on: .of("26 Nov"))
            })
        var led = TestCouncil.prepTime
        led.leads[0].name = "Bo Berg"
        let library = Self.library()
        #expect(
            remarks(
                Library(
                    roster: library.roster, drafts: [led, TestCouncil.hiring].map { Library.Draft($0) },
                    agendas: library.agendas, people: [own])) == [
                    "bo consent 0 item: `hire` is not for the consent lane, which takes application and technology, so "
                        + "this word does not count",
                    "bo consent 1 word: Bo Berg is on the team of `prep-time` or one of its leads, so this word "
                        + "does not count",
                ])
    }

    // MARK: Earlier meetings

    private static func held(_ id: String, on day: String, _ notes: HeldNote...) -> HeldMeeting {
        HeldMeeting(
            date: .of(day),
            items: [HeldItem(id: ItemID(id), number: 1, title: id, proposal: TestCouncil.vectorStore, notes: notes)])
    }

    @Test("The last hearing counts, and that of a revised proposal for one that was never heard")
    func concerns() {
        let concern = HeldNote(number: 2, kind: .concern, text: "Recall")
        let resolved = HeldNote(number: 2, kind: .concern, text: "Recall", isResolved: true)
        let agenda = Self.library().agendas[1]
        func concerns(_ history: [HeldMeeting]) -> [ItemID: [EarlierConcern]] {
            Self.library(history: history).openConcerns(on: agenda.items, before: Self.day)
        }
        #expect(
            concerns([Self.held("vector-store", on: "18 Nov", concern)])
                == [ItemID("vector-store"): [EarlierConcern(date: .of("18 Nov"), text: "Recall")]])
        #expect(concerns([Self.held("vector-store", on: "18 Nov", resolved)]) == [:])
        #expect(
            concerns([
                Self.held("vector-store", on: "18 Nov", concern), Self.held("vector-store", on: "25 Nov", resolved),
            ]) == [:])
        #expect(concerns([Self.held("vector-store", on: "2 Dec", concern)]) == [:])
        #expect(concerns([Self.held("old", on: "18 Nov", concern)]).keys.map(\.rawValue) == ["prep-time"])
    }

    @Test(
        "A concern stays open over hearings that did not deal with it",
        arguments: [
            ([""], 1), (["", "taken up"], 0), (["", "deferred"], 1), (["", "deferred", ""], 1),
            (["", "deferred, with a note"], 0), (["", "deferred, with a vote"], 0), (["", "approved"], 0),
        ])
    func stayingConcerns(later: [String], open: Int) {
        let id = ItemID("vector-store")
        let concern = HeldNote(number: 2, kind: .concern, text: "Recall")
        var history = [Self.held(id.rawValue, on: "4 Nov", concern)]
        for (place, what) in later.enumerated() {
            var meeting = Self.held(id.rawValue, on: "\(11 + 7 * place) Nov")
            meeting.items[0].seconds = what.isEmpty ? nil : 60
            if what.hasPrefix("deferred") {
                meeting.items[0].decision = HeldDecision(verdict: .defer, spoken: "deferred")
            } else if what == "approved" {
                meeting.items[0].decision = HeldDecision(verdict: .approve, spoken: "approved")
            }
            if what.hasSuffix("note") { meeting.items[0].notes = [HeldNote(number: 1, text: "It recalls enough.")] }
            if what.hasSuffix("vote") {
                meeting.items[0].votes = [HeldVote(number: 1, question: "The proposal", outcome: .tied, tally: "tied")]
            }
            history.append(meeting)
        }
        let rest = Self.library()
        let library = Library(roster: rest.roster, drafts: Array(rest.drafts.values), history: history)
        #expect(
            library.openConcerns(on: id, before: Self.day)
                == (open == 0 ? [] : [EarlierConcern(date: .of("4 Nov"), text: "Recall")]))
        let entry = library.pipeline(on: Self.day).proposals.first { $0.id == id.rawValue }
        #expect(entry?.openConcerns == open)
    }

    @Test("The next agenda says what only lacks approvals")
    func comment() {
        func why(_ id: String, _ library: Library) -> String? {
            let rest = Library(roster: library.roster, drafts: Array(library.drafts.values), history: library.history)
            return rest.plan(for: Self.day, on: .of("26 Nov"), minutes: 90).items.first { $0.item.id.rawValue == id }?
                .why
        }
        #expect(why("vector-store", Self.library())?.hasSuffix("; consent lane: needs 4 approvals") == true)
        #expect(why("hire", Self.library())?.contains("consent lane") == false)
        #expect(why("vector-store", Self.library(lane: false))?.contains("consent lane") == false)
        let deferred = HeldMeeting(
            date: .of("25 Nov"),
            items: [
                HeldItem(
                    id: ItemID("vector-store"), number: 1, title: "V", proposal: TestCouncil.vectorStore,
                    notes: [HeldNote(number: 1, kind: .concern, text: "Recall")],
                    decision: HeldDecision(verdict: .defer, spoken: "deferred"))
            ])
        #expect(why("vector-store", Self.library(history: [deferred])) == "deferred on Wed 25 Nov 2026")
        // What has to say why it comes once more is not in the lane.
        let often = ["18 Nov", "25 Nov"].map { Self.held("vector-store", on: $0) }
        #expect(
            why("vector-store", Self.library(history: [often[0]]))
                == "undecided on Wed 18 Nov 2026; consent lane: needs 4 approvals")
        #expect(
            why("vector-store", Self.library(history: often))
                == "undecided on Wed 25 Nov 2026; it was on 2 agendas: say under `again` what is different this time")
    }
}
