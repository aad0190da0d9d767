import Council
import Foundation

extension SampleMeeting {
    /// A closed meeting with a recusal, an amendment, an override of the gate, a tie and a ruling, an escalation, a late
    /// arrival, somebody who left, an acting chair and an undecided item.
    package static func held() throws -> SampleMeeting {
        var meeting = SampleMeeting()
        try meeting.roll(["priya", "bo", "idris", "tomas", "mei", "wen"], remote: ["anais", "jonas", "lena", "noor"])
        try meeting.ask(after: 120, .open)
        try meeting.fraudRing()
        try meeting.prepTime()
        try meeting.promoUplift()
        try meeting.vectorStore()
        try meeting.hiring()
        try meeting.rotation()
        try meeting.ask(after: 60, .close)
        return meeting
    }

    private mutating func fraudRing() throws {
        try ask(.go(.item(1)))
        try say("noor", "The graph finds 3 rings a week that rules miss; precision is 0.91 at 1,000 alerts.")
        try say("mei", "Who labels the alerts after the pilot?", as: .question)
        try say("noor", "Payments risk does; two people are named.")
        try say("bo", "Noor looks tired, ask her afterwards.", as: .private)
        try ask(after: 100, .roll(who: "zsofia", presence: .remote))
        try ask(.motion(.proposal))
        try ask(.vote(who: "mei", choice: .recuse, reason: "her team built the labels"))
        try vote(yes: ["bo", "idris", "tomas", "anais", "wen"], no: [], abstain: ["jonas"])
        try ask(.vote(who: "zsofia", choice: .no, reason: "no budget line for the graph store"))
        try ask(.tally)
        try ask(.decide(verdict: .approve, until: nil, reason: nil))
        try ask(
            .action(
                owner: "noor", due: CalendarDay("2026-12-09"), text: "Put the graph store into the platform's budget"))
    }

    private mutating func prepTime() throws {
        try ask(.go(.next))
        try say("tomas", "The holdout is three cities only, all of them coastal.", as: .concern)
        try say("lena", "Shadow mode covers nine more cities from Monday.")
        try say("anais", "p99 of 20 ms is promised, 64 ms was measured.", as: .concern)
        try say("lena", "store-events already carry the tablet's state;\nno new stream is needed.", as: .data)
        try say("wen", "The feature store has this table for 40 % of the stores.", as: .reuse)
        try ask(.reword(note: 5, text: "The feature store has this table for 60 % of the stores."))
        try say("wen", "Something said in passing.")
        try ask(.strike(note: 6))
        try ask(.resolve(note: 3, reason: "the new features are precomputed: 17 ms last week"))
        try ask(.amend(field: .costBuild, value: "520000", reason: "two more months of shadow mode"))
        try ask(.motion(.proposal))
        try vote(yes: ["bo", "idris", "anais", "wen", "jonas"], no: ["zsofia"], abstain: ["mei"])
        try ask(.vote(who: "tomas", choice: .no, reason: "the holdout is too short"))
        try ask(.tally)
        try ask(
            .decide(
                verdict: .approve, until: nil, reason: "shadow mode answers the review before any courier is affected"))
        try ask(
            .action(owner: "lena", due: CalendarDay("2026-12-02"), text: "Report shadow mode for the nine new cities"))
        try ask(.action(owner: "tomas", due: nil, text: "Write down what a holdout has to cover"))
    }

    private mutating func promoUplift() throws {
        try ask(.go(.next))
        try ask(.clock(.add(minutes: 5)))
        try say("emre", "Start with the two markets that have clean coupons.", as: .idea, after: 200)
        try ask(.motion(.proposal))
        try vote(yes: ["bo", "idris", "anais", "jonas"], no: ["tomas", "mei", "wen", "zsofia"])
        try ask(.tally)
        try ask(
            after: 90,
            .rule(answer: .no, reason: "half of the council does not trust the baseline, and a month settles it"))
        try ask(.decide(verdict: .revise, until: nil, reason: "measure the rule-based baseline first"))
        try ask(
            .action(owner: nil, due: CalendarDay("2026-12-16"), text: "Measure the rule-based baseline in two markets"))
    }

    private mutating func vectorStore() throws {
        try ask(.go(.next))
        try ask(.amend(field: .recommend, value: "build", reason: "we know our own data"))
        try ask(.motion(.amendment(number: 1)))
        try vote(yes: ["mei", "zsofia"], no: ["bo", "idris", "tomas", "anais", "wen", "jonas"])
        try ask(.tally)
        try ask(.roll(who: "priya", presence: .absent))
        try ask(.chair(who: "bo", reason: "Priya was called to an incident"))
        try ask(.motion(.proposal))
        try vote(yes: ["idris", "tomas", "anais", "wen"], no: ["mei", "zsofia", "jonas"])
        try ask(.escalate(reason: "the question is who runs it at night, and the vote does not answer that"))
        try ask(.rule(answer: .yes, reason: "the vendor runs it at night for the first year"))
        try ask(.decide(verdict: .approve, until: nil, reason: nil))
        try ask(.roll(who: "priya", presence: .present))
        try ask(.chair(who: "priya", reason: "the incident is over"))
    }

    private mutating func hiring() throws {
        try ask(.go(.next))
        try say("bo", "Two candidates wait for this description.")
        try ask(.action(owner: "priya", due: CalendarDay("2026-11-27"), text: "Done by mistake"))
        try ask(.undo)
        try ask(.decide(verdict: .approve, until: nil, reason: nil))
        try ask(.roll(who: "jonas", presence: .absent))
    }

    private mutating func rotation() throws {
        try ask(.go(.next))
        try say("priya", "Names by 16 December, please.", after: 90)
        try say("guest", "Other councils vote in secret.", after: 30)
        try ask(.action(owner: "priya", due: CalendarDay("2026-12-16"), text: "Collect names for the next chair"))
    }
}

extension Handle: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self.init(text) }
}
