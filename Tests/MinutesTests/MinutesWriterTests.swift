import Council
import Foundation
import Minutes
import TestMeetings
import Testing

/// Files appear whole or not at all, and what somebody edited stays.
@Suite final class MinutesWriterTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "minutes-\(UUID().uuidString)")
    private let day = Docket.sample.agenda.date

    deinit { try? FileManager.default.removeItem(at: folder) }

    private var writer: MinutesWriter { MinutesWriter(folder: folder.path) }
    private var own: URL { folder.appending(path: "2026-11-25") }

    private func text(_ name: String) throws -> String {
        try String(contentsOf: own.appending(path: name), encoding: .utf8)
    }

    @Test func filesAreWrittenIntoAFolderNamedByTheDay() throws {
        let texts: [Minutes.DocumentName: String] = [.markdown: "# é\n", .json: "{}\n"]
        #expect(writer.write(texts, of: day) == [.markdown: .written, .json: .written])
        #expect(try text("minutes.md") == "# é\n")
        #expect(try text("record.json") == "{}\n")
        // Nothing that was only a draft stays behind.
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: own.path).sorted() == ["minutes.md", "record.json"])
    }

    @Test func theSameAgainIsLeftAsItIs() throws {
        _ = writer.write([.markdown: "one"], of: day)
        #expect(writer.write([.markdown: "one"], of: day) == [.markdown: .unchanged])
    }

    @Test func whatTheProgramWroteIsReplaced() throws {
        _ = writer.write([.markdown: "one"], of: day)
        #expect(writer.write([.markdown: "two"], of: day, known: [.markdown: ["one"]]) == [.markdown: .written])
        #expect(try text("minutes.md") == "two")
    }

    @Test func aHandEditedFileStays() throws {
        _ = writer.write([.markdown: "one", .json: "{}"], of: day)
        try Data("edited".utf8).write(to: own.appending(path: "minutes.md"))
        let outcomes = writer.write(
            [.markdown: "two", .json: "[]"], of: day, known: [.markdown: ["one"], .json: ["{}"]])
        #expect(outcomes == [.markdown: .handEdited(name: "minutes.md", found: "edited"), .json: .written])
        #expect(try text("minutes.md") == "edited")
    }

    @Test func aFileOfWhichNothingIsKnownStays() throws {
        _ = writer.write([.markdown: "somebody's"], of: day)
        #expect(
            writer.write([.markdown: "ours"], of: day) == [
                .markdown: .handEdited(name: "minutes.md", found: "somebody's")
            ])
    }

    @Test func anEditThatOnlyRecomposesLettersIsAnEdit() throws {
        _ = writer.write([.markdown: "\u{E9}"], of: day)
        try Data("e\u{301}".utf8).write(to: own.appending(path: "minutes.md"))
        let outcome = writer.write([.markdown: "new"], of: day, known: [.markdown: ["\u{E9}"]])[.markdown]
        #expect(outcome == .handEdited(name: "minutes.md", found: "e\u{301}"))
        #expect(writer.write([.markdown: "\u{E9}"], of: day)[.markdown] != .unchanged)
    }

    @Test func aHandEditedFileIsReplacedWhereSomebodySaidSo() throws {
        _ = writer.write([.markdown: "somebody's"], of: day)
        #expect(writer.write([.markdown: "ours"], of: day, overwriting: [.markdown]) == [.markdown: .written])
        #expect(try text("minutes.md") == "ours")
    }

    @Test func aLinkInPlaceOfAFileIsNotFollowed() throws {
        try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
        let target = folder.appending(path: "target")
        try Data("precious".utf8).write(to: target)
        try FileManager.default.createSymbolicLink(at: own.appending(path: "minutes.md"), withDestinationURL: target)
        guard case .failed(let error)? = writer.write([.markdown: "x"], of: day, overwriting: [.markdown])[.markdown]
        else {
            Issue.record("a link was followed or replaced")
            return
        }
        #expect(error.sentence.hasPrefix("\(own.path)/minutes.md: there is a link where the file should be"))
        #expect(try String(contentsOf: target, encoding: .utf8) == "precious")
    }

    @Test func aLinkInPlaceOfTheDaysFolderIsNotFollowed() throws {
        let elsewhere = folder.appending(path: "elsewhere")
        try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(at: own, withDestinationURL: elsewhere)
        guard case .failed(let error)? = writer.write([.markdown: "x"], of: day)[.markdown] else {
            Issue.record("a link was followed")
            return
        }
        #expect(error.sentence.contains("there is a link or a file where the folder should be"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere.path) == [])
    }

    @Test func aFolderInPlaceOfAFileFailsAloneAndSaysSo() throws {
        try FileManager.default.createDirectory(
            at: own.appending(path: "minutes.md"), withIntermediateDirectories: true)
        let outcomes = writer.write([.markdown: "x", .json: "{}"], of: day)
        #expect(outcomes[.json] == .written)
        guard case .failed(let error)? = outcomes[.markdown] else {
            Issue.record("a folder was taken for a file")
            return
        }
        #expect(error.sentence.contains("minutes.md: there is something other than a file"))
    }

    @Test func aFolderThatCantBeMadeIsNamedWithItsCause() throws {
        try Data().write(to: folder)
        guard case .failed(let error)? = writer.write([.markdown: "x"], of: day)[.markdown] else {
            Issue.record("a folder was made within a file")
            return
        }
        #expect(error.sentence.hasPrefix(folder.path + ": "))
    }
}
