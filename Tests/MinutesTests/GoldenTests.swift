import Council
import Minutes
import TestMeetings
import Testing

/// A whole meeting in each of its formats, read by eye.
@Suite struct GoldenTests {
    @Test func aWholeMeetingReadsAsKept() throws {
        for document in try Self.documents() {
            try Golden.expect(document.text, in: document.name.rawValue)
        }
    }

    /// A document that is no longer made leaves no file behind that nothing is compared with.
    @Test func eachKeptFileIsComparedWithSomething() throws {
        let names = try Self.documents().map(\.name)
        let compared = names.map(\.rawValue) + names.filter(\.isMail).map { "\($0.shortName).txt" }
        let others = StandingPagesTests.goldens + RegisterMailTests.goldens
        #expect(try Golden.names() == (compared + others).sorted())
    }

    /// With a head of the record, as in a meeting that was recorded.
    private static func documents() throws -> [Minutes.Document] {
        let journal = try SampleMeeting.held().journal
        let digest = "3f9a77c210be42d1" + String(repeating: "5e", count: 24)
        return try Minutes.documents(of: journal, heads: [journal.nextNumber - 1: digest])
    }

    /// Encoded text is hard to read by eye. This is the text on a reader's screen.
    @Test func theMailsReadAsKept() throws {
        let documents = try Self.documents().filter(\.name.isMail)
        for (document, mail) in zip(documents, try ReadMail.all(documents.map(\.text))) {
            try Golden.expect(mail.text, in: "\(document.name.shortName).txt")
        }
    }
}
