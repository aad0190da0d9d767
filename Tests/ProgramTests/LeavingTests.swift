import Foundation
import Minutes
import Screen
import Synchronization
import Testing

@testable import mlreview

/// Leaving while minutes and mail are written waits for them, or says that they are not whole.
@Suite struct LeavingTests {
    private struct Killed: Error {}

    /// Holds publishing up before it writes files, until it is opened.
    private final class Gate: Sendable {
        private let barrier = DispatchSemaphore(value: 0)

        func pass(_ step: Publisher.Step) {
            guard step == .write else { return }
            barrier.wait()
            barrier.signal()
        }

        func open() { barrier.signal() }
    }

    private let gate = Gate()

    private func publishing(patience: TimeInterval = 60) -> Publishing {
        Publishing(patience: patience) { [gate] step in gate.pass(step) }
    }

    private static let files = [
        "minutes.md", "minutes.html", "summary.eml", "record.json", "notices/prep-time.eml", "../README.md",
    ]

    private func areWritten(in folder: MeetingFolder) -> Bool {
        Self.files.allSatisfy { folder.has("minutes/\(MeetingFolder.day)/\($0)") }
    }

    private func home(in folder: MeetingFolder) -> String { "\(folder.path)/minutes/\(MeetingFolder.day)" }

    /// Opens the meeting, and closes it.
    private func close(_ scribe: Scribe) { scribe.press("p p p p p p Enter C Enter") }

    @Test func leavingWaitsForTheFiles() throws {
        let folder = try MeetingFolder()
        let scribe = try Scribe(folder, publishing: publishing())
        close(scribe)
        scribe.press("q")
        #expect(scribe.program.farewell == nil)
        // The screen is still drawn.
        scribe.press("?")
        #expect(scribe.program.farewell == nil)
        gate.open()
        scribe.seeTheEnd()
        #expect(areWritten(in: folder))
        #expect(
            scribe.program.farewell?.lines == [
                "The meeting of 2026-11-25 is closed; its minutes and mail are in \(home(in: folder))/.",
                "`mlreview send 2026-11-25` mails the summary and the notices.",
                "`mlreview agenda next` writes the next agenda.",
            ])
        #expect(scribe.program.farewell?.code == 0)
    }

    @Test func afterAWhileItIsSaidWhatIsWaitedForAndAskingAgainLeavesAtOnce() throws {
        let folder = try MeetingFolder()
        let scribe = try Scribe(folder, publishing: publishing(patience: 0))
        defer { gate.open() }
        close(scribe)
        scribe.press("q")
        scribe.see("writing minutes and mail, then leaving; q again leaves at once")
        scribe.press("q")
        #expect(
            scribe.program.farewell?.lines == [
                "The meeting of 2026-11-25 is closed; its minutes and mail are not all written: `mlreview 2026-11-25` "
                    + "writes the rest into \(home(in: folder))/."
            ])
        #expect(scribe.program.farewell?.code == 1)
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func aSignalWaitsForTheFilesToo(signal: Int32) throws {
        let folder = try MeetingFolder()
        let scribe = try Scribe(folder, publishing: publishing())
        close(scribe)
        scribe.terminal.script.append(Wake(events: [.terminate(signal: signal)]))
        Thread.detachNewThread { [gate] in gate.open() }
        scribe.program.turn()
        #expect(areWritten(in: folder))
        #expect(scribe.program.farewell?.code == 128 + signal)
        #expect(scribe.program.farewell?.lines == [])
    }

    /// A signal that arrives together with the key that closes the meeting is handled after it.
    @Test func aSignalBesideTheLastKeyLeavesTheFilesWhole() throws {
        let folder = try MeetingFolder()
        let scribe = try Scribe(folder)
        scribe.press("p p p p p p Enter C")
        scribe.terminal.script.append(Wake(events: [.terminate(signal: SIGTERM), .key(.enter)]))
        scribe.program.turn()
        #expect(scribe.program.farewell?.code == 128 + SIGTERM)
        #expect(areWritten(in: folder))
    }

    @Test func whatCouldNotBeWrittenIsNamedWithTheReason() throws {
        let folder = try MeetingFolder()
        try FileManager.default.createDirectory(
            atPath: home(in: folder) + "/minutes.html", withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: URL(filePath: home(in: folder) + "/minutes.md"))
        let scribe = try Scribe(folder)
        close(scribe)
        scribe.press("q")
        scribe.seeTheEnd()
        let farewell = try #require(scribe.program.farewell)
        #expect(farewell.lines.first?.hasPrefix("The meeting of 2026-11-25 is closed; not all of its minutes") == true)
        #expect(farewell.lines.contains { $0.contains("minutes.html: there is something other than a file") })
        #expect(farewell.lines.contains { $0.contains("minutes.md was edited by hand, and is left as it is") })
        #expect(farewell.code == 1)
        // The next start tries again.
        try FileManager.default.removeItem(atPath: home(in: folder) + "/minutes.html")
        let again = try Scribe(folder)
        again.see("minutes: edited by hand")
        again.press("r")
        again.see("minutes.md, minutes.html")
        again.press("q")
        again.seeTheEnd()
        #expect(again.program.farewell?.code == 0)
    }

    @Test func theNextStartFinishesWhatAKilledProgramBegan() throws {
        let folder = try MeetingFolder()
        var scribe: Scribe? = try Scribe(
            folder, publishing: Publishing { step in if step == .keep { throw Killed() } })
        scribe.map(close)
        scribe?.see("Killed")
        scribe = nil
        let again = try Scribe(folder)
        again.see(Publisher.finishing)
        #expect(areWritten(in: folder))
        again.press("q")
        #expect(again.program.farewell?.code == 0)
        let third = try Scribe(folder)
        #expect(!third.sees(Publisher.finishing))
    }

    /// The other terminal writes the files, and this one can't know whether it has.
    @Test func whoFollowsSaysWhoWritesTheFiles() throws {
        let folder = try MeetingFolder()
        let scribe = try Scribe(folder, publishing: publishing())
        close(scribe)
        scribe.settle()
        let second = try Scribe(folder)
        second.press("q")
        #expect(second.program.farewell?.lines.first?.contains("the terminal that records it") == true)
        gate.open()
        scribe.press("q")
        scribe.seeTheEnd()
    }
}
