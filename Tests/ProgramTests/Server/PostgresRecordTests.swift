import Foundation
import Live
import Testing

@testable import LedgerTests

/// The built program on a record in a database, as people start it: from `database init` to the mails.
@Suite struct PostgresRecordTests {
    /// A council's folder whose record is in a database of its own.
    private final class Place {
        let folder = try? MeetingFolder()
        let server: PostgresServer
        let database: String
        var url: String { "postgresql:///\(database)?host=\(server.folder)" }
        var path: String { folder?.path ?? "" }

        /// - Parameter isMade: whether the record is made, and named in the council's file.
        init(isMade: Bool = true) throws {
            server = try PostgresServer.shared()
            database = try server.makeEmptyDatabase()
            guard isMade else { return }
            #expect(try run(["database", "init", "--dir", path, url], as: "postgres").status == 0)
            try append("record: \(url)")
        }

        deinit { server.drop(database) }

        func append(_ line: String) throws {
            let file = path + "/agendas/council.yaml"
            try (String(contentsOfFile: file, encoding: .utf8) + "\n\(line)\n").write(
                toFile: file, atomically: true, encoding: .utf8)
        }

        /// Runs the program as somebody's account.
        func run(
            _ words: [String], as account: String = "tomas", typing lines: [String] = []
        ) throws -> (status: Int32, text: String) {
            let process = Process()
            process.executableURL = URL(filePath: Tmux.program)
            process.arguments = words
            process.environment = ProcessInfo.processInfo.environment.merging(["PGUSER": account]) { $1 }
            let input = FileManager.default.temporaryDirectory.appending(path: "typed-\(UUID().uuidString)")
            try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: input)
            defer { try? FileManager.default.removeItem(at: input) }
            let output = Pipe()
            process.standardInput = try FileHandle(forReadingFrom: input)
            (process.standardOutput, process.standardError) = (output, output)
            try process.run()
            let data = try output.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            return (process.terminationStatus, String(decoding: data, as: UTF8.self))
        }

