import Foundation
import Minutes
import Testing

@testable import mlreview

/// Nothing is written or read through a link.
@Suite struct OutputLinkTests {
    private func replace(_ name: String, of meeting: ClosedMeeting, with text: String) throws -> URL {
        let target = meeting.folder.appending(path: "precious")
        try Data(text.utf8).write(to: target)
        try FileManager.default.removeItem(at: meeting.path(name))
        try FileManager.default.createSymbolicLink(at: meeting.path(name), withDestinationURL: target)
        return target
    }

    @Test func aLinkIsNotTakenIntoTheRecord() throws {
        let meeting = try ClosedMeeting()
        let target = try replace("minutes.md", of: meeting, with: "precious")
        let said = try meeting.type(["publish keep", "publish replace"])
        #expect(said.contains { $0.contains("minutes.md: there is a link where the file should be") })
        #expect(try meeting.outputs().allSatisfy { !$0.text.contains("precious") })
        #expect(try String(contentsOf: target, encoding: .utf8) == "precious")
    }

    @Test func aLinkIsNotSent() throws {
        let meeting = try ClosedMeeting()
        let text = try meeting.text("summary.eml")
        _ = try replace("summary.eml", of: meeting, with: text)
        let error = #expect(throws: Complaint.self) { _ = try meeting.mailing(by: "/bin/true") }
        #expect(error?.description.contains("summary.eml: there is a link where the file should be") == true)
    }

    @Test func theFolderOfAllMinutesIsNoLinkUnlessItIsNamed() throws {
        let meeting = try ClosedMeeting(Array(ClosedMeeting.lines.dropLast()))
        let minutes = meeting.folder.appending(path: "minutes")
        let target = meeting.folder.appending(path: "elsewhere")
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(at: minutes, withDestinationURL: target)
        let said = try meeting.type(["close anyway"])
        #expect(
            said.contains(
                "refused: \(minutes.path): there is a link where the folder should be: name the folder that it leads to "
                    + "with --out"), "\(said)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: target.path) == [])
        let named = meeting.folder.appending(path: "named")
        try FileManager.default.createSymbolicLink(at: named, withDestinationURL: target)
        try PrintMinutes.parse([meeting.day.description, "--dir", meeting.folder.path, "--out", named.path]).run()
        #expect(FileManager.default.fileExists(atPath: target.appending(path: "index.html").path))
    }

    /// The file's other name keeps the old text.
    @Test func aFileOfTwoNamesIsReplacedUnderOurs() throws {
        let meeting = try ClosedMeeting()
        let made = try meeting.text("minutes.md")
        let other = meeting.folder.appending(path: "other")
        try FileManager.default.linkItem(at: meeting.path("minutes.md"), to: other)
        try meeting.type(["reopen because a slip", "go 3", "decide defer because no time", "close anyway"])
        #expect(try meeting.text("minutes.md") != made)
        #expect(try String(contentsOf: other, encoding: .utf8) == made)
    }

    @Test func aTemplateLiesInTheFolder() throws {
        let meeting = try ClosedMeeting()
        let outside = try ClosedMeeting([])
        let templates = meeting.folder.appending(path: "agendas/templates")
        try FileManager.default.createDirectory(at: templates, withIntermediateDirectories: true)
        let template = templates.appending(path: "minutes.md.mustache")
        let target = outside.folder.appending(path: "minutes.md.mustache")
        try Data("Ours".utf8).write(to: target)
        try FileManager.default.createSymbolicLink(at: template, withDestinationURL: target)
        let said = try meeting.type(["publish"])
        #expect(
            said.contains { $0.hasPrefix("refused: \(template.path):1:1: error: this is a link out of the folder") })
        try FileManager.default.removeItem(at: template)
        mkfifo(template.path, 0o600)
        #expect(Templates.faults(in: templates.path).first?.contains("this is not a regular file") == true)
    }

    @Test func aThemeOfTheFolderLiesInItAndOneThatIsNamedAnywhere() throws {
        let (meeting, outside) = (try ClosedMeeting([]), try ClosedMeeting([]))
        let themes = meeting.folder.appending(path: "themes")
        try FileManager.default.createDirectory(at: themes, withIntermediateDirectories: true)
        let target = outside.folder.appending(path: "nord.yaml")
        try FileManager.default.copyItem(at: MeetingFolder.root.appending(path: "themes/nord.yaml"), to: target)
        let link = themes.appending(path: "nord.yaml")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
        let shelf = ThemeShelf(folder: meeting.folder.path, environment: { _ in nil })
        #expect(throws: (any Error).self) { try shelf.theme("nord") }
        #expect(try shelf.theme(target.path).name == "nord")
        #expect(try shelf.theme(link.path).name == "nord")
    }
}
