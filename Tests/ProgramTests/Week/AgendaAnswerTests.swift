import Foundation
import Testing

/// What the built program says, asks and answers with its exit code.
@Suite struct AgendaAnswerTests {
    private static let file = "agendas/2999-12-04.yaml"

    private func run(
        _ words: [String], in folder: MeetingFolder, answer: String = ""
    ) throws -> (code: Int32, output: String, errors: String) {
        let process = Process()
        process.executableURL = URL(filePath: Tmux.program)
        process.arguments = words + ["--dir", folder.path]
        let (input, output, errors) = (Pipe(), Pipe(), Pipe())
        (process.standardInput, process.standardOutput, process.standardError) = (input, output, errors)
        try process.run()
        input.fileHandleForWriting.write(Data(answer.utf8))
        try input.fileHandleForWriting.close()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let complained = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: said, as: UTF8.self),
            String(decoding: complained, as: UTF8.self)
        )
    }

    @Test func nothingIsWrittenWithoutAYes() throws {
        let folder = try MeetingFolder()
        let printed = try run(["agenda", "next", "2999-12-04", "--stdout"], in: folder)
        #expect(printed.code == 0 && printed.output.hasPrefix("date: 2999-12-04\n"))
        for answer in ["", "n\n", "maybe\n"] {
            let refused = try run(["agenda", "next", "2999-12-04"], in: folder, answer: answer)
            #expect(refused.code == 1)
            #expect(
                refused.output == printed.output + "Write \(folder.path)/\(Self.file)? [y/N] Nothing was written.\n")
            #expect(!folder.has(Self.file))
        }
        let written = try run(["agenda", "next", "2999-12-04"], in: folder, answer: "y\n")
        #expect(written.code == 0)
        #expect(
            written.output.hasSuffix(
                """
                [y/N] written: \(folder.path)/\(Self.file)
                to commit: git -C \(folder.path) add \(Self.file) && git -C \(folder.path) commit -m 'Agenda of Wed 4 Dec 2999'

                """), "\(written.output)")
        #expect(try folder.text(Self.file) == printed.output)
        let again = try run(["agenda", "next", "2999-12-04", "--yes"], in: folder)
        #expect(again.code == 1 && again.errors.contains("is already there, and stays as it is: it lacks nothing"))
        let bad = try run(["agenda", "refresh", "tomorrow"], in: folder)
        #expect(bad.code == 64 && bad.errors.contains("the date is written as YYYY-MM-DD"))
    }

    @Test func refreshShowsTheLines() throws {
        let folder = try MeetingFolder()
        let old = "date: 2999-12-04\nminutes: 30\nitems:\n- { topic: Other, minutes: 14 }\n# ours\n"
        try old.write(toFile: folder.path + "/" + Self.file, atomically: true, encoding: .utf8)
        let printed = try run(["agenda", "refresh", "2999-12-04", "--stdout"], in: folder)
        #expect(
            printed.output.hasPrefix("date: 2999-12-04\nminutes: 30\nitems:\n- { topic: Other, minutes: 14 }\n# ready"))
        #expect(printed.output.hasSuffix("}\n# ours\n"))
        #expect(try folder.text(Self.file) == old)
        let shown = try run(["agenda", "refresh", "2999-12-04"], in: folder)
        #expect(
            shown.code == 1 && shown.output.contains("\n\(folder.path)/\(Self.file):5:\n+# ready"), "\(shown.output)")
        #expect(shown.output.contains("missing: ") && shown.output.contains("\n+- { proposal: "))
        #expect(try run(["agenda", "refresh", "2999-12-04", "--yes"], in: folder).code == 0)
        #expect(try folder.text(Self.file) == printed.output)
    }

    /// Whoever has left keeps nobody from going on, and what they still owe is said.
    @Test func somebodyLeaves() throws {
        let folder = try MeetingFolder()
        let reader = try Reader(folder)
        reader.run("roll priya present\nroll tomas present\nroll wen present\nroll bo present\nroll mei present\nopen")
        reader.run("action @jonas Ask the vendor.\naction @jonas Draw the graph.\nclose anyway")
        for name in ["council", "2026-11-18"] {
            let file = "agendas/\(name).yaml"
            let text = try folder.text(file)
            let rest =
                name == "council"
                ? text.replacing(/.*handle: jonas,.*\n/, with: "") : text.replacing("jonas", with: "bo")
            try rest.write(toFile: "\(folder.path)/\(file)", atomically: true, encoding: .utf8)
        }
        try folder.write(script: "agendas/2020-01-01.yaml", "date: 2020-01-01\nscribe: jonas\nitems: []")
        try folder.write(
            script: "agendas/people/jonas.yaml", "actions:\n  - { action: 2026-11-25/2, word: done, on: 2026-11-26 }")
        let checked = try run(["check"], in: folder)
        #expect(checked.code == 0, "\(checked.output)")
        #expect(checked.output.contains("people/jonas.yaml:1:1: warning: `jonas` is not on the council's roster: "))
        #expect(
            checked.output.contains(
                "warning: Jonas Müller is no longer on the council, and still owns 1 open action; `mlreview actions "
                    + "reassign 2026-11-25/1 to WHO` hands it to somebody else: 2026-11-25/1 (Ask the vendor.)\n"),
            "\(checked.output)")
        #expect(try run(["actions"], in: folder).code == 0)
        #expect(try run(["pipeline"], in: folder).code == 0)
    }

    /// `check` puts what does not fit earlier meetings at its place in the files.
    @Test func checkWarnsInPlace() throws {
        let folder = try MeetingFolder()
        let reader = try Reader(folder)
        reader.run("roll priya present\nroll tomas present\nroll wen present\nroll bo present\nroll mei present\nopen")
        reader.run("go 6\ndecide withdraw because Later.\nclose anyway")
        let agenda = "date: 2999-12-04\nitems:\n  - topic: Chair rotation\n    continues: 2026-11-25\n"
        try agenda.write(toFile: folder.path + "/" + Self.file, atomically: true, encoding: .utf8)
        let checked = try run(["check"], in: folder)
        #expect(checked.code == 0)
        #expect(
            checked.output.contains(
                "\(Self.file):3:5: warning: `chair-rotation` was withdrawn on Wed 25 Nov 2026, and is on this agenda again; "
                    + "say why under `again`, or take it out\n"), "\(checked.output)")
        try agenda.replacing("11-25", with: "11-26").write(
            toFile: folder.path + "/" + Self.file, atomically: true, encoding: .utf8)
        #expect(
            try run(["check"], in: folder).output.contains(
                "\(Self.file):4:16: warning: no meeting was held on Thu 26 Nov 2026; name the one that heard it last"))
    }
}
