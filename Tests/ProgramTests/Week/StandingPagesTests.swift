import ArgumentParser
import Council
import Foundation
import Minutes
import Testing

@testable import mlreview

/// Pipeline, register and decisions are beside the minutes once a meeting is closed.
@Suite struct StandingPagesTests {
    static let platform = "- { name: feature-store, kind: platform, state: live, owner: Wen Li }\n"

    /// A file of a proposal that uses and offers something.
    static func proposal(_ title: String, _ keys: String) -> String {
        "---\ntitle: \(title)\n\(keys)\n---\n## Business problem\n1\n## Solution\nx\n"
    }

    private func pages(_ folder: URL) -> [String: Data] {
        let minutes = folder.appending(path: "minutes")
        let records =
            (try? FileManager.default.contentsOfDirectory(atPath: minutes.appending(path: "decisions").path)) ?? []
        return Dictionary(
            uniqueKeysWithValues: (StandingPages.names + records.map { "decisions/\($0)" }).map { name in
                (name, (try? Data(contentsOf: minutes.appending(path: name))) ?? Data())
            })
    }

    private func write(_ text: String, to name: String, in folder: URL) throws {
        let file = folder.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func pagesCommand(_ words: [String], _ folder: URL) throws {
        try PagesCommand.parse(words + ["--dir", folder.path]).run()
    }

    @Test func closingWritesThemAndTheIndexLeadsThere() throws {
        let meeting = try ClosedMeeting(with: ["platform.yaml": Self.platform])
        let texts = pages(meeting.folder).mapValues { String(decoding: $0, as: UTF8.self) }
        #expect(texts["pipeline.html"]?.contains("1 open on Wed 25 Nov 2026") == false)
        #expect(texts["pipeline.html"]?.contains(" open on Wed 25 Nov 2026") == true)
        #expect(
            texts["pipeline.html"]?.contains("<a href=\"2026-11-25/minutes.html#item-prep-time\">") == true)
        #expect(texts["register.html"]?.contains("<bdi>feature-store</bdi>") == true)
        #expect(texts["pipeline.json"]?.contains("\"day\" : \"2026-11-25\"") == true)
        #expect(texts["decisions/prep-time.md"]?.contains("**approved**") == true)
        #expect(texts["decisions.json"]?.contains("\"reason\": \"it pays for itself\"") == true)
        #expect(texts["decisions.atom"]?.contains("2026-11-25:prep-time</id>") == true)
        for (name, link) in [("index.html", "<a href=\"register.html\">"), ("README.md", "[Register](register.html)")] {
            let text = try String(contentsOf: meeting.folder.appending(path: "minutes/\(name)"), encoding: .utf8)
            #expect(text.contains(link), "\(name)")
        }
    }

