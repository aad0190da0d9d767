import Agendas
import Foundation
import Testing

/// The sample agendas of this repository.
@Suite struct SampleTests {
    private let folder = AgendaFolder(
        path: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized.path())

    @Test func haveNoFaults() {
        #expect(folder.check().filter { $0.severity != .note }.map(\.description) == [])
    }

    @Test func showWhatTheCharterFinds() {
        let notes = folder.check().filter { $0.severity == .note }.map(\.message)
        #expect(notes.contains { $0.hasPrefix("gate, Review: the data science lead (Ravi Das) asks for changes") })
        #expect(notes.contains { $0.hasPrefix("Lead: production performance is the biggest blocker") })
    }

    @Test func load() throws {
        let meetings = folder.meetings()
        #expect(meetings.count >= 3)
        for meeting in meetings {
            let loaded = try folder.read(meeting.date)
            #expect(loaded.docket.agenda.date == meeting.date)
            #expect(!loaded.docket.agenda.items.isEmpty)
            #expect(folder.isCurrent(loaded.fingerprint))
        }
    }
}
