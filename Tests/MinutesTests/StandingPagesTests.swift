import Council
import Foundation
import Minutes
import Testing

/// Pipeline and register beside the minutes.
@Suite struct StandingPagesTests {
    static let goldens = StandingPages.names.map { "pages/\($0)" }

    @Test func thePagesReadAsKept() throws {
        for (name, text) in try StandingWeeks().pages() { try Golden.expect(text, in: "pages/\(name)") }
    }

    @Test func theyAreTheSameEachTime() throws {
        #expect(try StandingWeeks().pages() == StandingWeeks().pages())
    }

    /// A name that tries to be more than a name adds no element to a page, and nothing that drives a terminal.
    @Test func hostileNamesDoNoHarm() throws {
        let attacks = HostileTextTests.attacks
        let pages = try (attacks + ["harmless"]).map { try StandingWeeks($0).pages() }
        for name in ["pipeline.html", "register.html"] {
            let tags = try PageTags.of(pages.map { $0[name] ?? "" })
            for (attack, found) in zip(attacks, tags) {
                #expect(found == tags.last, Comment(rawValue: "\(name): \(attack.debugDescription)"))
            }
        }
        for (attack, texts) in zip(attacks, pages) {
            for (name, text) in texts {
                let bad = text.unicodeScalars.filter { scalar in
                    scalar.properties.generalCategory == .control && scalar != "\n"
                        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
                }
                #expect(bad.isEmpty, "\(name): \(attack.debugDescription)")
                if name.hasSuffix(".json") { _ = try JSONSerialization.jsonObject(with: Data(text.utf8)) }
            }
        }
    }

    @Test func anEmptyCouncilHasPages() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pages-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let library = Library(roster: Roster(name: "C", chair: Chair(member: "a"), members: []), drafts: [])
        try StandingPages(folder: folder.path).write(library, on: StandingWeeks.day)
        let page = try String(contentsOf: folder.appending(path: "register.html"), encoding: .utf8)
        #expect(page.contains("<p>None.</p>") && page.contains("agendas/platform.yaml does not say what is live"))
        #expect(try String(contentsOf: folder.appending(path: "pipeline.html"), encoding: .utf8).contains("0 open on"))
    }

    /// What somebody writes into a page is written over.
    @Test func aPageIsWrittenOverAndOneThatSaysTheSameIsLeftAlone() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pages-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let library = StandingWeeks().library
        func write() throws {
            try StandingPages(folder: folder.path).write(library, on: StandingWeeks.day)
        }
        try write()
        let file = folder.appending(path: "register.html")
        let text = try String(contentsOf: file, encoding: .utf8)
        let numbers = try StandingPages.names.map { try number(of: folder.appending(path: $0)) }
        try Data("mine".utf8).write(to: file, options: [])
        try write()
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
        let after = try StandingPages.names.map { try number(of: folder.appending(path: $0)) }
        #expect(zip(numbers, after).map { $0 == $1 } == [true, true, false, true, true, true])
        let link = folder.appending(path: "pipeline.json")
        try FileManager.default.removeItem(at: link)
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
        #expect(throws: MinutesError.self) { try write() }
    }

    /// The inode, which is another one once a file is written anew.
    private func number(of file: URL) throws -> UInt64? {
        try FileManager.default.attributesOfItem(atPath: file.path)[.systemFileNumber] as? UInt64
    }
}
