import Testing

@testable import Council

/// Where a proposal is, by what has happened to it. Each row is seen on 1 December 2026 unless it says another day.
@Suite struct StageTests {
    struct Row: CustomTestStringConvertible {
        let story: String
        let stage: String
        let day: String
        let others: [Story]
        var testDescription: String { "\(story) → \(stage)" }

        init(_ story: String, _ stage: String, on day: String = "1 Dec", with others: Story...) {
            self.story = story
            self.stage = stage
            self.day = day
            self.others = others
        }
    }

    static let unheard = [
        Row("incomplete; leads 20 Nov", "draft: no cost is estimated: give cost build, maintenance and a unit"),
        Row(
            "incomplete; pending product",
            "draft: no cost is estimated: give cost build, maintenance and a unit"),
        Row(
            "pending product",
            "leads: the product lead, the engineering lead, the data science lead, the analytics lead"),
        Row("leads 20 Nov; changes engineering", "leads: the engineering lead"),
        Row("leads 20 Nov", "ready since Fri 20 Nov 2026"),
        Row("leads", "ready"),
        // The product lead need not read a technology. One who has asked for changes is heard all the same.
        Row("technology; leads 20 Nov", "ready since Fri 20 Nov 2026"),
        Row("technology; leads 20 Nov; changes product", "leads: the product lead"),
        Row("hiring; leads 20 Nov", "ready since Fri 20 Nov 2026"),
        Row("leads 20 Nov; on 2 Dec", "on the agenda of Wed 2 Dec 2026"),
        Row("pending product; on 2 Dec", "on the agenda of Wed 2 Dec 2026"),
        Row("leads 20 Nov; on 25 Nov", "ready since Fri 20 Nov 2026"),
        Row("leads 20 Nov; on 1 Dec; on 2 Dec", "on the agenda of Tue 1 Dec 2026"),
    ]

    static let heard = [
        Row("leads 20 Nov; 25 Nov none", "undecided since Wed 25 Nov 2026"),
        Row("leads 20 Nov; 25 Nov none; changed", "undecided since Wed 25 Nov 2026"),
        Row("leads 20 Nov; 25 Nov none; on 2 Dec", "on the agenda of Wed 2 Dec 2026"),
        Row("leads 20 Nov; 25 Nov defer", "deferred on Wed 25 Nov 2026"),
        Row("leads 20 Nov; 25 Nov defer 9 Dec", "deferred on Wed 25 Nov 2026 until Wed 9 Dec 2026"),
        Row("leads 20 Nov; 25 Nov reject", "rejected on Wed 25 Nov 2026"),
        Row("leads 20 Nov; 25 Nov reject; changed; leads 27 Nov", "rejected on Wed 25 Nov 2026"),
        Row("leads 20 Nov; 25 Nov reject; on 2 Dec again", "on the agenda of Wed 2 Dec 2026"),
        Row("leads 20 Nov; 25 Nov withdraw", "withdrawn on Wed 25 Nov 2026"),
        Row("leads 20 Nov; 25 Nov none; gone", "undecided since Wed 25 Nov 2026"),
        Row("leads 20 Nov; 18 Nov reject; 25 Nov defer", "deferred on Wed 25 Nov 2026"),
    ]

    static let sentBack = [
        Row("leads 20 Nov; 25 Nov revise", "sent back on Wed 25 Nov 2026, waits for a changed file"),
        Row("leads 20 Nov; 25 Nov revise; leads 27 Nov", "sent back on Wed 25 Nov 2026, waits for a changed file"),
        Row("leads 20 Nov; 25 Nov revise; gone", "sent back on Wed 25 Nov 2026, waits for a changed file"),
        Row(
            "hiring; leads 20 Nov; 25 Nov revise; changed",
            "sent back on Wed 25 Nov 2026, waits for new approvals by the engineering lead and the data science lead"),
        // What the council had on the day of the meeting is not new, and what came after it is.
        Row(
            "hiring; leads 25 Nov; 25 Nov revise; changed",
            "sent back on Wed 25 Nov 2026, waits for new approvals by the engineering lead and the data science lead"),
        Row("hiring; leads 20 Nov; 25 Nov revise; changed; leads 25 Nov", "ready since Wed 25 Nov 2026"),
        Row("hiring; leads 25 Nov; 25 Nov revise; changed; leads 25 Nov", "ready since Wed 25 Nov 2026"),
        // The meeting was held before its day.
        Row("hiring; leads 20 Nov; 25 Nov revise; changed; leads 24 Nov", "ready since Tue 24 Nov 2026"),
        Row("hiring; leads 20 Nov; 25 Nov revise; changed; leads 20 Nov", "ready since Fri 20 Nov 2026"),
        Row(
            "hiring; leads 20 Nov; 25 Nov revise; changed; leads 27 Nov; pending engineering",
            "sent back on Wed 25 Nov 2026, waits for new approvals by the engineering lead"),
        Row("hiring; leads 20 Nov; 25 Nov revise; changed; leads 27 Nov", "ready since Fri 27 Nov 2026"),
        Row(
            "leads 20 Nov; 25 Nov revise; changed; incomplete",
            "draft: no cost is estimated: give cost build, maintenance and a unit"),
    ]

