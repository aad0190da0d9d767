import Council
import Testing

@testable import mlreview

/// Which meetings of the record are read beside the minutes.
@Suite struct RecordedTests {
    private static let opening = "roll priya present\nroll tomas present\nroll wen present\nroll bo present\nopen"

    private func journals(after script: String) throws -> Int {
        let folder = try MeetingFolder()
        let reader = try Reader(folder)
        reader.run(script)
        #expect(!reader.wasRefused, "\(reader.lines)")
        return Recorded(in: MeetingPlace(folder: folder.path)).journals.count
    }

    /// It was not held yet, and may have thousands of acts.
    @Test func aMeetingThatWasNeverClosedIsNotRead() throws {
        #expect(try journals(after: Self.opening) == 0)
    }

    @Test func aReopenedMeetingIsRead() throws {
        #expect(try journals(after: Self.opening + "\nclose anyway\nreopen because A vote is wrong.") == 1)
    }
}
