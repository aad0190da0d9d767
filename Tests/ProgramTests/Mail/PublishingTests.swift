import ArgumentParser
import Foundation
import Minutes
import Testing

@testable import mlreview

/// Minutes lie in the folder that was named, and two pages lead to those of all meetings.
@Suite struct PublishingTests {
    @Test func allMeetingsAreOnBothPagesWithTheirDecisions() throws {
        let meeting = try ClosedMeeting()
        let minutes = meeting.folder.appending(path: "minutes")
        let text = try String(contentsOf: minutes.appending(path: "README.md"), encoding: .utf8)
        #expect(text.hasPrefix("# ML Council: minutes\n\n"))
        #expect(text.contains("## [Wed 25 Nov 2026](2026-11-25/minutes.html) ([text](2026-11-25/minutes.md))"))
        #expect(text.contains("- 1. Dispatch by predicted prep time: **approved**, Lena Ortiz"))
        #expect(text.contains("- 3. Chair rotation: *no decision*"))
        let page = try String(contentsOf: minutes.appending(path: "index.html"), encoding: .utf8)
        #expect(page.contains("<a href=\"2026-11-25/minutes.html#item-prep-time\">"))
        #expect(try meeting.text("minutes.html").contains("<section id=\"item-prep-time\""))
        #expect(try meeting.text("minutes.md").contains("<a id=\"item-prep-time\"></a>"))
    }

    @Test func whatPeopleWriteAroundTheListStaysAndWithinItIsNotLost() throws {
        let meeting = try ClosedMeeting()
        let readme = meeting.folder.appending(path: "minutes/README.md")
        let text = try String(contentsOf: readme, encoding: .utf8)
        try Data(("Mind the gap.\n" + text.replacing("minutes\n", with: "what we decided\n")).utf8).write(to: readme)
        try meeting.type(["reopen because a slip", "go 3", "decide defer because no time", "close anyway"])
        let updated = try String(contentsOf: readme, encoding: .utf8)
        #expect(updated.hasPrefix("Mind the gap.\n# ML Council: what we decided\n"))
        #expect(updated.contains("- 3. Chair rotation: **deferred**"))
        try Data(updated.replacing("**deferred**", with: "**mine**").utf8).write(to: readme)
        let said = try meeting.type(["publish"])
        #expect(said.contains { $0.contains("README.md was edited within the list of meetings and is left as it is") })
        #expect(try String(contentsOf: readme, encoding: .utf8).contains("**mine**"))
    }

    @Test func meetingsOfOtherMachinesAreOnThePagesAndABrokenRecordIsAGap() throws {
        let meeting = try ClosedMeeting()
        let minutes = meeting.folder.appending(path: "minutes")
        let other = minutes.appending(path: "2026-11-18")
        try FileManager.default.copyItem(at: minutes.appending(path: "2026-11-25"), to: other)
        let broken = minutes.appending(path: "2026-11-11")
        try FileManager.default.createDirectory(at: broken, withIntermediateDirectories: true)
        try Data("{".utf8).write(to: broken.appending(path: "record.json"))
        try FileManager.default.createDirectory(
            at: minutes.appending(path: "2026-11-04"), withIntermediateDirectories: true)
        try meeting.type(["publish"])
        let text = try String(contentsOf: minutes.appending(path: "README.md"), encoding: .utf8)
        let heads = text.split(separator: "\n").filter { $0.hasPrefix("## ") }
        #expect(heads.count == 3)
        #expect(heads.last == "## Wed 11 Nov 2026")
        #expect(text.contains("*record.json can't be read*"))
        // The record is also read if its JSON is laid out differently.
        let record = try meeting.text("record.json")
        let plain = try JSONSerialization.data(withJSONObject: JSONSerialization.jsonObject(with: Data(record.utf8)))
        try plain.write(to: other.appending(path: "record.json"))
        try meeting.type(["publish"])
        #expect(try String(contentsOf: minutes.appending(path: "README.md"), encoding: .utf8) == text)
    }

    @Test func aHostileRecordHarmsNoPage() throws {
        let meeting = try ClosedMeeting()
        let attack = "x\"><script>alert(1)</script> [a](javascript:b) <!-- End of the meetings. -->\n# h"
        let record = try JSONSerialization.data(withJSONObject: [
            "council": attack, "outcome": attack, "revision": 1,
            "register": [
                [
                    "number": 1, "anchor": attack, "title": attack, "decision": attack, "verdict": attack,
                    "owner": attack,
                ]
            ],
        ])
        try record.write(to: meeting.path("record.json"))
        let minutes = meeting.folder.appending(path: "minutes")
        for name in ["README.md", "index.html"] {
            try FileManager.default.removeItem(at: minutes.appending(path: name))
        }
        #expect(MinutesIndex(folder: minutes.path).update() == [])
        let page = try String(contentsOf: minutes.appending(path: "index.html"), encoding: .utf8)
        #expect(!page.contains("<script>") && !page.contains("x\">"))
        let text = try String(contentsOf: minutes.appending(path: "README.md"), encoding: .utf8)
        #expect(!text.contains("[a](javascript") && !text.contains("\n# h"))
        // The marks of the list are found again.
        #expect(MinutesIndex(folder: minutes.path).update() == [])
    }

    @Test func theFolderIsTheOneThatWasNamed() throws {
        let meeting = try ClosedMeeting()
        let out = meeting.folder.appending(path: "public")
        try PrintMinutes.parse([meeting.day.description, "--dir", meeting.folder.path, "--out", out.path]).run()
        for name in ["index.html", "README.md", "2026-11-25/minutes.html", "2026-11-25/notices/prep-time.eml"] {
            #expect(FileManager.default.fileExists(atPath: out.appending(path: name).path), "\(name)")
        }
        let elsewhere = try Console.parse(["2026-11-25", "--dir", meeting.folder.path, "--out", out.path])
        #expect(elsewhere.output.out == out.path)
    }

    @Test func aTemplateOfTheCouncilsOwnIsUsedAndABrokenOneNamed() throws {
        let meeting = try ClosedMeeting()
        let templates = meeting.folder.appending(path: "agendas/templates")
        try FileManager.default.createDirectory(at: templates, withIntermediateDirectories: true)
        let file = templates.appending(path: "minutes.md.mustache")
        try Data("Ours: {{outcome}}\n".utf8).write(to: file)
        try meeting.type(["publish"])
        #expect(try meeting.text("minutes.md") == "Ours: 1 approved, 1 deferred, 1 without decision\n")
        try Data("one\n{{#items}}".utf8).write(to: file)
        let before = try meeting.text("minutes.md")
        let said = try meeting.type(["publish"])
        #expect(said.contains { $0.hasPrefix("refused: \(file.path):2:") })
        #expect(try meeting.text("minutes.md") == before)
        try Data("x".utf8).write(to: templates.appending(path: "minute.md.mustache"))
        let faults = Templates.faults(in: templates.path)
        #expect(faults.count == 2)
        #expect(faults.contains { $0.hasPrefix("\(file.path):2:") })
        #expect(faults.contains { $0.hasSuffix("nothing reads it: did you mean `minutes.md.mustache`?") })
        #expect(throws: ExitCode.self) { try Check.parse(["--dir", meeting.folder.path]).run() }
    }
}