    static let revised = [
        Row("leads 20 Nov; 25 Nov revise", "revised by y", with: Story("y", "revises x")),
        Row("leads 20 Nov; 25 Nov none", "revised by y", with: Story("y", "revises x; incomplete")),
        Row("leads 20 Nov; 25 Nov revise", "revised by z", with: Story("y", "revises x"), Story("z", "revises x")),
        // The one that replaces what was sent back needs approvals of its own.
        Row(
            "hiring; revises y; leads 20 Nov",
            "sent back on Wed 25 Nov 2026, waits for new approvals by the engineering lead and the data science lead",
            with: Story("y", "leads 20 Nov; 25 Nov revise")),
        Row(
            "revises y; leads 27 Nov", "ready since Fri 27 Nov 2026", with: Story("y", "leads 20 Nov; 25 Nov revise")),
        Row("revises y; leads 20 Nov", "ready since Fri 20 Nov 2026", with: Story("y", "leads 20 Nov; 25 Nov reject")),
        // What was approved is not replaced by a draft: somebody still has to say what came of it.
        Row(
            "leads 20 Nov; 25 Nov approve", "approved on Wed 25 Nov 2026, due on Tue 25 May 2027",
            with: Story("y", "revises x")),
        Row(
            "leads 20 Nov; 18 Nov approve", "revised by y", with: Story("y", "revises x; leads 20 Nov; 25 Nov approve")),
        Row(
            "leads 20 Nov; 18 Nov approve", "revised by z", with: Story("y", "revises x; leads 20 Nov; 19 Nov revise"),
            Story("z", "revises y; leads 24 Nov; 25 Nov approve")),
    ]

    static let outcomes = [
        Row("leads 20 Nov; 25 Nov approve", "approved on Wed 25 Nov 2026, due on Tue 25 May 2027"),
        Row("leads 20 Nov; 25 Nov approve; gone", "approved on Wed 25 Nov 2026, due on Tue 25 May 2027"),
        Row("follow up 1 Mar 2027; 25 Nov approve", "approved on Wed 25 Nov 2026, due on Mon 1 Mar 2027"),
        Row("25 Nov approve; follow up 1 Mar 2027", "approved on Wed 25 Nov 2026, due on Mon 1 Mar 2027"),
        // A position has no figure to come back with, unless its file names a day.
        Row("hiring; leads 20 Nov; 25 Nov approve", "approved on Wed 25 Nov 2026"),
        Row(
            "hiring; leads 20 Nov; follow up 1 Mar 2027; 25 Nov approve",
            "approved on Wed 25 Nov 2026, due on Mon 1 Mar 2027"),
        // A day that had passed when the council approved it asks for nothing.
        Row("follow up 1 Nov; 25 Nov approve", "approved on Wed 25 Nov 2026, due on Tue 25 May 2027"),
        Row("25 Nov approve; measured 28 Nov", "approved on Wed 25 Nov 2026, measured on Sat 28 Nov 2026"),
        Row("25 Nov approve; measured 25 Nov", "approved on Wed 25 Nov 2026, measured on Wed 25 Nov 2026"),
        Row("25 Nov approve; measured 20 Nov", "approved on Wed 25 Nov 2026, due on Tue 25 May 2027"),
        Row(
            "25 Nov approve; measured 28 Nov; 2 Dec approve", "done on Wed 2 Dec 2026", on: "3 Dec"),
        // The council heard of it before there was a figure, and wants one.
        Row(
            "11 Nov approve; follow up 20 Nov; 25 Nov approve", "approved on Wed 11 Nov 2026, due on Tue 25 May 2027"),
        Row("11 Nov approve; measured 20 Nov; 25 Nov confirmed", "done on Wed 25 Nov 2026"),
        Row("11 Nov approve; measured 20 Nov; 25 Nov changed", "done on Wed 25 Nov 2026"),
        Row("11 Nov approve; measured 20 Nov; 25 Nov stopped", "stopped on Wed 25 Nov 2026"),
        Row(
            "11 Nov approve; measured 20 Nov; 25 Nov outcome none",
            "approved on Wed 11 Nov 2026, measured on Fri 20 Nov 2026"),
        Row("11 Nov approve; measured 20 Nov; 25 Nov outcome defer", "deferred on Wed 25 Nov 2026"),
        Row("11 Nov approve; measured 20 Nov; 18 Nov outcome defer; 25 Nov confirmed", "done on Wed 25 Nov 2026"),
        // The council may confirm what was never measured.
        Row("11 Nov approve; 25 Nov confirmed", "done on Wed 25 Nov 2026"),
        // A later figure brings it back, unless it was stopped.
        Row(
            "11 Nov approve; 25 Nov confirmed; measured 28 Nov",
            "approved on Wed 11 Nov 2026, measured on Sat 28 Nov 2026"),
        Row("11 Nov approve; 25 Nov changed; measured 25 Nov", "done on Wed 25 Nov 2026"),
        Row("11 Nov approve; 25 Nov stopped; measured 28 Nov", "stopped on Wed 25 Nov 2026"),
        Row("11 Nov approve; 18 Nov confirmed; measured 20 Nov; 25 Nov stopped", "stopped on Wed 25 Nov 2026"),
        Row(
            "11 Nov approve; 18 Nov stopped; 25 Nov approve", "approved on Wed 25 Nov 2026, due on Tue 25 May 2027"),
        // What was stopped has no place to keep, as what was rejected.
        Row("11 Nov approve; 25 Nov stopped", "revised by y", with: Story("y", "revises x")),
        Row("11 Nov approve; 25 Nov confirmed", "done on Wed 25 Nov 2026", with: Story("y", "revises x")),
        Row("25 Nov approve; measured 28 Nov; 2 Dec reject", "rejected on Wed 2 Dec 2026", on: "3 Dec"),
        Row("25 Nov approve; measured 28 Nov; 2 Dec none", "undecided since Wed 2 Dec 2026", on: "3 Dec"),
        // An outcome on which nothing was decided takes no approval back.
        Row("11 Nov approve; 25 Nov outcome none", "approved on Wed 11 Nov 2026, due on Tue 11 May 2027"),
        Row(
            "11 Nov approve; 18 Nov outcome none; 25 Nov outcome none",
            "approved on Wed 11 Nov 2026, due on Tue 11 May 2027"),
        Row("hiring; 11 Nov approve; 25 Nov outcome none", "approved on Wed 11 Nov 2026"),
        Row(
            "11 Nov approve; measured 12 Nov; 25 Nov outcome none",
            "approved on Wed 11 Nov 2026, measured on Thu 12 Nov 2026"),
        Row(
            "11 Nov approve; measured 12 Nov; 18 Nov outcome defer; 25 Nov outcome none",
            "deferred on Wed 18 Nov 2026"),
        Row("11 Nov approve; 18 Nov confirmed; 25 Nov outcome none", "done on Wed 18 Nov 2026"),
        // Nobody has approved it, as far as anybody knows.
        Row("25 Nov outcome none", "undecided since Wed 25 Nov 2026"),
        // Changed and approved once more, it owes a figure again.
        Row(
            "4 Nov approve; 11 Nov revise; 25 Nov approve; measured 10 Nov",
            "approved on Wed 25 Nov 2026, due on Tue 25 May 2027"),
    ]

