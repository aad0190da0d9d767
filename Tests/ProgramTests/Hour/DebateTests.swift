import Foundation
import Screen
import Testing

@testable import Room
@testable import mlreview

/// An hour of a council that interrupts itself, held in keys on two sizes of the screen and in lines.
@Suite struct DebateGoldenTests {
    private static let files = ["minutes.md", "minutes.html", "summary.eml", "record.json"]

    @Test(arguments: [Size(rows: 40, columns: 120), Size(rows: 24, columns: 80)])
    func theHourInKeys(size: Size) throws {
        let script = try DebateScript()
        #expect(script.turns.count >= 45)
        let (inKeys, inLines) = (try MeetingFolder(), try MeetingFolder())
        let scribe = try Scribe(inKeys, size: size)
        for turn in script.turns { try play(turn, by: scribe) }
        scribe.see("written to ")
        try hold(script, in: inLines)
        for name in Self.files {
            let path = "minutes/2026-11-25/\(name)"
            let (one, other) = try (withoutDigest(inKeys.text(path)), withoutDigest(inLines.text(path)))
            let differences = zip(one.split(separator: "\n"), other.split(separator: "\n")).filter { $0 != $1 }
            #expect(one == other, "\(name): \(differences.first.map { "\($0)\n\($1)" } ?? "one is longer")")
        }
    }

    /// To be read from end to end, as by somebody who was not there.
    @Test func theMinutesOfTheHour() throws {
        let folder = try MeetingFolder()
        try hold(DebateScript(), in: folder)
        let made = try withoutDigest(folder.text("minutes/2026-11-25/minutes.md"))
        let file = DebateScript.folder.appending(path: "minutes.md")
        if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
            try Data(made.utf8).write(to: file)
            Issue.record("recorded minutes.md anew: read it, then run the tests without RECORD_SNAPSHOTS")
            return
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        let differences = zip(kept.split(separator: "\n"), made.split(separator: "\n")).filter { $0 != $1 }
        #expect(kept == made, "\(differences.first.map { "kept: \($0)\nmade: \($1)" } ?? "one is longer")")
    }

    /// Every refusal that the keys bring is one that the script means, and the other way round.
    private func play(_ turn: DebateScript.Turn, by scribe: Scribe) throws {
        scribe.wait(seconds: max(0, turn.at - scribe.clock.sinceTen))
        var refusals: [String] = []
        var last = refusal(on: scribe)
        func look() {
            let now = refusal(on: scribe)
            if let now, now != last { refusals.append(now) }
            last = now
        }
        for stroke in turn.strokes {
            if stroke.isTyped { scribe.type(stroke.text) } else { scribe.press(stroke.text) }
            look()
        }
        #expect(refusals == turn.refusals, "\(turn.what)\n\(turn.keys)\n\(scribe.screen)")
    }

    private func refusal(on scribe: Scribe) -> String? {
        let room = scribe.program.model
        if let form = room.layers.last as? Form { return form.refusal }
        if let entry = room.layers.last as? CommandEntry, let refusal = entry.refusal { return refusal }
        return room.notice?.weight == .refusal ? room.notice?.text : nil
    }

    private func hold(_ script: DebateScript, in folder: MeetingFolder) throws {
        let clock = Clock()
        let reader = try Reader(folder, clock: clock)
        for turn in script.turns {
            clock.pass(seconds: turn.at - clock.sinceTen)
            let refusals = turn.lines.compactMap(reader.refusal)
            #expect(refusals == turn.refusals, "\(turn.what)")
        }
        #expect(reader.lines.contains("the meeting is closed"))
    }

    /// Leaves the number of the record's last entry. Its digest differs from record to record.
    private func withoutDigest(_ text: String) -> String {
        text.replacing(/(Record: entry \d+,)( [0-9a-f]{4}){4}/) { "\($0.1)" }
            .replacing(/"digest": "[0-9a-f]{64}"/, with: "")
    }
}

extension Clock {
    fileprivate var sinceTen: TimeInterval { now.timeIntervalSince(Clock().now) }
}