        /// Holds the meeting at the console.
        func hold(as account: String = "tomas") throws -> String {
            let lines = [
                "roll as last time", "roll priya present", "roll tomas present", "roll bo present", "roll wen present",
                "roll mei present", "open", "note @bo concern: the holdout is short", "note private: the reserve",
                "motion", "vote bo yes", "vote wen yes", "vote mei no", "tally", "resolve 1 because it is longer now",
                "decide approve because it holds", "close anyway",
            ]
            return try run(["console", "--dir", path, MeetingFolder.day], as: account, typing: lines).text
        }
    }

    @Test func nobodyHostsForOthersOnADatabase() throws {
        let place = try Place()
        let council = place.path + "/agendas/council.yaml"
        let text = try String(contentsOfFile: council, encoding: .utf8)
        try text.replacingOccurrences(of: "{ handle: lena, ", with: "{ handle: lena, login: \(Account.name), ")
            .write(toFile: council, atomically: true, encoding: .utf8)
        let refused = try place.run(["host", "--console", "--dir", place.path, MeetingFolder.day])
        #expect(refused.status == 1)
        #expect(refused.text.contains("would have the host's name"), "\(refused.text)")
    }

    /// Each at their own terminal: by the council's file, or by the server's address.
    @Test func severalJoinAndEachSignsTheirOwn() throws {
        let place = try Place()
        let early = try place.run(["join", "--console", "--dir", place.path], as: "bo")
        #expect(early.status == 1 && early.text.contains("calls the roll; join then"), "\(early.text)")
        let opening = ["priya", "tomas", "bo", "wen", "mei"].map { "roll \($0) present" } + ["open", "motion"]
        _ = try place.run(["console", "--dir", place.path, MeetingFolder.day], typing: opening)
        let bo = try place.run(
            ["join", "--console", "--dir", place.path], as: "bo",
            typing: ["vote me yes because it holds", "roll mei absent", "who", "host"])
        #expect(bo.text.contains("Bo Håkansson: yes because it holds"), "\(bo.text)")
        #expect(bo.text.contains("refused: Bo Håkansson can't call the roll"))
        #expect(bo.text.contains("Bo Håkansson (member), account bo, by its own word at "))
        #expect(bo.text.contains("refused: nobody hosts this meeting"))
        let wen = try place.run(
            ["join", "--console", place.url], as: "wen", typing: ["vote me no", "note me a doubt"])
        #expect(wen.text.contains("stands at 1–1"), "\(wen.text)")
        let tomas = try place.run(
            ["console", "--dir", place.path, MeetingFolder.day], typing: ["vote bo no", "vote mei yes", "tally"])
        #expect(tomas.text.contains("Bo Håkansson has voted at their own terminal (yes)"), "\(tomas.text)")
        let priya = try place.run(
            ["join", "--console", "--dir", place.path, MeetingFolder.day], as: "priya", typing: ["close anyway"])
        #expect(priya.text.contains("the meeting is closed"), "\(priya.text)")
        let minutes = try place.run(["minutes", "--dir", place.path, MeetingFolder.day]).text
        #expect(minutes.matches(of: /by voice/).count == 1, "mei's alone: \(minutes)")
    }

    @Test func aMeetingIsHeldAndVerifiedAndSent() throws {
        let place = try Place()
        let said = try place.hold()
        #expect(said.contains("the meeting is closed"), "\(said)")
        #expect(said.contains("minutes.md"))
        let verified = try place.run(["verify", "--dir", place.path])
        #expect(verified.status == 0 && verified.text.contains("minutes agree"), "\(verified.text)")
        // The minutes name the head of a chain that only the server knows.
        let json = try place.run(["minutes", "--dir", place.path, "--format", "json", MeetingFolder.day])
        #expect(json.text.contains(#""byVoice""#), "ballots that the scribe entered say so")
        let printed = try place.run(["minutes", "--dir", place.path, MeetingFolder.day])
        #expect(printed.status == 0)
        #expect(try printed.text == place.folder?.text("minutes/\(MeetingFolder.day)/minutes.md"))
        let script = try #require(try place.folder?.write(script: "sendmail", "cat >/dev/null"))
        let send = ["send", "--dir", place.path, "--yes", "--sendmail", script, MeetingFolder.day]
        #expect(try place.run(send).status == 0)
        #expect(try place.run(send).text.contains("it already"), "nobody gets a mail twice")
        // Nothing lies in the folder that belongs to a record in files.
        #expect(place.folder?.has(".mlreview/record.sqlite") == false)
    }

    @Test func aMemberReadsItAndNotThePrivateNote() throws {
        let place = try Place()
        _ = try place.hold()
        let json = try place.run(["minutes", "--dir", place.path, "--format", "json", MeetingFolder.day], as: "wen")
        #expect(json.text.contains("the holdout is short"))
        #expect(try place.run(["verify", "--dir", place.path], as: "wen").status == 0)
        let refused = try place.run(["verify", "--dir", place.path], as: "stranger")
        #expect(refused.status == 1)
        #expect(refused.text.contains("the account stranger has no rights in the record"), "\(refused.text)")
    }

    /// The room says it before the server has to.
    @Test func whoMayNotHearsItAtOnce() throws {
        let place = try Place()
        let said = try place.run(
            ["console", "--dir", place.path, MeetingFolder.day], as: "wen", typing: ["roll bo present"])
        #expect(
            said.text.contains("refused: Wen Li can't call the roll: the scribe, Tomás Vidal, does"), "\(said.text)")
    }

    /// No file shows that something was recorded on a server.
    @Test func whatIsRecordedThereIsFound() throws {
        let place = try Place()
        _ = try place.hold()
        let search = ["search", "--dir", place.path, "thaumatrope"]
        #expect(!(try place.run(search).text.contains("Bo Håkansson")))
        let lines = ["reopen because a note was missing", "note @bo a thaumatrope of two models"]
        _ = try place.run(["console", "--dir", place.path, MeetingFolder.day], typing: lines)
        let found = try place.run(search).text
        #expect(found.contains("thaumatrope of two models") || found.contains("Bo"), "\(found)")
    }

    /// What only the server knows: its owner has not brought the council's last change there.
    @Test func whatTheServerDeclinesIsSaid() throws {
        let place = try Place()
        try place.server.execute(
            "UPDATE mlreview.people SET may_begin = false WHERE handle = 'tomas'", in: place.database)
        let said = try place.run(
            ["console", "--dir", place.path, MeetingFolder.day], typing: ["roll bo present"])
        #expect(said.status == 1)
        #expect(
            said.text.contains("refused: not recorded: tomas may not lay an agenda before the council"), "\(said.text)")
    }

    @Test func aPasswordInTheCouncilsFileIsAFault() throws {
        let place = try Place(isMade: false)
        try place.append("record: postgresql://bo:secret@db/council")
        let line = try #require(try place.folder?.text("agendas/council.yaml")).split(
            separator: "\n", omittingEmptySubsequences: false
        ).firstIndex { $0.hasPrefix("record:") }.map { $0 + 1 }
        for words in [["check"], ["console"], ["verify"]] {
            let answer = try place.run(words + ["--dir", place.path])
            #expect(answer.status == 1)
            #expect(
                answer.text.contains("agendas/council.yaml:\(line ?? 0):9: error: `record` is no address"),
                "\(answer.text)")
            #expect(!answer.text.hasPrefix("mlreview:"), "editors look for the place at the beginning of a line")
            #expect(answer.text.contains("~/.pgpass"))
            #expect(!answer.text.contains("secret"))
        }
        let typed = try place.run(["database", "check", "postgresql://bo:secret@db/council"])
        #expect(typed.status == 1 && typed.text.contains("~/.pgpass") && !typed.text.contains("secret"))
    }

    @Test func aRecordIsCopiedThereAndBack() throws {
        let files = try Place(isMade: false)
        #expect(try files.hold().contains("the meeting is closed"))
        let place = try Place()
        let copy = ["database", "copy", files.path, place.url]
        let done = try place.run(copy, as: "postgres")
        #expect(done.text.hasPrefix("copied 1 meeting with "), "\(done.text)")
        let again = try place.run(copy, as: "postgres")
        #expect(again.status == 1 && again.text.contains("is not overwritten"))
        let back = try #require(try? MeetingFolder())
        #expect(try place.run(["database", "copy", place.url, back.path], as: "postgres").status == 0)
        let sums = try [files.path, back.path].map { try place.run(["verify", "--dir", $0]).text }
        let heads = sums.map { $0.firstMatch(of: /head ([0-9a-f ]+)/)?.output.1 }
        #expect(heads[0] == heads[1] && heads[0] != nil)
    }

    @Test func aDatabaseIsCheckedAndMadeByWords() throws {
        let place = try Place(isMade: false)
        let missing = try place.run(["database", "check", "--dir", place.path, place.url], as: "postgres")
        #expect(missing.status == 1 && missing.text.contains("has no record"))
        #expect(
            try place.run(["database", "init", "--dir", place.path, place.url], as: "postgres").text.hasPrefix("made"))
        try place.server.execute("GRANT INSERT ON mlreview.entries TO bo", in: place.database)
        let checked = try place.run(["database", "check", "--dir", place.path, place.url], as: "postgres")
        #expect(checked.status == 1)
        #expect(checked.text.contains("bo has rights in entries that are too wide (INSERT)"))
    }

    /// Who records in files never meets PostgreSQL's library.
    @Test func aRecordInFilesLoadsNothingOfIt() throws {
        let place = try Place(isMade: false)
        let calls = try SystemCalls(of: ["quit"], in: place.path)
        try #require(calls.all.contains { $0.name == "openat" })
        #expect(!calls.all.contains { $0.text.contains("libpq") || $0.text.contains("libssl") })
    }
}
