import Foundation
import Testing

@testable import mlreview

/// Minutes are where `council.yaml` says.
@Suite struct MinutesFolderTests {
    /// A folder whose council keeps its minutes elsewhere.
    private func folder(_ line: String = "minutes_folder: agendas/minutes/   # beside the agendas") throws
        -> MeetingFolder
    {
        let folder = try MeetingFolder()
        try write(try folder.text("agendas/council.yaml") + "\n\(line)\n", in: folder)
        return folder
    }

    private func write(_ council: String, in folder: MeetingFolder) throws {
        try council.write(toFile: folder.path + "/agendas/council.yaml", atomically: true, encoding: .utf8)
    }

    private func hold(_ folder: MeetingFolder) throws -> [String] {
        let reader = try Reader(folder)
        return reader.run("roll priya present\nopen\ngo 1\ndecide defer because No time.\nclose anyway")
    }

    @Test func everythingGoesByIt() throws {
        let folder = try folder()
        let path = "\(folder.path)/agendas/minutes/2026-11-25/minutes.md"
        #expect(try hold(folder).contains("written: \(path)"))
        #expect(!folder.has("minutes"))
        #expect(folder.has("agendas/minutes/index.html"))
        try "mine".write(toFile: path, atomically: true, encoding: .utf8)
        let lines = try Verify.parse(["--dir", folder.path]).report().lines
        #expect(lines.contains { $0.contains("minutes.md is not what was written") }, "\(lines)")
        try FileManager.default.removeItem(atPath: folder.path + "/.mlreview")
        let week = try WeekFolder(folder.path)
        #expect(week.library.history.map(\.date.description) == ["2026-11-25"])
    }

    @Test func aNamedFolderWins() throws {
        let folder = try folder()
        _ = try hold(folder)
        let out = folder.path + "/printed"
        try PrintMinutes.parse(["2026-11-25", "--dir", folder.path, "--out", out]).run()
        #expect(folder.has("printed/2026-11-25/minutes.md"))
    }

    /// A meeting that was held can be printed while somebody mends the council's file.
    @Test(arguments: ["voting: { quorum: 3 }", "mail: { from: nobody", "members: [\t", "\u{1}"])
    func otherFaultsOfTheCouncilAreNoHindrance(fault: String) throws {
        let folder = try folder()
        try write(try folder.text("agendas/council.yaml") + fault + "\n", in: folder)
        #expect(MeetingPlace(folder: folder.path).minutes == folder.path + "/agendas/minutes")
    }

    @Test(arguments: ["minutes_folder: ../minutes", "minutes_folder: /tmp", "minutes_folder: [", "minutes_folder:", ""])
    func aFolderThatCanNotBeIsNotGoneBy(line: String) throws {
        let folder = try folder(line)
        #expect(MeetingPlace(folder: folder.path).minutes == folder.path + "/minutes")
    }
}
