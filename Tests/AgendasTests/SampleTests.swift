import Agendas
import Foundation
import Testing

/// The agendas that this repository shows its users.
@Suite struct SampleTests {
    private let folder = AgendaFolder(
        path: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized.path())

    @Test func haveNoFaults() {
        #expect(folder.check().map(\.description) == [])
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
