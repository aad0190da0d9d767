import ArgumentParser
import Foundation
import Minutes
import Testing

@testable import mlreview

/// Infrastructure gets a mail if a meeting changed the lists of the register.
@Suite(.serialized) struct RegisterMailTests {
    private static let council =
        (ClosedMeeting.files["council.yaml"] ?? "") + "\ninterested_infra: [ML Infra <infra@example.com>]\n"

    private static func prepTime(_ keys: String) -> String {
        (ClosedMeeting.files["proposals/prep-time.md"] ?? "").replacing("sponsor:", with: "\(keys)\nsponsor:")
    }

    private func closed(_ keys: String = "reuse: [prep-time-features]") throws -> ClosedMeeting {
        try ClosedMeeting(with: ["council.yaml": Self.council, "proposals/prep-time.md": Self.prepTime(keys)])
    }

    @Test func itIsWrittenAndSentOnceWithTheOthers() throws {
        let meeting = try closed()
        #expect(meeting.said.last { $0.hasPrefix("written: ") }?.hasSuffix("2026-11-25/register.eml") == true)
        #expect(try meeting.outputs().map(\.name).contains("register.eml"))
        let server = try MailServer()
        let mailing = try meeting.mailing(by: server.sendmail)
        #expect(
            mailing.parcels.map(\.name.shortName) == [
                "summary", "prep-time", "vector-store", "owners/lena", "register",
            ])
        for parcel in mailing.parcels { #expect(try mailing.send(parcel).isComplete) }
        #expect(try meeting.mailing(by: server.sendmail).parcels.filter(\.isWaiting).isEmpty)
        let mail = try #require(try server.stop().last)
        #expect(mail.recipients == ["infra@example.com"] && mail.sender == "ml-council@example.com")
        #expect(mail.header("Subject") == "[ML Review] 25 Nov 2026, register: 1 new")
        #expect(mail.text.contains("- Offered and used by nobody: prep-time-features"))
        try Verify.parse(["--dir", meeting.folder.path]).run()
        let text = try meeting.text("register.eml")
        try Data(text.replacing("Record: entry", with: "Record: entries").utf8).write(to: meeting.path("register.eml"))
        #expect(throws: ExitCode.self) { try Verify.parse(["--dir", meeting.folder.path]).run() }
    }

    @Test func itCanBeSentAlone() throws {
        let meeting = try closed()
        let sendmail = meeting.folder.appending(path: "sendmail")
        try Data("#!/bin/sh\necho \"$@\" >> \(meeting.folder.path)/sent\ncat > /dev/null\n".utf8).write(to: sendmail)
        #expect(chmod(sendmail.path, 0o755) == 0)
        let words = ["2026-11-25", "--dir", meeting.folder.path, "--sendmail", sendmail.path, "--yes"]
        try Send.parse(words + ["--only", "register"]).run()
        let sent = meeting.folder.appending(path: "sent")
        #expect(
            try String(contentsOf: sent, encoding: .utf8)
                == "-i -f ml-council@example.com -- infra@example.com\n")
        try Send.parse(words).run()
        #expect(try String(contentsOf: sent, encoding: .utf8).split(separator: "\n").count == 5)
    }

    @Test func ifNothingChangedThereIsNone() throws {
        let meeting = try closed("data: [orders]")
        #expect(!FileManager.default.fileExists(atPath: meeting.path("register.eml").path))
        #expect(try meeting.mailing(by: "/bin/true").parcels.map(\.name.shortName).contains("register") == false)
    }

    /// A correction of something else changes nothing in it. What the correction takes back is told.
    @Test func aCorrectionIsSentOnlyIfItChangesTheLists() throws {
        let meeting = try closed()
        let first = try meeting.text("register.eml")
        try meeting.type(["reopen because a slip", "go 3", "decide defer because no time", "close anyway"])
        #expect(try meeting.text("register.eml") == first)
        #expect(try meeting.outputs().filter { $0.name == "register.eml" }.map(\.revision) == [1])
        try meeting.type(["reopen because a slip", "go 1", "decide withdraw because no", "close anyway"])
        #expect(try meeting.text("register.eml").contains("<2026-11-25.3.register.ml-review@example.com>"))
        #expect(try meeting.text("register.eml").contains("register (revision 3): as it was before"))
        let mailing = try meeting.mailing(by: "/bin/true")
        #expect(mailing.parcels.last?.mail.messageID == "<2026-11-25.3.register.ml-review@example.com>")
    }

    @Test func itIsPreviewedAndAnEditOfTheFileIsKept() throws {
        let meeting = try closed()
        #expect(try meeting.type(["preview register"]).contains("To: ML Infra <infra@example.com>"))
        let text = try meeting.text("register.eml")
        try Data(text.replacing("prep-time-features", with: "prep-time-parts").utf8).write(
            to: meeting.path("register.eml"))
        #expect(try meeting.type(["publish"]).contains { $0.contains("register.eml was edited by hand") })
        let kept = try meeting.type(["publish keep"])
        #expect(!kept.contains { $0.hasPrefix("refused") })
        #expect(try meeting.text("register.eml").contains("prep-time-parts"))
        #expect(try meeting.mailing(by: "/bin/true").parcels.last?.mail.text.contains("prep-time-parts") == true)
        // It says the same after a correction of something else, so the edit stays.
        let corrected = try meeting.type([
            "reopen because a slip", "go 3", "decide defer because no time", "close anyway",
        ])
        #expect(!corrected.contains { $0.contains("register.eml of revision 1 was edited by hand") })
        #expect(try meeting.text("register.eml").contains("prep-time-parts"))
    }

    @Test func withBrokenHistoryItIsNamedAsMissing() throws {
        let meeting = try ClosedMeeting([], with: ["council.yaml": Self.council])
        let older = meeting.folder.appending(path: "minutes/2026-11-18")
        try FileManager.default.createDirectory(at: older, withIntermediateDirectories: true)
        try Data("{".utf8).write(to: older.appending(path: "record.json"))
        let said = try meeting.type(ClosedMeeting.lines)
        #expect(said.contains { $0.contains("are left as they were, and no register.eml was made, since ") })
        #expect(try meeting.text("summary.eml").contains("Subject: "))
    }
}
