import Council
import Foundation

extension SampleMeeting {
    /// A closed meeting of three items: two are approved together, and one was flagged in the room.
    ///
    /// - Parameter beforeTally: What else happens while the vote on them is open.
    package static func lane(beforeTally: (inout SampleMeeting) throws -> Void = { _ in }) throws -> SampleMeeting {
        var meeting = SampleMeeting(docket: .lane)
        try meeting.roll(["priya", "bo", "idris", "tomas", "mei"], remote: ["anais", "noor"])
        try meeting.ask(after: 120, .open)
        try meeting.ask(.go(.item(1)))
        try meeting.ask(
            .flag(item: 1, who: "mei", kind: .flag, reason: "the labels are her own team's; one market of nine"))
        try meeting.ask(after: 40, .consent(.vote, earlier: [:]))
        try meeting.vote(yes: ["bo", "idris", "tomas", "mei"], abstain: ["anais"])
        try beforeTally(&meeting)
        try meeting.ask(.tally)
        try meeting.ask(.go(.item(1)))
        try meeting.say("mei", "The labels have to come from two teams.", as: .concern)
        try meeting.ask(.decide(verdict: .revise, until: nil, reason: "labels by a second team"))
        try meeting.ask(after: 60, .close)
        return meeting
    }
}

extension Docket {
    fileprivate static let lane = Docket(
        roster: Roster(
            name: Roster.sample.name, timeZone: Roster.sample.timeZone, chair: Roster.sample.chair,
            members: Roster.sample.members, practitioners: Roster.sample.practitioners, voting: Roster.sample.voting,
            consent: ConsentRule(
                upTo: ConsentRule.Limit(500_000, "USD"), kinds: [.application, .technology, .hiring]),
            interested: Roster.sample.interested, mail: Roster.sample.mail),
        agenda: sample.agenda.with(
            ["fraud-ring-graph", "vector-store", "hire-senior-mle"].map {
                AgendaItem(id: ItemID($0), subject: .proposal(id: $0), minutes: 8)
            }),
        proposals: sample.proposals,
        consent: Dictionary(
            uniqueKeysWithValues: ["idris", "tomas", "mei", "anais", "zsofia"].map { who in
                let words = ["fraud-ring-graph", "vector-store", "hire-senior-mle"].map { item in
                    ConsentWord(
                        meeting: sample.agenda.date, item: ItemID(item), word: .approve,
                        on: CalendarDay(daysSinceEpoch: 20_780))
                }
                return (Handle(who), words)
            }))
}
