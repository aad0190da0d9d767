import Council
import Minutes
import Testing

/// A whole meeting in each of its formats, read by eye.
@Suite struct GoldenTests {
    @Test func aWholeMeetingReadsAsKept() throws {
        for document in try Minutes.documents(of: try SampleMeeting.held().journal) {
            try Golden.expect(document.text, in: document.name.rawValue)
        }
    }

    /// Base text is hard to read by eye; this is what a reader's screen shows.
    @Test func theMailsReadAsKept() throws {
        let documents = try Minutes.documents(of: try SampleMeeting.held().journal).filter(\.name.isMail)
        for (document, mail) in zip(documents, try ReadMail.all(documents.map(\.text))) {
            try Golden.expect(mail.text, in: "\(document.name.shortName).txt")
        }
    }
}
