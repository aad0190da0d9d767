import Foundation
import Minutes
import Testing

@testable import MinutesTests
@testable import mlreview

/// A meeting in which everything happens that its outputs have a word for, with a correction the next morning.
///
/// Its outputs are kept as files, to be read from end to end as by somebody who was not there.
@Suite struct WholeMeetingTests {
    private static let folder = MeetingFolder.root.appending(path: "Tests/ProgramTests/Whole")
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"

    @Test func theOutputsReadAsKept() throws {
        let folder = try MeetingFolder()
        let clock = Clock()
        try hold("meeting.txt", in: folder, clock)
        let before = try texts(of: folder, under: "1")
        try hold("correction.txt", in: folder, clock)
        let after = try texts(of: folder, under: "2")
        // What the correction does not touch is kept once.
        let changed = after.filter { name, text in before["1" + name.dropFirst()] != text }
        try expect(before.merging(changed) { $1 })
    }

    private func hold(_ script: String, in folder: MeetingFolder, _ clock: Clock) throws {
        let start = Clock().now
        let reader = try Reader(folder, clock: clock)
        let text = try String(contentsOf: Self.folder.appending(path: script), encoding: .utf8)
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let parts = try #require(line.wholeMatch(of: /([0-9]{2}):([0-9]{2})(\+1)?  (.+)/), "\(script): \(line)")
            let (hour, minute) = (try #require(Int(parts.1)), try #require(Int(parts.2)))
            let since = ((parts.3 == nil ? 0 : 24) + hour - 10) * 3600 + minute * 60
            clock.pass(seconds: TimeInterval(since) - clock.now.timeIntervalSince(start))
            // A `¶` is a line break, as an editor makes it.
            #expect(reader.refusal(of: String(parts.4).replacing("¶", with: "\n")) == nil, "\(line)")
        }
        #expect(reader.lines.contains("the meeting is closed"))
    }

    /// The outputs by name: mails as they are sent, and their two versions as a mail program shows them.
    private func texts(of folder: MeetingFolder, under revision: String) throws -> [String: String] {
        let minutes = URL(filePath: "\(folder.path)/minutes/2026-11-25")
        let names = try FileManager.default.subpathsOfDirectory(atPath: minutes.path).filter { $0.contains(".") }
        var texts: [String: String] = [:]
        for name in names {
            let text = withoutDigest(try String(contentsOf: minutes.appending(path: name), encoding: .utf8))
            guard name.hasSuffix(".eml") else {
                texts["\(revision)/\(name)"] = text
                continue
            }
            let mail = try ReadMail(text)
            let stem = "\(revision)/\(name.dropLast(".eml".count))"
            texts["\(stem).txt"] = "Subject: \(mail.header("Subject") ?? "")\n\n\(mail.text)"
            if name == "summary.eml" || name.hasSuffix("prep-time.eml") || name.hasSuffix("noor.eml") {
                texts["\(stem).eml"] = text
                texts["\(stem).html"] = mail.html
            }
        }
        return texts
    }

    private func expect(_ texts: [String: String]) throws {
        let kept = Self.folder.appending(path: "Outputs")
        if Self.isRecording {
            try? FileManager.default.removeItem(at: kept)
            for (name, text) in texts {
                let file = kept.appending(path: name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            }
            Issue.record("recorded Whole/Outputs anew: read it, then run the tests without RECORD_SNAPSHOTS")
            return
        }
        let names = try FileManager.default.subpathsOfDirectory(atPath: kept.path).filter { $0.contains(".") }
        #expect(names.sorted() == texts.keys.sorted())
        for (name, made) in texts {
            let text = try String(contentsOf: kept.appending(path: name), encoding: .utf8)
            let differences = zip(text.split(separator: "\n"), made.split(separator: "\n")).filter { $0 != $1 }
            #expect(
                text == made, "\(name): \(differences.first.map { "kept: \($0)\nmade: \($1)" } ?? "one is longer")")
        }
    }

    /// Leaves the number of the record's last entry. Its digest differs from record to record.
    private func withoutDigest(_ text: String) -> String {
        text.replacing(/(Record: entry \d+,)( [0-9a-f]{4}){4}/) { "\($0.1)" }
            .replacing(/("entry": \d+,\s+"digest": ")[0-9a-f]{64}/) { "\($0.1)\(String(repeating: "0", count: 64))" }
    }
}
