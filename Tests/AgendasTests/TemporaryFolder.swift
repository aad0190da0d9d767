import Agendas
import Council
import Foundation

/// A folder with a small, faultless `agendas/` in it. It is removed after the test.
final class TemporaryFolder {
    let url: URL
    var folder: AgendaFolder { AgendaFolder(path: url.path(), today: CalendarDay("2026-11-20")) }

    static let council = """
        name: ML Council
        timezone: America/Los_Angeles
        chair: { member: priya }
        members:
          - { handle: priya, name: Priya Raman }
          - { handle: tomas, name: Tomás Vidal }
        practitioners:
          - { handle: lena, name: Lena Ortiz }
        """
    static let agenda = """
        date: 2026-11-25
        items:
          - { proposal: prep-time, presenter: lena }
        """
    static let proposal = """
        ---
        title: Prep time
        ---
        ## Solution
        """

    init() throws {
        url = URL(filePath: NSTemporaryDirectory()).appending(path: "agendas-\(UUID().uuidString)")
        try write("council.yaml", Self.council)
        try write("2026-11-25.yaml", Self.agenda)
        try write("proposals/prep-time.md", Self.proposal)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: "agendas/\(name)").path() }

    func write(_ name: String, _ text: String) throws { try write(name, bytes: Array(text.utf8)) }

    func write(_ name: String, bytes: [UInt8]) throws {
        let file = url.appending(path: "agendas/\(name)")
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    /// All faults except notes, as `FILE:LINE:COLUMN: error: …`, with paths from `agendas/` on.
    func faults(_ paths: [String] = []) -> [String] {
        folder.check(paths: paths).filter { $0.severity != .note }.map {
            "\($0)".replacing(url.path() + "/agendas/", with: "")
        }
    }
}