    @Test(arguments: unheard + heard + sentBack + revised + outcomes)
    func stages(_ row: Row) throws {
        let library = Weeks([Story("x", row.story)] + row.others).library
        let stage = try #require(library.stage(of: "x", on: .of(row.day)))
        #expect(stage.told == row.stage)
    }

    @Test func nothingIsKnownOfAProposalWithoutFileAndHearing() {
        #expect(Weeks([Story("x", "gone")]).library.stage(of: "x", on: .of("1 Dec")) == nil)
    }

    /// Nothing is closed by age alone: the same rows ten years later. What was on an agenda to be heard again, and was
    /// not, is as it was before.
    @Test(arguments: (unheard + heard + sentBack + revised + outcomes).filter { !$0.story.hasSuffix("again") })
    func nothingIsClosedByAge(_ row: Row) throws {
        let library = Weeks([Story("x", row.story)] + row.others).library
        let (then, later) = (CalendarDay.of(row.day), CalendarDay.of(row.day).adding(months: 120))
        let stages = try [then, later].map { try #require(library.stage(of: "x", on: $0)) }
        #expect(stages[0].isOpen == stages[1].isOpen)
    }
}

extension Stage {
    /// The stage in a sentence that a row can have.
    var told: String {
        switch self {
        case .draft(let missing): "draft: \(missing.map(\.sentence).joined(separator: ", "))"
        case .leads(let reviews): "leads: \(reviews.map(\.spoken).joined(separator: ", "))"
        case .ready(let since): "ready" + (since.map { " since \($0.long)" } ?? "")
        case .onAgenda(let day): "on the agenda of \(day.long)"
        case .undecided(let day): "undecided since \(day.long)"
        case .deferred(let day, let until): "deferred on \(day.long)" + (until.map { " until \($0.long)" } ?? "")
        case .sentBack(let day, let what): "sent back on \(day.long), waits for \(what)"
        case .approved(let day, let due): "approved on \(day.long)" + (due.map { ", due on \($0.long)" } ?? "")
        case .measured(let day, let outcome): "approved on \(day.long), measured on \(outcome.on.long)"
        case .done(let day, _): "done on \(day.long)"
        case .stopped(let day): "stopped on \(day.long)"
        case .rejected(let day): "rejected on \(day.long)"
        case .withdrawn(let day): "withdrawn on \(day.long)"
        case .revised(let newer): "revised by \(newer)"
        }
    }
}
