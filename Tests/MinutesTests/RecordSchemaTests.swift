import Council
import Foundation
import Testing

@testable import Minutes

/// `record.json` has the shape that its schema publishes: no more, no less.
@Suite struct RecordSchemaTests {
    private func schema() throws -> [String: Any] {
        let schema = try JSONSerialization.jsonObject(with: Data(Minutes.recordSchema.utf8))
        return try #require(schema as? [String: Any])
    }

    @Test func aWholeMeetingIsValid() throws {
        let json = try Minutes.render(journal: try SampleMeeting.held().journal, format: .json)
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
        case .text, .number, .truth, .formed: []
        }
    }

    @Test func everyDefinitionIsUsed() throws {
        var check = SchemaCheck(try schema())
        _ = check.faults(
            in: try JSONSerialization.jsonObject(
                with: Data(try Minutes.render(journal: try SampleMeeting.held().journal, format: .json).utf8)))
        var meeting = try SampleMeeting.held()
        try meeting.ask(.reopen(reason: "a correction"))
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

    @Test(arguments: [
        ("{\"schema\": 2", "/schema: is not 1"), ("{\"schema\": 1, \"extra\": 0", "/extra: is not in the schema"),
        ("{\"schema\": 1", "/council: is missing"), ("{\"schema\": 1, \"council\": null", "/council: is no string"),
        ("{\"schema\": 1, \"date\": \"25 Nov\"", "/date: is no date"),
    ])
    func theCheckFindsWhatIsWrong(start: String, fault: String) throws {
        var check = SchemaCheck(try schema())
        #expect(check.faults(in: try JSONSerialization.jsonObject(with: Data((start + "}").utf8))).contains(fault))
    }
}
