import Testing

@testable import mlreview

/// The starts that do without the parser of all commands mean the same with it.
@Suite struct MeetingStartTests {
    @Test(arguments: [
        "", "--dir .", "--dir elsewhere", "2026-11-25", "--dir elsewhere 2026-11-25", "2026-11-25 --dir a",
    ])
    func plainWordsMeanWhatTheParserReads(line: String) throws {
        let words = line.split(separator: " ").map(String.init)
        let start = try #require(MeetingStart(plain: words))
        let run = try Run.parse(words)
        #expect(start.place.folder == run.folder.folder)
        #expect(start.place.minutes == MeetingPlace(folder: run.folder.folder, agenda: run.agenda).minutes)
        #expect((start.theme, start.isRehearsal, start.isPresenter) == (nil, false, false))
        #expect(run.output.out == nil && !run.rehearse && !run.presenter)
    }

    @Test(arguments: [
        "--help", "--dir", "--dir --help", "--dir=elsewhere", "--rehearse", "check", "2026-11-25 2026-11-26", "25 Nov",
        "agendas/2026-11-25.yaml", "--dir a --dir b", "--", "-h",
    ])
    func otherWordsAreForTheParser(line: String) {
        #expect(MeetingStart(plain: line.split(separator: " ").map(String.init)) == nil)
    }
}
