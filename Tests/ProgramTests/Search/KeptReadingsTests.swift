import Council
import Foundation
import SearchIndex
import Testing

@testable import mlreview

/// What was read is kept for as long as the files are as they were: nobody can tell from an answer.
@Suite struct KeptReadingsTests {
    private func state(of past: SearchedFolder) -> FolderState { FolderState(of: MeetingPlace(folder: past.path)) }

    private func known(in past: SearchedFolder) -> KeptReadings {
        KeptReadings(of: MeetingPlace(folder: past.path), looking: state(of: past))
    }

    /// Reads everything until all of it is kept: not what was written within this tick of the clock.
    private func keep(in past: SearchedFolder) throws {
        let place = MeetingPlace(folder: past.path)
        let deadline = ContinuousClock.now + .seconds(120)
        while true {
            try #require(ContinuousClock.now < deadline)
            let readings = KeptReadings(of: place, looking: state(of: past), patience: 0)
            let survey = place.agendas.survey(tellsFindings: false)
            let meetings = PastMeetings(in: place, roster: survey.roster)
            readings.keep(survey, meetings)
            let known = known(in: past)
            if known.drafts.count == survey.drafts.count, known.meetings == meetings.readings { return }
        }
    }

    /// What commands print of everything that is there, or why they refuse.
    private func told(_ past: SearchedFolder) -> [String] {
        [["pipeline"], ["history", "prep-time"], ["decisions"], ["register"], ["actions"]].map { words in
            let lines = Result {
                try WeekFolder.lines(
                    answering: words, in: MeetingPlace(folder: past.path), today: CalendarDay("2026-12-20")!)
            }
            return switch lines {
            case .success(let lines): lines.joined(separator: "\n")
            case .failure(let error): Complaint(error).description
            }
        }
    }

    /// What the commands tell, and what they tell with nothing kept.
    private func expectSame(_ past: SearchedFolder, _ what: String) throws {
        let told = told(past)
        try FileManager.default.removeItem(atPath: past.index)
        #expect(told == self.told(past), "\(what)")
        try keep(in: past)
    }

    @Test func whatIsKeptIsWhatTheFilesHold() throws {
        let past = try SearchedFolder()
        try past.forgetRecord()
        try keep(in: past)
        let place = MeetingPlace(folder: past.path)
        let survey = place.agendas.survey(tellsFindings: false)
        #expect(known(in: past).drafts.count == survey.drafts.count && survey.drafts.count > 3)
        for draft in survey.drafts { #expect(known(in: past).drafts[draft.proposal.id] == draft) }
        #expect(known(in: past).meetings == PastMeetings(in: place, roster: survey.roster).readings)
        try expectSame(past, "nothing has changed")
    }

    private static let file = "agendas/proposals/prep-time.md"

    /// What people do to files, one after another.
    private static let changes: [(String, @Sendable (SearchedFolder) throws -> Void)] = [
        ("a changed title", { try $0.write("---\ntitle: Mended\npod: Dispatch\n---\n", to: file) }),
        (
            "a file that looks as before",
            { try $0.writeUnnoticed("---\ntitle: Mender\npod: Dispatch\n---\n", to: file) }
        ),
        ("a new file that revises it", { try $0.write("---\ntitle: New\nrevises: prep-time\n---\n", to: new) }),
        ("a ring through a file that is not read", { try $0.write("---\ntitle: Ring\nrevises: new\n---\n", to: file) }),
        ("no ring any more", { try $0.write("---\ntitle: Mended\n---\n", to: file) }),
        ("a faulty file that is revised", { try $0.write("---\ntitle: [\n---\n", to: file) }),
        ("no file that is revised", { try FileManager.default.removeItem(atPath: $0.path + "/" + file) }),
        ("the file again", { try $0.write("---\ntitle: Mended\n---\n", to: file) }),
        ("minutes that are gone", { try FileManager.default.removeItem(atPath: $0.path + "/minutes/2026-12-02") }),
        ("minutes that can't be read", { try $0.write("{", to: "minutes/2026-12-09/record.json") }),
    ]
    private static let new = "agendas/proposals/new.md"

    @Test func aChangeIsSeenAsIfNothingWereKept() throws {
        let past = try SearchedFolder()
        try past.forgetRecord()
        for id in try FileManager.default.contentsOfDirectory(atPath: past.path + "/agendas") where id.hasPrefix("20") {
            try FileManager.default.removeItem(atPath: past.path + "/agendas/" + id)
        }
        var seen: Set<[String]> = [told(past)]
        try keep(in: past)
        for (what, change) in Self.changes {
            try change(past)
            seen.insert(told(past))
            let told = told(past)
            try FileManager.default.removeItem(atPath: past.index)
            #expect(told == self.told(past), "\(what)")
            try keep(in: past)
        }
        // The files that are the same twice are told the same.
        #expect(seen.count >= Self.changes.count - 2)
    }

    /// A byte that a failing disk has changed, within what was read.
    @Test func whatIsDamagedIsReadAgain() throws {
        let past = try SearchedFolder()
        try past.forgetRecord()
        try past.write("---\ntitle: Wombats in winter\npod: Dispatch\n---\n", to: Self.file)
        try keep(in: past)
        let before = told(past)
        #expect(before[0].contains("prep-time"))
        // Until all of it stands in the one file.
        let deadline = ContinuousClock.now + .seconds(120)
        while past.folder.has(".mlreview/search.sqlite-wal") {
            try #require(ContinuousClock.now < deadline)
            _ = known(in: past)
        }
        var bytes = try Data(contentsOf: URL(filePath: past.index))
        let range = try #require(bytes.range(of: Data("Wombats in winter".utf8)))
        bytes[range.lowerBound] = UInt8(ascii: "C")
        try bytes.write(to: URL(filePath: past.index))
        #expect(known(in: past).drafts["prep-time"] == nil)
        #expect(known(in: past).drafts.count > 1)
        #expect(told(past) == before)
    }

    @Test func nothingIsKeptOfALink() throws {
        let past = try SearchedFolder()
        try past.forgetRecord()
        try keep(in: past)
        let inside = past.path + "/agendas/proposals"
        try FileManager.default.moveItem(atPath: inside, toPath: past.path + "/elsewhere")
        try FileManager.default.createSymbolicLink(atPath: inside, withDestinationPath: past.path + "/elsewhere")
        #expect(known(in: past).drafts.isEmpty && known(in: past).meetings.isEmpty)
    }
}
