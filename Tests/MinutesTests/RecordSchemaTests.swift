import Council
import Foundation
import TestMeetings
import Testing

@testable import Minutes

/// `record.json` has the shape that its schema publishes: no more, no less.
@Suite struct RecordSchemaTests {
    private func schema() throws -> [String: Any] {
        let schema = try JSONSerialization.jsonObject(with: Data(Minutes.recordSchema.utf8))
        return try #require(schema as? [String: Any])
    }

    @Test func aWholeMeetingIsValid() throws {
        try expectValid(try SampleMeeting.held())
        try expectValid(try SampleMeeting.lane())
    }

    private func expectValid(_ meeting: SampleMeeting) throws {
        let json = try Minutes.render(journal: meeting.journal, format: .json)
        let record = try JSONSerialization.jsonObject(with: Data(json.utf8))
        var check = SchemaCheck(try schema())
        #expect(check.faults(in: record) == [])
    }

    /// Templates are checked against the specimen, so it must have everything that a record can have.
    @Test func theSpecimenHasEverythingThatARecordCanHave() throws {
        let specimen = Fact(reflecting: MinutesModel.specimen)
        var check = SchemaCheck(try schema())
        #expect(check.faults(in: try JSONSerialization.jsonObject(with: Data(specimen.json.utf8))) == [])
        #expect(check.used == check.defined)
        for name in Templates.Name.allCases { #expect(gaps(in: name.specimen) == [], "\(name)") }
    }

    /// The paths of the facts that are missing.
    private func gaps(in fact: Fact, at path: String = "") -> [String] {
        switch fact {
        case .nothing: [path]
        case .list(let facts): facts.isEmpty ? [path] : facts.flatMap { gaps(in: $0, at: path + "[]") }
        case .record(let fields): fields.flatMap { gaps(in: $0.fact, at: "\(path)/\($0.name)") }
        case .text, .number, .real, .truth, .formed: []
        }
    }

    /// What the program can say is what the schema lets it say: a new case is a new value there.
    @Test func everyEnumerationListsTheValuesThatThereAre() throws {
        func names<Value: CaseIterable & RawRepresentable<String>>(_: Value.Type) -> [String] {
            Value.allCases.map(\.rawValue)
        }
        let expected = [
            "register.verdict": names(Decision.Verdict.self), "decision.verdict": names(Decision.Verdict.self),
            "item.kind": ["proposal", "topic"], "item.lackOfPresenter": ["absent", "not on the roll"],
            "proposal.leadTitle": ["Technical lead", "Hiring lead"], "item.purpose": names(AgendaItem.Purpose.self),
            "proposal.kind": names(Proposal.Kind.self),
            "proposal.blocker": names(Proposal.Blocker.self), "proposal.priority": names(Proposal.Priority.self),
            "proposal.openingRole": names(TeamMember.Role.self), "teamMember.role": names(TeamMember.Role.self),
            "lead.role": names(LeadReview.Role.self), "lead.verdict": names(LeadReview.Verdict.self),
            "option.choice": names(TechnologyOption.Choice.self), "attendee.presence": names(Presence.self),
            "guest.presence": names(Presence.self),
            "note.kind": names(Note.Kind.self).filter { $0 != "plain" && $0 != "private" },
            "amendment.field": names(ProposalField.self), "leadAmendment.field": names(ProposalField.self),
            "amendment.standing": ["by consent", "carried", "lost", "vote not finished"],
            "vote.outcome": names(Outcome.self), "ballot.choice": ["yes", "no", "none", "abstain", "recused"],
            "ballot.without": ["absent", "presiding", "presides"], "ruling.answer": names(Ruling.Answer.self),
            "ruling.cause": ["a tie", "an escalation"], "ruling.earlierBallot": names(Ballot.Choice.self),
            "settledAction.word": names(ActionWord.Word.self),
        ]
        let check = SchemaCheck(try schema())
        #expect(check.enumerations == Set(expected.keys))
        for (property, values) in expected {
            let parts = property.split(separator: ".").map(String.init)
            #expect(Set(check.values(of: parts[1], in: parts[0]) ?? []) == Set(values), "\(property)")
        }
    }

    @Test func everyDefinitionIsUsed() throws {
        var check = SchemaCheck(try schema())
        _ = check.faults(
            in: try JSONSerialization.jsonObject(
                with: Data(try Minutes.render(journal: try SampleMeeting.held().journal, format: .json).utf8)))
        let amended = try Minutes.render(journal: SampleMeeting(docket: .withLeadWords).journal, format: .json)
        #expect(check.faults(in: try JSONSerialization.jsonObject(with: Data(amended.utf8))) == [])
        var meeting = try SampleMeeting.held()
        try meeting.ask(.reopen(reason: "a correction"))
        try meeting.ask(.guest(name: "Kim Park", email: nil, organisation: "Acme"))
        try meeting.ask(.scribe(who: "kim"))
        let concern = EarlierConcern(date: CalendarDay("2026-11-18")!, text: "one wet city is missing")
        try meeting.ask(
            .recall(.earlier, updates: .earlier, concerns: [meeting.journal.meeting.items[4].id: [concern]]))
        try meeting.ask(.go(.item(5)))
        try meeting.ask(.queue(who: "bo", kind: .new))
        try meeting.ask(.next)
        try meeting.ask(.motion(.choice(["Mei", "Wen"])))
        try meeting.ask(.vote(who: "bo", choice: .yes, reason: nil, options: ["Wen"]))
        try meeting.ask(.tally)
        try meeting.ask(after: 600, .roll(who: "priya", presence: .absent))
        for who in ["bo", "idris", "tomas", "mei"] { try meeting.ask(.roll(who: Handle(who), presence: .absent)) }
        let faults = check.faults(
            in: try JSONSerialization.jsonObject(
                with: Data(
                    try Minutes.render(
                        journal: meeting.journal, format: .json,
                        heads: [meeting.journal.nextNumber - 1: String(repeating: "0", count: 64)]
                    ).utf8)))
        #expect(faults == [])
        #expect(check.used == check.defined)
    }

    /// No enumeration lets pass what it does not name, wherever it stands in a record.
    @Test func everyEnumerationRefusesWhatItDoesNotName() throws {
        let json = Fact(reflecting: MinutesModel.specimen).json
        let check = SchemaCheck(try schema())
        for property in check.enumerations {
            let name = try #require(property.split(separator: ".").last)
            var (mutated, places) = (json, 0)
            for value in try #require(check.values(of: String(name), in: String(property.prefix { $0 != "." }))) {
                let written = "\"\(name)\": \"\(value)\""
                places += mutated.ranges(of: written).count
                mutated = mutated.replacing(written, with: "\"\(name)\": \"\(value)?\"")
            }
            #expect(places > 0, "\(property) is nowhere")
            var check = check
            let faults = check.faults(in: try JSONSerialization.jsonObject(with: Data(mutated.utf8)))
            #expect(faults.contains { $0.hasSuffix("/\(name): is none of the values that there are") }, "\(property)")
        }
    }

    @Test(arguments: [
        ("{\"schema\": 1", "/schema: is not 2"), ("{\"schema\": 2, \"extra\": 0", "/extra: is not in the schema"),
        ("{\"schema\": 2", "/council: is missing"), ("{\"schema\": 2, \"council\": null", "/council: is no string"),
        ("{\"schema\": 2, \"date\": \"25 Nov\"", "/date: is no date"),
        (
            "{\"schema\": 2, \"register\": [{\"verdict\": \"maybe\"}]",
            "/register/0/verdict: is none of the values that there are"
        ),
    ])
    func theCheckFindsWhatIsWrong(start: String, fault: String) throws {
        var check = SchemaCheck(try schema())
        #expect(check.faults(in: try JSONSerialization.jsonObject(with: Data((start + "}").utf8))).contains(fault))
    }
}
