import Foundation
import Testing

@testable import mlreview

/// Verdicts beside those who committed them.
@Suite struct VerdictAuthorsTests {
    @Test func whatGitPrintsIsRead() {
        let commit = String(repeating: "ab", count: 20)
        let output = """
            \(commit) 3 3 2
            author Kim <Park>
            author-mail <kim@example.com>
            author-time 1
            summary author-mail <no@example.com>
            boundary
            filename x.md
            \t- { role: product }
            \(commit) 4 4
            \tauthor-mail <never@example.com>
            \(String(repeating: "0", count: 40)) 5 5 1
            author Not Committed Yet
            author-mail <not.committed.yet>
            \tx
            fatal: nonsense
            """
        let authors = Blame.authors(in: output)
        #expect(authors.count == 3)
        #expect(
            authors[3] == Blame.Author(name: "Kim <Park>", email: "kim@example.com", commit: "ababababab")
                && authors[4] == authors[3])
        #expect(authors[5] == Blame.Author(name: "Not Committed Yet", email: nil, commit: "0000000000"))
    }

    @Test func aVerdictOfSomebodyElseIsNamed() throws {
        let folder = try MeetingFolder()
        let keep = folder.path + "/agendas/proposals"
        for name in try FileManager.default.contentsOfDirectory(atPath: keep) where name != "prep-time.md" {
            try FileManager.default.removeItem(atPath: keep + "/" + name)
        }
        for name in ["2026-11-11", "2026-11-18", "2026-11-25"] {
            try FileManager.default.removeItem(atPath: folder.path + "/agendas/\(name).yaml")
        }
        let path = keep + "/prep-time.md"
        let text = try String(contentsOfFile: path, encoding: .utf8)
            .replacing("name: Kim Park,", with: "name: Kim Park <kim@example.com>,")
            .replacing(
                "role: engineering, name: Ola Berg,", with: "role: engineering, name: Ola Berg <ola@example.com>,")
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        let none = try BuiltProgram(["check", "--authors", "--dir", folder.path])
        #expect(
            none.code == 1
                && none.errors.contains("git does not know who wrote agendas/proposals/prep-time.md: fatal: not a git"))
        let noGit = try BuiltProgram(["check", "--authors", "--dir", folder.path], environment: ["PATH": "/nowhere"])
        #expect(
            noGit.code == 1
                && noGit.errors == "mlreview: git can't be started, and only git knows who committed a line\n")

        try git(["init", "-q"], in: folder)
        try git(["add", "agendas"], in: folder)
        try git(["commit", "-qm", "all", "--author", "Kim <Kim@example.com>"], in: folder)
        let more = text.replacing("verdict: changes, date: 2026-11-20", with: "verdict: approved, date: 2026-11-21")
        try more.write(toFile: path, atomically: true, encoding: .utf8)
        let checked = try BuiltProgram(["check", "--authors", "--dir", folder.path])
        #expect(checked.code == 0)
        #expect(
            checked.output == """
                2 verdicts compared with who committed them, 1 to ask about; 1 can't be, since no file has the address of \
                Ravi Das (data science): write names as `Ola Berg <ola@example.com>`
                \(path):23:69: warning: `Ola Berg (engineering): approved` was committed by Kim <Kim@example.com>, and not by \
                Ola Berg <ola@example.com>: ask Ola Berg whether it is so
                \(path):24:52: note: `Ravi Das (data science): approved` is not committed yet

                """, "\(checked.output)")
    }

    /// Who commits the words of many at once has brought them in, and is not asked about each.
    @Test func anImportIsOneSentence() throws {
        let folder = try MeetingFolder()
        let path = folder.path + "/agendas/proposals/prep-time.md"
        var text = try String(contentsOfFile: path, encoding: .utf8)
        for (name, handle) in [("Kim Park", "kim"), ("Ola Berg", "ola"), ("Ravi Das", "ravi"), ("Mia Chen", "mia")] {
            text = text.replacing("name: \(name),", with: "name: \(name) <\(handle)@example.com>,")
        }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        try git(["init", "-q"], in: folder)
        try git(["add", "agendas"], in: folder)
        try git(["commit", "-qm", "all"], in: folder)
        let checked = try BuiltProgram(["check", "--authors", "--dir", folder.path])
        let lines = checked.output.split(separator: "\n")
        #expect(lines.count == 2, "\(checked.output)")
        #expect(lines.first?.contains(" compared with who committed them") == true)
        #expect(lines.last?.hasPrefix("Bot <bot@example.com> committed ") == true)
        #expect(lines.last?.contains(" leads at once, in ") == true)
    }

    private func git(_ words: [String], in folder: MeetingFolder) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments =
            ["git", "-C", folder.path, "-c", "user.name=Bot", "-c", "user.email=bot@example.com"] + words
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}
