import Agendas
import Council
import Foundation
import Minutes
import TestMeetings
import Testing

@testable import Archive

/// A record that can't be read leaves its meeting out, by name and with its place, and no other meeting.
@Suite struct BadRecordTests {
    private static let good = "2026-11-18"
    private static let bad = "2026-11-25"

    /// A folder with a good meeting and this text beside it.
    private func history(_ text: String) throws -> Archive.History {
        let folder = try MinutesFolder()
        try Self.addGood(to: folder)
        try folder.write(text, of: Self.bad)
        return folder.history()
    }

    private static func addGood(to folder: MinutesFolder) throws {
        var generator = HistoryGenerator(seed: 3, first: try #require(CalendarDay(good)), proposals: 2, notes: 1)
        try folder.write(generator.next())
    }

    private static func sample() throws -> String { Minutes.record(of: try SampleMeeting.held().journal) }

    private func expectFault(_ history: Archive.History, _ sentence: String) throws {
        #expect(history.meetings.map(\.date.description) == [Self.good])
        let fault = try #require(history.faults.first)
        #expect(history.faults.count == 1)
        #expect(fault.file.hasSuffix("\(Self.bad)/record.json"))
        #expect(fault.message == "\(sentence); the meeting of \(Self.bad) is left out")
    }

    @Test(arguments: [
        ("", 1, 1, "the file is cut off here"), ("minutes\n", 1, 1, "an object belongs here"),
        ("{}", 1, 1, "it has no `schema`, so it is not a record of a meeting"),
        ("{\"schema\": 3}", 1, 12, "it is of version 3, and only versions 1 and 2 are known here"),
        ("{\"schema\": \"2\"}", 1, 12, "a value belongs here"),
        ("{\"schema\": 2,\n  \"revision\": 9223372036854775807}", 2, 15, "this number is too large"),
        ("{\"schema\": 2.5}", 1, 12, "a whole number belongs here"),
        (
            "{\"schema\": 2}", 1, 1, "`date`, `revision`, `attendance`, `items` and `owners` are missing"
        ),
        ("{\"schema\": 2,\n  \"date\": \"2026-11-24\"}", 2, 11, "it is of 2026-11-24, and the folder is of 2026-11-25"),
        ("{\"schema\": 2,\n  \"date\": \"25 Nov\"}", 2, 11, "a day such as `2026-11-25` belongs here"),
        ("{\"schema\": 2,\n  \"äö\": \"ü\" \"date\": 1}", 2, 13, "a comma or `}` belongs here"),
    ])
    func whatIsNoRecordIsNamedWithItsPlace(text: String, line: Int, column: Int, sentence: String) throws {
        let history = try history(text)
        try expectFault(history, sentence)
        #expect(history.faults.first.map { [$0.line, $0.column] } == [line, column])
    }

    @Test(arguments: [
        (
            "\"verdict\": \"revise\",\n        \"at\"", "\"verdict\": \"maybe\",\n        \"at\"",
            "`maybe` is not approve, revise, defer, reject, withdraw, noted, confirmed, changed or stopped"
        ),
        ("\"kind\": \"concern\"", "\"kind\": \"private\"", "`private` is not question, idea, data, reuse or concern"),
        (
            "\"role\": \"product\"", "\"role\": \"pro\\u001bduct\"",
            "`pro\\u{1B}duct` is not product, engineering, data-science or analytics"
        ),
        (
            "\"number\": 1,\n          \"at\": \"2026-11-25T10:", "\"number\": 1,\n          \"at\": \"2026-11-25T30:",
            "a time such as `2026-11-25T10:14:00-08:00` belongs here"
        ),
        ("\"isResolved\": true", "\"isResolved\": 1", "`true` or `false` belongs here"),
        ("\"speaker\": \"guest\"", "\"speaker\": \"\\ud83d\"", "this is half a character"),
        ("\"speaker\": \"guest\"", "\"speaker\": \"\\ud83d\\u0041\"", "this is half a character"),
        ("\"lines\": [", "\"linse\": [", "`lines` is missing"),
        (
            "\"id\": \"prep-time\",\n            \"anchor\"", "\"number\": 99,\n            \"anchor\"",
            "it is of item 99, and the record has no such item"
        ),
    ])
    func whatARecordCanNotSayIsRefused(_ was: String, _ becomes: String, _ sentence: String) throws {
        let text = try Self.sample()
        let range = try #require(text.range(of: was))
        try expectFault(try history(text.replacingCharacters(in: range, with: becomes)), sentence)
    }

    @Test func nothingMayFollowARecord() throws {
        try expectFault(try history(try Self.sample() + "{}"), "nothing may follow the record")
    }

    @Test func aTextThatIsNotUTF8IsNotRepaired() throws {
        // The second is the beginning of a character, for which a repair puts in as many bytes.
        for bad in [[0xFF], [0xF0, 0x9F, 0x98]] as [[UInt8]] {
            let folder = try MinutesFolder()
            try Self.addGood(to: folder)
            try folder.write("", of: Self.bad)
            var bytes = Data(try Self.sample().utf8)
            let word = try #require(bytes.range(of: Data("Two candidates".utf8)))
            bytes.replaceSubrange(word.lowerBound..<word.lowerBound + bad.count, with: bad)
            try bytes.write(to: folder.file(of: Self.bad))
            try expectFault(folder.history(), "this text is not UTF-8")
        }
    }

    @Test func aRecordThatIsCutOffAnywhereIsLeftOutWhole() throws {
        let bytes = Array(try Self.sample().trimmingCharacters(in: .newlines).utf8)
        #expect(throws: Never.self) { try RecordReader.read(bytes, of: nil, roster: .sample) }
        for end in stride(from: 0, to: bytes.count, by: 211) {
            #expect(throws: JSONReader.Fault.self) {
                try RecordReader.read(Array(bytes[..<end]), of: nil, roster: .sample)
            }
        }
    }

