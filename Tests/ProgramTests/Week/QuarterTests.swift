import Agendas
import Archive
import Council
import Foundation
import Testing

@testable import mlreview

/// The quarter of the repository's own agendas: thirteen meetings, held week after week from the scripts in `Quarter/`.
@Suite struct QuarterTests {
    /// `RECORD_SAMPLE=1` writes `agendas/minutes/` anew and fails the test, so that nobody accepts a change without a look.
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_SAMPLE"] == "1"
    private static let kept = MeetingFolder.root.appending(path: "agendas/minutes")

    @Test func theMeetingsLeaveTheMinutesThatAreKept() throws {
        let quarter = QuarterFolder()
        let days = try MeetingScript.days()
        #expect(days.count == 13)
        for day in days {
            try quarter.turn(to: day)
            try expectNothingIsForgotten(on: day, in: quarter.library(on: day))
            let script = try MeetingScript(of: day, timeZone: "America/Los_Angeles")
            for refusal in try quarter.hold(script) { Issue.record("\(day): \(refusal)") }
        }
        let next = try #require(CalendarDay("2026-11-25"))
        try quarter.turn(to: next)
        try expectNothingIsForgotten(on: next, in: quarter.library(on: next))
        if Self.isRecording { try record(quarter.minutes) }
        try expectTheSame(quarter.minutes)
    }

    /// Somebody who has just copied the repository finds something at every stage, and each kind of thing that was left.
    @Test func thePipelineHasSomethingInEachStage() throws {
        let today = try #require(CalendarDay("2026-11-21"))
        let history = Archive.history(minutes: Self.kept.path)
        #expect(history.faults == [] && history.meetings.count == 13)
        let library = try AgendaFolder(path: MeetingFolder.root.path).survey().library(history: history.meetings)
        let stages = Set(library.pipeline(on: today).proposals.map(\.stage))
        #expect(
            stages.isSuperset(of: [
                "draft", "leads", "ready", "on agenda", "deferred", "sent back", "approved", "measured", "done",
                "rejected", "withdrawn", "revised",
            ]), "\(stages)")
        let register = library.register(on: today)
        #expect(register.askedFor.contains { $0.name == "experiment-platform" })
        #expect(register.builtTwice.contains { $0.name == "feature-freshness-monitor" })
        #expect(register.unused.contains { $0.name == "identity-result" })
        let warnings = library.remarks(on: today).map(\.sentence).filter { !$0.hasPrefix("action ") }
        #expect(
            warnings == [
                "Kofi Mensah leads three approved builds that are not measured yet: `photo-quality-2`, `typeahead` and "
                    + "`query-rewrite-2`"
            ])
    }

    /// What earlier meetings left undecided, or deferred to this day or an earlier one, is on the agenda, and goes on with
    /// the meeting that heard it last.
    private func expectNothingIsForgotten(on day: CalendarDay, in library: Library) throws {
        let agenda = try #require(library.agendas.first { $0.date == day }, "there is no agenda of \(day)")
        let plan = library.plan(for: day, on: day, minutes: agenda.minutes ?? 60)
        let full = plan.left.filter { $0.reason == .full }
        let due = plan.items.map { ($0.item.id, $0.why) } + full.map { ($0.id, $0.why) }
        for (id, why) in due where why.hasPrefix("undecided on") || why.hasPrefix("deferred on") {
            let item = agenda.items.first { $0.id == id }
            #expect(item != nil, "the agenda of \(day) has forgotten \(id): \(why)")
            #expect(item?.continues == library.hearings(of: id).last?.date, "\(day), \(id): \(why)")
        }
    }

    private func expectTheSame(_ made: URL) throws {
        let (new, old) = (try Self.files(in: made), try Self.files(in: Self.kept))
        #expect(old.subtracting(new).sorted() == [], "kept, and not written any more")
        #expect(new.subtracting(old).sorted() == [], "written, and not kept")
        for name in new.intersection(old).sorted() {
            let texts = try [made, Self.kept].map { try Data(contentsOf: $0.appending(path: name)) }
            #expect(
                texts[0] == texts[1],
                "\(name) differs: RECORD_SAMPLE=1 swift test --filter QuarterTests writes it anew")
        }
    }

    private func record(_ made: URL) throws {
        try? FileManager.default.removeItem(at: Self.kept)
        try FileManager.default.copyItem(at: made, to: Self.kept)
        Issue.record("recorded agendas/minutes anew: read the difference, then run the tests without RECORD_SAMPLE")
    }

    private static func files(in folder: URL) throws -> Set<String> {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return Set(
            paths.filter { path in
                var isFolder: ObjCBool = false
                let isThere = FileManager.default.fileExists(
                    atPath: folder.appending(path: path).path, isDirectory: &isFolder)
                return isThere && !isFolder.boolValue
            })
    }
}
