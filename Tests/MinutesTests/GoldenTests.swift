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
        let compared =
            Self.lane.map(\.file) + names.map(\.rawValue) + names.filter(\.isMail).map { "\($0.shortName).txt" }
        let others = StandingPagesTests.goldens + DecisionPagesTests.goldens + RegisterMailTests.goldens
        #expect(try Golden.names() == (compared + others).sorted())
    }

    /// A meeting that decided two items together: what its minutes, its summary and a notice say of that.
    private static let lane: [(file: String, document: String)] = [
        ("consent-lane/minutes.md", "minutes.md"), ("consent-lane/record.json", "record.json"),
    ]

    @Test func aMeetingWithAConsentLaneReadsAsKept() throws {
        let documents = try Minutes.documents(of: try SampleMeeting.lane().journal)
        for (file, name) in Self.lane {
            let document = try #require(documents.first { $0.name.rawValue == name })
            try Golden.expect(document.text, in: file)
        }
        let mails = documents.filter { $0.name.isMail && !$0.name.isOwners }
        let read = zip(mails, try ReadMail.all(mails.map(\.text)))
        let line = "consent lane: carried 4–0, 1 abstention, 6 of 9 present (vote 1)"
        let short = "Consent lane: 4–0, 1 abstention; approved in writing by "
        for (document, mail) in read where !document.name.rawValue.contains("fraud-ring") {
            let expected = document.name == Minutes.DocumentName(.mail) ? short : line
            #expect(mail.text.replacing("\n", with: " ").contains(expected), "\(document.name.rawValue)")
        }
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
