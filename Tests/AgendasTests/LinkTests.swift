import Council
import Foundation
import Testing

@testable import Agendas

/// Only files in the folder are read, wherever links lead.
@Suite struct LinkTests {
    private let folder: TemporaryFolder
    private let elsewhere: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        elsewhere = try TemporaryFolder()
    }

    private func link(_ name: String, to target: String) throws {
        try? FileManager.default.removeItem(atPath: folder.path(name))
        try FileManager.default.createSymbolicLink(atPath: folder.path(name), withDestinationPath: target)
    }

    private func fault(leadingTo place: String) -> String {
        "error: this is a link out of the folder, to \(place); put the file itself here, or link to one "
            + "within the folder"
    }

    @Test(arguments: ["council.yaml", "2026-11-25.yaml", "proposals/prep-time.md"])
    func aLinkThatLeadsOutsideIsAFault(name: String) throws {
        try link(name, to: elsewhere.path(name))
        let expected = "\(name):1:1: \(fault(leadingTo: elsewhere.path(name)))"
        #expect(folder.faults().contains(expected), "\(folder.faults())")
        let day = try #require(CalendarDay("2026-11-25"))
        #expect(throws: Faults.self) { try folder.folder.load(day) }
        #expect(throws: Faults.self) { try folder.folder.load(path: folder.path("2026-11-25.yaml")) }
    }

    @Test func aPersonsFileMayNotLeadOutsideEither() throws {
        try folder.write("people/lena.yaml", "actions: []\n")
        #expect(folder.faults() == [])
        try elsewhere.write("people/lena.yaml", "actions: []\n")
        try link("people/lena.yaml", to: elsewhere.path("people/lena.yaml"))
        let expected = "people/lena.yaml:1:1: \(fault(leadingTo: elsewhere.path("people/lena.yaml")))"
        #expect(folder.faults() == [expected])
    }

    @Test(arguments: ["council.yaml", "2026-11-25.yaml", "proposals/prep-time.md"])
    func aLinkThatStaysWithinIsFollowed(name: String) throws {
        let kept = folder.url.appending(path: "kept")
        try FileManager.default.moveItem(atPath: folder.path(name), toPath: kept.path())
        try link(name, to: kept.path())
        #expect(folder.faults() == [])
        let loaded = try folder.folder.read(try #require(CalendarDay("2026-11-25")))
        #expect(folder.folder.isCurrent(loaded.fingerprint))
    }

    @Test func aFolderThatIsALinkLeadsOutsideToo() throws {
        try link("proposals", to: elsewhere.path("proposals"))
        #expect(
            folder.faults().contains {
                $0.hasPrefix("proposals/prep-time.md:1:1: error: this is a link out of the folder")
            })
        try FileManager.default.removeItem(at: folder.url.appending(path: "agendas"))
        try FileManager.default.createSymbolicLink(
            at: folder.url.appending(path: "agendas"), withDestinationURL: elsewhere.url.appending(path: "agendas"))
        #expect(folder.faults().contains { $0.hasPrefix("council.yaml:1:1: error: this is a link out of the folder") })
    }

    @Test func minutesDoNotLieBehindALink() throws {
        let council = folder.url.appending(path: "agendas/council.yaml")
        let text = try String(contentsOf: council, encoding: .utf8) + "\nminutes_folder: agendas/kept/minutes\n"
        try Data(text.utf8).write(to: council)
        #expect(folder.faults() == [])
        #expect(folder.folder.minutesFolder == "agendas/kept/minutes")
        try link("kept", to: elsewhere.url.path())
        let faults = folder.faults()
        #expect(faults.count == 1 && faults[0].contains("leads outside the folder, to "), "\(faults)")
        #expect(folder.folder.minutesFolder == "minutes")
    }

    /// To wait for a writer would take for ever.
    @Test(.timeLimit(.minutes(10)), arguments: ["council.yaml", "2026-11-25.yaml", "proposals/prep-time.md"])
    func aPipeOrADeviceIsRefused(name: String) throws {
        try FileManager.default.removeItem(atPath: folder.path(name))
        mkfifo(folder.path(name), 0o600)
        let expected = "\(name):1:1: error: this is not a regular file; a text file should be here"
        #expect(folder.faults().contains(expected))
    }

    /// A person may name an agenda anywhere.
    @Test func anAgendaThatIsNamedMayBeAnywhere() throws {
        let named = folder.url.appending(path: "named")
        try FileManager.default.createDirectory(at: named, withIntermediateDirectories: true)
        for name in ["council.yaml", "proposals"] {
            try FileManager.default.copyItem(atPath: folder.path(name), toPath: named.appending(path: name).path())
        }
        let agenda = named.appending(path: "2026-11-25.yaml").path()
        try FileManager.default.createSymbolicLink(
            atPath: agenda, withDestinationPath: elsewhere.path("2026-11-25.yaml"))
        #expect(try folder.folder.load(path: agenda).agenda.items.count == 1)
        // Its proposals lie beside it.
        try FileManager.default.removeItem(at: named.appending(path: "council.yaml"))
        try FileManager.default.createSymbolicLink(
            atPath: named.appending(path: "council.yaml").path(), withDestinationPath: elsewhere.path("council.yaml"))
        #expect(throws: Faults.self) { try folder.folder.load(path: agenda) }
    }
}