    /// A folder that was only copied, without the record, gives the same bytes.
    @Test func aCopyWithoutTheRecordGivesTheSame() throws {
        let meeting = try ClosedMeeting(with: ["platform.yaml": Self.platform])
        let written = pages(meeting.folder)
        #expect(written.values.allSatisfy { !$0.isEmpty })
        let copy = FileManager.default.temporaryDirectory.appending(path: "copy-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: copy) }
        try FileManager.default.copyItem(at: meeting.folder, to: copy)
        try FileManager.default.removeItem(at: copy.appending(path: ".mlreview"))
        for name in StandingPages.names + ["decisions"] {
            try FileManager.default.removeItem(at: copy.appending(path: "minutes/\(name)"))
        }
        try pagesCommand(["2026-11-25"], copy)
        #expect(pages(copy) == written)
        #expect(!FileManager.default.fileExists(atPath: copy.appending(path: ".mlreview").path))
        // Another day is another page.
        try pagesCommand(["2026-11-27"], copy)
        #expect(pages(copy) != written)
        // Publishing writes them as of the meeting again, and so does `minutes --out` elsewhere.
        try pagesCommand(["2026-11-27"], meeting.folder)
        try meeting.type(["publish"])
        #expect(pages(meeting.folder) == written)
    }

    /// An older meeting that is published once more does not turn the pages back.
    @Test func theyAreOfTheLastMeeting() throws {
        let meeting = try ClosedMeeting()
        let record = try meeting.text("record.json").replacing("2026-11-25", with: "2026-12-02")
        try write(record, to: "minutes/2026-12-02/record.json", in: meeting.folder)
        try meeting.type(["publish"])
        #expect(
            String(decoding: pages(meeting.folder)["pipeline.html"] ?? Data(), as: UTF8.self).contains(
                " open on Wed 2 Dec 2026"))
        // Nothing of the later meeting was known at the earlier one.
        try pagesCommand(["2026-11-25"], meeting.folder)
        #expect(
            !String(decoding: pages(meeting.folder)["pipeline.json"] ?? Data(), as: UTF8.self).contains("2026-12-02"))
    }

    @Test func brokenHistoryKeepsNoMeetingFromBeingClosed() throws {
        let meeting = try ClosedMeeting()
        let written = pages(meeting.folder)
        let whole = try meeting.text("record.json").replacing("2026-11-25", with: "2026-11-18")
        try write(String(whole.prefix(2000)), to: "minutes/2026-11-18/record.json", in: meeting.folder)
        try FileManager.default.removeItem(at: meeting.path("minutes.md"))
        let said = try meeting.type(["reopen because a slip", "go 3", "decide defer because no time", "close anyway"])
        #expect(said.contains("the meeting is closed"))
        #expect(said.contains { $0.hasSuffix("2026-11-25/minutes.md") && $0.hasPrefix("written: ") })
        #expect(try meeting.text("minutes.md").contains("a slip"))
        let complaint = try #require(said.first { $0.hasPrefix("refused: ") })
        let folder = meeting.folder.appending(path: "minutes").path
        #expect(
            complaint.hasPrefix(
                "refused: \(folder)/pipeline.html, \(folder)/pipeline.json, \(folder)/register.html, "
                    + "\(folder)/register.json, \(folder)/decisions.json and \(folder)/decisions.atom are left as they were, since something they are made of can't be read; "
                    + "`publish` makes them once it is fixed: \(folder)/2026-11-18/record.json:"), "\(complaint)")
        #expect(pages(meeting.folder) == written)
        #expect(throws: ExitCode.self) { try pagesCommand([], meeting.folder) }
        #expect(pages(meeting.folder) == written)
        try write(whole, to: "minutes/2026-11-18/record.json", in: meeting.folder)
        #expect(try meeting.type(["publish"]).allSatisfy { !$0.hasPrefix("refused: ") })
        #expect(pages(meeting.folder) != written)
    }

    @Test func aBrokenFileOfTheFolderIsNamed() throws {
        let meeting = try ClosedMeeting(with: ["platform.yaml": "- { name: x, kind: data, state: lve }"])
        let complaint = try #require(meeting.said.first { $0.hasPrefix("refused: ") })
        #expect(complaint.contains("agendas/platform.yaml:1:33: error: `state` must be "), "\(complaint)")
        #expect(try meeting.text("minutes.md").contains("Chair rotation"))
        #expect(pages(meeting.folder).filter { !$0.value.isEmpty }.isEmpty)
        let index = try String(contentsOf: meeting.folder.appending(path: "minutes/index.html"), encoding: .utf8)
        #expect(!index.contains("pipeline.html"))
    }

    @Test func templatesOfTheCouncilsOwnAreUsed() throws {
        let meeting = try ClosedMeeting()
        try write("<h1>{{openCount}} for us</h1>", to: "agendas/templates/pipeline.html.mustache", in: meeting.folder)
        try pagesCommand(["2026-11-25"], meeting.folder)
        let page = String(decoding: pages(meeting.folder)["pipeline.html"] ?? Data(), as: UTF8.self)
        #expect(page.contains(" for us</h1>\n</body>") && page.contains("written over at each closing"))
    }
}
