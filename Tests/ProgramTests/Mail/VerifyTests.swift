import ArgumentParser
import Council
import Foundation
import Testing

@testable import Ledger
@testable import SQLiteLedger
@testable import mlreview

/// `mlreview verify` checks the chain of the record, and compares it with minutes and mails.
@Suite struct VerifyTests {
    private func verify(_ meeting: ClosedMeeting, _ words: String...) throws -> (lines: [String], isSound: Bool) {
        try Verify.parse(words + ["--dir", meeting.folder.path]).report()
    }

    private func forge(_ meeting: ClosedMeeting, _ sql: String) throws {
        try meeting.record().store.write { db in
            for name in ["entries_follow", "entries_are_not_changed", "entries_are_not_deleted"] {
                try db.execute(sql: "DROP TRIGGER IF EXISTS \(name)")
            }
            try db.execute(sql: sql)
        }
    }

    @Test func minutesAndMailsAgreeWithTheRecord() throws {
        let meeting = try ClosedMeeting()
        let head = try #require(try meeting.record().chain(of: meeting.day).head)
        let line = "Record: entry \(head.entry), \(head.digest.short)"
        for name in ["minutes.md", "minutes.html", "summary.eml", "notices/prep-time.eml"] {
            #expect(try meeting.text(name).contains(line), "\(name)")
        }
        #expect(try meeting.text("record.json").contains("\"digest\": \"\(head.digest.hex)\""))
        let (lines, isSound) = try verify(meeting)
        #expect(
            lines == [
                "2026-11-25: \(head.entry) entries, chained since the first; head \(head.digest.short); minutes agree"
            ])
        #expect(isSound)
        // Written again, they agree with the record.
        let minutes = try meeting.text("minutes.md")
        try meeting.type(["publish"])
        #expect(try meeting.text("minutes.md") == minutes)
    }

    @Test func aFileThatWasChangedOnTheDiskIsNamed() throws {
        let meeting = try ClosedMeeting()
        let minutes = try meeting.text("minutes.md")
        try minutes.replacing("approved", with: "rejected").write(
            toFile: meeting.folder.path + "/minutes/2026-11-25/minutes.md", atomically: true, encoding: .utf8)
        let (lines, isSound) = try verify(meeting)
        #expect(!isSound)
        #expect(
            lines.last == "2026-11-25: minutes.md is not what was written: it was changed on the disk since; "
                + "`publish` shows what differs")
    }

    @Test func noMailIsSentOfABrokenChain() throws {
        let meeting = try ClosedMeeting()
        try forge(meeting, "UPDATE entries SET text = 'other words' WHERE number = 12")
        let send = try Send.parse(["2026-11-25", "--yes", "--sendmail", "/bin/true", "--dir", meeting.folder.path])
        #expect(throws: ExitCode.failure) { try send.run() }
        #expect(try meeting.record().deliveries(of: meeting.day).isEmpty)
    }

    @Test func anUnchangedNoticeKeepsTheHeadOfItsRevision() throws {
        let meeting = try ClosedMeeting()
        let notice = try meeting.text("notices/prep-time.eml")
        let minutes = try meeting.text("minutes.md")
        try meeting.type(["reopen because a slip", "go 3", "decide defer because no time", "close anyway"])
        #expect(try meeting.text("notices/prep-time.eml") == notice)
        #expect(try meeting.text("minutes.md") != minutes)
        #expect(try verify(meeting).isSound)
    }

    @Test func aNoThatWasMadeAYesIsNamedAndNothingIsPrintedOfIt() throws {
        let meeting = try ClosedMeeting()
        try forge(meeting, "UPDATE entries SET word = 'no' WHERE kind = 'balloted' AND who = 'wen'")
        let (lines, isSound) = try verify(meeting, "2026-11-25")
        #expect(!isSound)
        #expect(lines.first?.contains("the ballot of wen, not signed) of \(meeting.folder.path)/.mlreview/") == true)
        #expect(lines.first?.contains("is not as it was recorded") == true)
        let before = try meeting.text("minutes.md")
        #expect(try meeting.begin().contains { $0.contains("is not as it was recorded") })
        let said = try meeting.type(["reopen because a slip", "go 3", "decide defer because no time", "close anyway"])
        #expect(said.contains { $0.contains("`mlreview verify 2026-11-25` says more") }, "\(said)")
        #expect(try meeting.text("minutes.md") == before)
        let out = meeting.folder.appending(path: "out").path
        #expect(throws: ExitCode.self) {
            try PrintMinutes.parse(["2026-11-25", "--dir", meeting.folder.path, "--out", out]).run()
        }
        #expect(!FileManager.default.fileExists(atPath: out))
    }

    @Test func aRecordWithoutItsEndIsFoundByWhatWasPrinted() throws {
        let meeting = try ClosedMeeting()
        let count = try meeting.record().entries(of: meeting.day).count
        try forge(meeting, "DELETE FROM entries WHERE number = \(count)")
        let (lines, isSound) = try verify(meeting)
        #expect(!isSound)
        #expect(
            lines.contains {
                $0.hasPrefix(
                    "2026-11-25: minutes.md was made of entry \(count), and the record ends with \(count - 1): its end")
            }, "\(lines)")
    }

    @Test func aRecordThatWasMadeAnewIsFoundByWhatWasPrinted() throws {
        let meeting = try ClosedMeeting()
        let entries = try meeting.record().entries(of: meeting.day)
        try FileManager.default.removeItem(atPath: meeting.folder.path + "/.mlreview")
        try meeting.record().append(entries, to: meeting.day)
        let (lines, isSound) = try verify(meeting)
        #expect(!isSound)
        for name in ["minutes.md", "minutes.html", "summary.eml", "record.json", "notices/prep-time.eml"] {
            #expect(lines.contains { $0.contains("\(name) was made of another record: it says of entry") }, "\(name)")
        }
    }

    @Test func whatWasNotPrintedOrElsewhereIsSaid() throws {
        let meeting = try ClosedMeeting()
        let minutes = meeting.folder.appending(path: "minutes")
        try FileManager.default.moveItem(
            at: minutes.appending(path: "2026-11-25"), to: minutes.appending(path: "2026-11-18"))
        let (lines, isSound) = try verify(meeting)
        #expect(isSound)
        #expect(lines.first?.hasSuffix("; no minutes to compare") == true)
        #expect(lines.last?.hasPrefix("2026-11-18: minutes.md was made of ") == true)
        #expect(throws: Complaint.self) { try verify(meeting, "2026-11-18") }
    }

    @Test func nothingIsMadeOrChanged() throws {
        let meeting = try ClosedMeeting()
        func files() throws -> [String: Data] {
            let home = meeting.folder.path
            var files: [String: Data] = [:]
            for name in try FileManager.default.subpathsOfDirectory(atPath: home) {
                files[name] = FileManager.default.contents(atPath: home + "/" + name) ?? Data()
            }
            return files
        }
        let before = try files()
        _ = try verify(meeting)
        let after = try files()
        #expect(Set(after.keys) == Set(before.keys))
        #expect(after.filter { before[$0.key] != $0.value }.keys.sorted() == [])
    }
}
