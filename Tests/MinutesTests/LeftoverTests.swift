import Council
import Foundation
import TestMeetings
import Testing

@testable import Minutes

/// What is half written: taken away where nobody writes it any more, and nowhere else.
@Suite final class LeftoverTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "leftovers-\(UUID().uuidString)")
    private let day = Docket.sample.agenda.date

    init() throws { try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private var own: URL { folder.appending(path: "2026-11-25") }

    private func leave(_ name: String) throws { try Data("half".utf8).write(to: own.appending(path: name)) }

    private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: own.path).sorted() }

    private func write() { _ = MinutesWriter(folder: folder.path).write([.markdown: "whole"], of: day) }

    @Test func whatAnotherProgramIsWritingStays() throws {
        // Whoever started the tests is running.
        let theirs = ".minutes.md.\(getppid()).7"
        try leave(theirs)
        write()
        #expect(try names() == [theirs, "minutes.md"])
    }

    @Test func whatThisProgramIsWritingStaysUntilItIsWritten() throws {
        let draft = DraftFile(of: "minutes.md")
        try leave(draft.name)
        write()
        #expect(try names() == [draft.name, "minutes.md"])
        draft.end()
        write()
        #expect(try names() == ["minutes.md"])
    }

    @Test func whatAProgramThatIsGoneWasWritingIsTakenAway() throws {
        let gone = ".minutes.md.\(pid_t.max).7"
        try leave(gone)
        try leave(".somebody.else.\(pid_t.max).7")
        write()
        #expect(try names() == [".somebody.else.\(pid_t.max).7", "minutes.md"])
    }

    @Test func aFileThatCantBePutInPlaceLeavesNothingBehind() throws {
        try FileManager.default.createDirectory(
            at: own.appending(path: "minutes.md/inside"), withIntermediateDirectories: true)
        let open = try OpenFolder(path: own.path)
        let error = #expect(throws: MinutesError.self) { try open.write(Data("x".utf8), to: "minutes.md") }
        #expect(error?.sentence.contains("minutes.md: it can't be put in place") == true)
        #expect(try names() == ["minutes.md"])
    }
}
