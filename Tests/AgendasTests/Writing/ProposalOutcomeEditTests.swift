import Council
import Testing

@testable import Agendas

/// An outcome written into a proposal that a person wrote.
@Suite struct ProposalOutcomeEditTests {
    static let line = "outcome: { on: 2027-05-20, value: 3900000, unit: USD/year }"

    static let files: [(String, String)] = [
        ("---\ntitle: T\n---\nBody.\n", "---\ntitle: T\n\(line)\n---\nBody.\n"),
        ("---\r\ntitle: T\r\n---\r\nBody.", "---\r\ntitle: T\r\n\(line)\r\n---\r\nBody."),
        ("\u{FEFF}---\ntitle: ä\n--- \n", "\u{FEFF}---\ntitle: ä\n\(line)\n--- \n"),
        (
            "---\ntitle: T\noutcome: { on: 2027-01-01, value: 1, unit: USD/year } # so far\npod: P\n---\n",
            "---\ntitle: T\n\(line) # so far\npod: P\n---\n"
        ),
        (
            "---\noutcome:\n  on: 2027-01-01\n  value: 1\n  unit: USD/year\npod: P # of ours\n---\n",
            "---\n\(line.replacing("outcome: ", with: "outcome:\n  "))\npod: P # of ours\n---\n"
        ),
        ("---\ntitle: T\noutcome:\n---\nx\n", "---\ntitle: T\n\(line)\n---\nx\n"),
        // The body's own lines are no keys.
        ("---\ntitle: T\n---\noutcome: x\n---\n", "---\ntitle: T\n\(line)\n---\noutcome: x\n---\n"),
    ]

    @Test(arguments: files)
    func allOtherBytesStay(before: String, after: String) throws {
        let outcome = MeasuredOutcome(on: CalendarDay("2027-05-20")!, value: 3_900_000, unit: "USD/year")
        let edit = try ProposalEdit(measured: outcome, in: Array(before.utf8))
        #expect(String(decoding: edit.after, as: UTF8.self) == after)
        #expect(edit.before == Array(before.utf8))
        #expect(try ProposalEdit(measured: outcome, in: edit.after).after == edit.after)
    }

    /// Whatever a note and a unit hold, the file says it and nothing else.
    @Test(arguments: ["two cities: a, b", "\"} # x", "a\nb", "日本 – ü", "null", "- x", "*a", "key: { b"])
    func aNoteReadsAsItWasSaid(note: String) throws {
        let folder = try TemporaryFolder()
        let outcome = MeasuredOutcome(on: CalendarDay("2027-05-20")!, value: -0.25, unit: "m³: a", note: note)
        let bytes = Array("---\ntitle: T\nimpact: { value: 1, unit: \"m³: a\" }\n---\nBody.\n".utf8)
        let edit = try ProposalEdit(measured: outcome, in: bytes)
        let read = try folder.folder.proposal("x", in: edit.after).proposal
        #expect(read.outcome?.value == -0.25 && read.outcome?.unit == "m³: a")
        #expect((read.outcome?.note ?? "") == note)
    }

    @Test(arguments: ["", "title: T\n", "---\ntitle: T\n", "---\n- a\n---\n", "---\ntitle: [\n---\n"])
    func whatIsNoProposalIsLeftAsItIs(text: String) throws {
        let outcome = MeasuredOutcome(on: CalendarDay("2027-05-20")!, value: 1, unit: "USD/year")
        #expect(throws: ProposalEdit.Obstacle.self) { try ProposalEdit(measured: outcome, in: Array(text.utf8)) }
    }
}