    @Test func whateverIsInARecordIsReadOrRefused() throws {
        let bytes = Array(try Self.sample().utf8)
        var random = SeededGenerator(seed: 77)
        for _ in 0..<150 {
            var spoilt = bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                spoilt[Int.random(in: 0..<spoilt.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            do throws(JSONReader.Fault) {
                _ = try RecordReader.read(spoilt, of: nil, roster: .sample)
            } catch {
                #expect(error.place <= spoilt.count)
                #expect(JSONReader(spoilt).position(of: error.place).line >= 1)
            }
        }
    }

    @Test func aRecordThatIsTooLargeIsNotRead() throws {
        let folder = try MinutesFolder()
        try Self.addGood(to: folder)
        try folder.write("", of: Self.bad)
        #expect(truncate(folder.file(of: Self.bad).path, off_t(RecordFile.limit + 1)) == 0)
        try expectFault(folder.history(), "it is larger than 16 MB, the most that is read")
    }

    @Test func aLinkThatLeadsOutOfTheFolderIsNotFollowed() throws {
        let (folder, other) = (try MinutesFolder(), try MinutesFolder())
        try Self.addGood(to: folder)
        try other.write(try Self.sample(), of: Self.bad)
        let place = folder.url.appending(path: Self.bad).path
        try FileManager.default.createSymbolicLink(
            atPath: place, withDestinationPath: other.url.appending(path: Self.bad).path)
        let resolved = other.file(of: Self.bad).resolvingSymlinksInPath().path
        try expectFault(folder.history(), Premises.fault(leadingTo: resolved))
        // One that stays within is as good as the file.
        try FileManager.default.removeItem(atPath: place)
        try folder.write(try Self.sample(), of: "kept")
        try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: "kept")
        #expect(folder.history().meetings.count == 2)
    }

    @Test func aLinkThatLeadsNowhereAndAPipeAreNoRecords() throws {
        let folder = try MinutesFolder()
        try Self.addGood(to: folder)
        try folder.write("", of: Self.bad)
        try FileManager.default.removeItem(at: folder.file(of: Self.bad))
        // A folder without a record holds no meeting.
        #expect(folder.history().faults == [])
        try FileManager.default.createSymbolicLink(
            atPath: folder.file(of: Self.bad).path, withDestinationPath: "nothing.json")
        try expectFault(folder.history(), "it can't be read: No such file or directory")
        try FileManager.default.removeItem(at: folder.file(of: Self.bad))
        #expect(mkfifo(folder.file(of: Self.bad).path, 0o600) == 0)
        try expectFault(folder.history(), "there is something other than a file where the record should be")
    }
}
