import Agendas
import Council
import Foundation
import Testing

@testable import mlreview

/// A new council's folder.
@Suite struct InitTests {
    private let home = NSTemporaryDirectory() + "mlreview-init-" + UUID().uuidString

    private func run(_ words: [String], input: String = "") throws -> BuiltProgram {
        try BuiltProgram(["init", home] + words, input: input)
    }

    private static let given = [
        "--member", "Priya Raman <priya@example.com>, engineering", "--member", "Tomás: Vidal, data science", "--chair",
        "tomas",
        "--name", "Our: Council", "--from", "ML Council <ml@example.com>", "--timezone", "Europe/Oslo", "--date",
        "2999-12-04",
    ]

    /// Nobody answers ten questions for nothing.
    @Test(arguments: ["Mars", "Europe/Olso", "PST"]) func anUnknownTimeZoneIsRefusedAtOnce(_ zone: String) throws {
        let refused = try run(["--timezone", zone], input: "Our Council\n")
        #expect(refused.code == 1 && refused.output == "", "\(refused.output)")
        #expect(
            refused.errors.hasPrefix(
                "mlreview: --timezone: unknown time zone `\(zone)`; write its IANA name, such as `America/Los_Angeles`"),
            "\(refused.errors)")
        #expect(zone != "Europe/Olso" || refused.errors.contains("Europe/Oslo"))
        #expect(!FileManager.default.fileExists(atPath: home))
    }

    @Test func aScriptMakesAFolderThatWorks() throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        let made = try run(Self.given + ["--yes"])
        #expect(made.code == 0, "\(made.errors)")
        #expect(
            made.output.hasSuffix(
                """
                written: \(home)/agendas
                next: `mlreview propose --dir \(home)` asks for a first proposal and writes it;
                      `mlreview agenda refresh 2999-12-04 --dir \(home)` adds it to the agenda once its leads approve;
                      `mlreview --dir \(home)` opens the meeting
                to commit: git init -q \(home) && git -C \(home) add .gitignore agendas && git -C \(home) commit -m 'Our: Council: its folder'

                """), "\(made.output)")
        let names = try FileManager.default.subpathsOfDirectory(atPath: home).sorted()
        #expect(names == [".gitignore", "agendas", "agendas/2999-12-04.yaml", "agendas/council.yaml"])
        #expect(try String(contentsOfFile: home + "/.gitignore", encoding: .utf8) == ".mlreview/\n")
        let checked = try BuiltProgram(["check", "--dir", home])
        #expect(checked.code == 0 && checked.output == "", "\(checked.output)")
        let council = try #require(AgendaFolder(path: home).survey().roster)
        #expect(
            council.name == "Our: Council" && council.timeZone == "Europe/Oslo"
                && council.mail?.from == "ML Council <ml@example.com>")
        #expect(
            council.members == [
                Member(
                    handle: Handle("priya"), name: "Priya Raman", email: "priya@example.com", discipline: .engineering),
                Member(handle: Handle("tomas"), name: "Tomás: Vidal", discipline: .dataScience),
            ])
        #expect(council.chair.member == Handle("tomas") && council.chair.termMonths == 12)
        let meeting = try BuiltProgram(
            ["console", "--dir", home], input: "roll priya present\nroll tomas present\nopen\n")
        #expect(
            meeting.code == 0 && meeting.output.contains("ML Review of Wed 4 Dec 2999, 1 item"), "\(meeting.output)")
        // A second time nothing is written over.
        let again = try run(Self.given + ["--yes"])
        #expect(
            again.code == 1
                && again.errors
                    == "mlreview: \(home)/agendas is already there, and stays as it is: name another folder\n"
        )
    }

    @Test func aPersonIsAsked() throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        let answers = """

            Priya Raman <priya@example.com>, enginering
            ?
            Priya Raman <priya@example.com>, engineering
            ?

            priya raman
            Pia <Priya@example.com>
            Priya Zed
            PRIYA
            pz

            nobody at all
            pz

            """
        let refused = try run(["--date", "2999-12-04"], input: answers + "\nn\n")
        #expect(refused.code == 1 && refused.output.hasSuffix("Nothing was written.\n"))
        #expect(!FileManager.default.fileExists(atPath: home))
        let made = try run(["--date", "2999-12-04"], input: answers + "me\nme@example.com\ny\n")
        #expect(made.code == 0, "\(made.errors)")
        for text in [
            "`enginering` is not a discipline; did you mean `engineering`?: write engineering, data-science",
            "handle [priya]: ",
            "handle [priyaz]: ", "`PRIYA` is already somebody's",
            "Such as Priya Raman <priya@example.com>, engineering. ",
            "The short name that is typed in a meeting", "Priya Raman is already a member: ",
            "priya@example.com is already Priya Raman's address: ", "`nobody at all` is not a member",
            "`me` is not a mail address: it has no `@`",
        ] { #expect(made.errors.contains(text), "\(text) is not in \(made.errors)") }
        let council = try #require(AgendaFolder(path: home).survey().roster)
        #expect(council.members.map(\.handle.rawValue) == ["priya", "pz"] && council.chair.member == Handle("pz"))
        #expect(council.mail?.from == "me@example.com" && council.name == "ML Council")
    }

    /// After a no, each answer can be changed without losing the others.
    @Test func anAnswerCanBeChangedBeforeAnythingIsWritten() throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        let answers =
            "Ours\nPriya Raman, enginering\nPriya Raman\n\nTomas Vidal\nt\nWen Li\n\n\npriya\nme@example.com\n"
        let changes = """
            n
            colour
            zo
            Mars
            zone
            Europe/Oslo
            n
            day
            soon
            2999-12-11
            no
            members
            2
            Tomás Vidal <tomas@example.com>, data science

            -1
            9
            Ana Ruiz, product
            ana

            wen
            n
            chair
            t
            n
            mails
            ML <ml@example.com>
            n
            name
            Our Council
            y

            """
        let made = try run(["--timezone", "UTC", "--date", "2999-12-04"], input: answers + changes)
        #expect(made.code == 0, "\(made.output)\(made.errors)")
        for text in [
            "Change name, members, chair, mails, day or zone, and look again? Enter changes nothing: ",
            "`colour` is none of these", "unknown time zone `Mars`; write its IANA name", "`soon` is not a day",
            "  2  Tomas Vidal (t)\n", "handle [t]: ", "  there is no member 9\n",
            "  1  Tomás Vidal <tomas@example.com>, data-science (t)\n",
            "The chair's handle [t]: ", "The chair's handle [wen]: ", "[me@example.com]: ",
            "The council's name [Ours]: ",
        ] { #expect(made.errors.contains(text), "\(text) is not in \(made.errors)") }
        let council = try #require(AgendaFolder(path: home).survey().roster)
        #expect(council.name == "Our Council" && council.timeZone == "Europe/Oslo")
        #expect(council.members.map(\.name) == ["Tomás Vidal", "Wen Li", "Ana Ruiz"])
        #expect(council.chair.member == Handle("t") && council.mail?.from == "ML <ml@example.com>")
        #expect(FileManager.default.fileExists(atPath: home + "/agendas/2999-12-11.yaml"))
    }

    /// Foundation ends the program on such a path.
    @Test func aFolderMayHaveANameOfOneCharacter() throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        let made = try BuiltProgram(["init", "c"] + Self.given + ["--yes"], in: home)
        #expect(made.code == 0 && FileManager.default.fileExists(atPath: home + "/c/agendas"), "\(made.errors)")
        let missing = try BuiltProgram(["console", "x", "--dir", "c"], in: home)
        #expect(missing.code == 1 && missing.errors.contains("there is no agenda x"), "\(missing.errors)")
        let pages = try BuiltProgram(["pages", "--dir", "c", "--out", "o"], in: home)
        #expect(pages.code == 0 && FileManager.default.fileExists(atPath: home + "/o/pipeline.html"), "\(pages.errors)")
    }

    @Test(arguments: [
        ([], "a council has at least one member: write --member"), (["--member", "<a@b.c>"], "`<a@b.c>` has no name"),
        (["--member", "A <a b>"], "is not a mail address: it has a space in it"),
        (["--member", "A, chess"], "`chess` is not a discipline: write engineering, "),
        (["--member", "A", "--member", "a"], "A is already a member"), (["--member", "?"], "`?` has no name"),
        (["--member", "A", "--chair", "b"], "`b` is not a member"),
        (["--member", "A", "--from", "x"], "`x` is not a mail address"),
        (["--member", "A", "--timezone", "Mars"], "unknown time zone `Mars`"),
    ])
    func whatIsWrongIsSaid(_ words: [String], _ sentence: String) throws {
        let answer = try run(words + ["--yes"])
        #expect(answer.code == 1 && answer.errors.contains(sentence), "\(answer.errors)")
        #expect(!FileManager.default.fileExists(atPath: home))
    }

    @Test func whatIsThereStays() throws {
        defer { try? FileManager.default.removeItem(atPath: home) }
        try FileManager.default.createDirectory(atPath: home + "/agendas", withIntermediateDirectories: true)
        try "ours\n".write(toFile: home + "/.gitignore", atomically: true, encoding: .utf8)
        let made = try run(Self.given + ["--yes"])
        #expect(made.code == 0 && made.output.contains("\(home)/.gitignore was there; add a line `.mlreview/` to it\n"))
        #expect(try String(contentsOfFile: home + "/.gitignore", encoding: .utf8) == "ours\n")
        try FileManager.default.removeItem(atPath: home + "/agendas")
        try "file".write(toFile: home + "/agendas", atomically: true, encoding: .utf8)
        let refused = try run(Self.given + ["--yes"])
        #expect(refused.code == 1 && refused.errors.contains("agendas: it is there already, and stays as it is"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: home).sorted() == [".gitignore", "agendas"])
    }

    @Test(arguments: [
        (["Priya Raman"], "priya"), (["Priya Raman", "Priya Zed"], "priyaz"), (["Priya R", "Priya Ra"], "priyar"),
        (["Priya", "Priya"], "priya2"), (["Zsófia Kertész"], "zsofia"), (["陳美玲 (Mei Chen)"], "陳美玲"),
        (["!!!"], "member"),
    ])
    func handlesAreSuggested(_ names: [String], _ last: String) {
        let handles = names.reduce(into: [Handle]()) { $0.append(TypedSeat.handle(for: $1, without: $0)) }
        #expect(handles.last == Handle(last))
    }

    @Test(arguments: [
        ("2026-11-16", "2026-11-25"), ("2026-11-21", "2026-11-25"), ("2026-11-22", "2026-11-25"),
        ("2026-11-25", "2026-12-02"),
    ])
    func theFirstMeetingIsNextWeek(_ today: String, _ day: String) throws {
        #expect(NewCouncil.usualDay(after: try #require(CalendarDay(today))).description == day)
    }
}
