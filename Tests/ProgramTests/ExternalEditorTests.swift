import Foundation
import Screen
import Testing

@testable import mlreview

/// A text from a person's own editor comes back whole: in the note, or in a file that a sentence names.
@Suite struct ExternalEditorTests {
    private func names(in path: String, beginningWith start: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasPrefix(start) }
    }

    @Test func aTextThatThereIsRoomForComesBack() throws {
        let folder = try MeetingFolder()
        let path = folder.path + "/edit-1-abcdef.md"
        try "half a note".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(ExternalEditor.outcome(of: path, after: "half", atMost: 100) == .text("half a note"))
        // A text that was as long before may stay so, and many editors add a newline.
        let long = String(repeating: "x", count: 200)
        try (long + "\n").write(toFile: path, atomically: true, encoding: .utf8)
        #expect(ExternalEditor.outcome(of: path, after: long, atMost: 100) == .text(long + "\n"))
        #expect(try names(in: folder.path, beginningWith: "kept-").isEmpty)
        #expect(ExternalEditor.outcome(of: path + "-none", after: "", atMost: 100) == .failed)
    }

    @Test func aTextThatIsTooLongIsKeptInAFile() throws {
        let folder = try MeetingFolder()
        let long = String(repeating: "a long night ", count: 20_000)
        let path = folder.path + "/edit-1-abcdef.md"
        try long.write(toFile: path, atomically: true, encoding: .utf8)
        let kept = folder.path + "/kept-abcdef.md"
        #expect(
            ExternalEditor.outcome(of: path, after: "half", atMost: 100) == .tooLong(path: kept, bytes: 260_000))
        #expect(try folder.text("kept-abcdef.md") == long)
        #expect(try names(in: folder.path, beginningWith: "edit-").isEmpty)
    }

    @Test func whatAKilledProgramLeftIsBackOrNamed() throws {
        let folder = try MeetingFolder()
        let record = folder.path + "/.mlreview"
        try FileManager.default.createDirectory(atPath: record, withIntermediateDirectories: true)
        let long = String(repeating: "a long night ", count: 20_000)
        // The number is too high for a process.
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
