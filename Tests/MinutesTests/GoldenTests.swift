import Council
import Minutes
import Testing

/// A whole meeting in each of its formats, read by eye.
@Suite struct GoldenTests {
    @Test(arguments: Minutes.Format.allCases)
    func aWholeMeetingReadsAsKept(format: Minutes.Format) throws {
        let journal = try SampleMeeting.held().journal
        try Golden.expect(try Minutes.render(journal: journal, format: format), in: format.fileName)
    }
}
