import Foundation
import Screen
import System
import Testing

@testable import mlreview

/// What a person writes in an editor of their own comes back whole: into the note, or in a file that is named.
///
/// One after another: while an editor has the terminal, signals are its own.
@Suite(.serialized) struct ExternalEditorTests {
    /// What becomes of a text in an editor, on a thread that may wait for it.
    private func edit(_ text: String, with command: String, in folder: MeetingFolder, atMost most: Int = 100) async
        -> ExternalEditor.Outcome
    {
        let editor = ExternalEditor(folder: folder.path, command: command)
        return await withCheckedContinuation { answer in
            Worker.start { answer.resume(returning: editor.edit(text, atMost: most)) }
        }
    }

    private func names(in path: String, beginningWith start: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasPrefix(start) }
    }

    @Test func aTextThatThereIsRoomForComesBack() async throws {
        let folder = try MeetingFolder()
        #expect(await edit("half", with: "printf ' a note' >>", in: folder) == .text("half a note"))
        #expect(await edit("half", with: "false", in: folder) == .failed)
        let long = String(repeating: "x", count: 200)
        #expect(await edit(long, with: "echo >>", in: folder) == .text(long + "\n"))
        #expect(try names(in: folder.path, beginningWith: "edit-").isEmpty)
        #expect(try names(in: folder.path, beginningWith: "kept-").isEmpty)
    }

    @Test func aTextThatIsTooLongIsKeptInAFile() async throws {
        let folder = try MeetingFolder()
        let outcome = await edit("a", with: "seq 1 1000 >", in: folder)
        guard case .tooLong(let path, let bytes) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(bytes == 3893)
        #expect(path.hasPrefix(folder.path + "/kept-") && path.hasSuffix(".md"))
        #expect(try String(contentsOfFile: path, encoding: .utf8).hasSuffix("\n999\n1000\n"))
        #expect(try names(in: folder.path, beginningWith: "edit-").isEmpty)
    }

    @Test func whatAKilledProgramLeftIsBackOrNamed() throws {
        let folder = try MeetingFolder()
        let record = folder.path + "/.mlreview"
        try FileManager.default.createDirectory(atPath: record, withIntermediateDirectories: true)
        let long = String(repeating: "a long night ", count: 20_000)
        // No process has so high a number.
        try "half a note".write(toFile: record + "/edit-99999998-abcdef.md", atomically: true, encoding: .utf8)
        try long.write(toFile: record + "/edit-99999999-ghijkl.md", atomically: true, encoding: .utf8)
        let scribe = try Scribe(folder)
        let told =
            "what was in your editor when the program was ended is back: n, then Up; a text is too long for a note"
        #expect(scribe.sees(told), "\(scribe.screen)")
        #expect(scribe.sees("kept-ghijkl.md"))
        #expect(try folder.text(".mlreview/kept-ghijkl.md") == long)
        scribe.press("p p p p p p Enter n Up")
        #expect(scribe.sees("half a note"))
        #expect(try names(in: record, beginningWith: "edit-").isEmpty)
    }
}
