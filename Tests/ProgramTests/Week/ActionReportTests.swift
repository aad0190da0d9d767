import Agendas
import Council
import Foundation
import Testing

@testable import mlreview

/// What people say of actions between the meetings of 25 November and 2 December 2026.
@Suite struct ActionReportTests {
    private static let today = CalendarDay(daysSinceEpoch: 20_785)  // 28 November 2026
    private static let file = "agendas/people/lena.yaml"

    private static let script = """
        roll priya present\nroll tomas present\nroll wen present\nroll bo present\nroll mei present\nopen\ngo 2
        action @lena by 2026-11-30 Ask the kitchens.\naction @bo by 2026-12-01 Call the vendor.
        action Count the vectors.\naction @tomas Draw.\ndone 4\nnote private: quokka\ndecide revise because The holdout.\nclose anyway
        """

    private func held() throws -> MeetingFolder {
        let folder = try MeetingFolder()
        let reader = try Reader(folder)
        reader.run(Self.script)
        #expect(!reader.wasRefused, "\(reader.lines)")
        return folder
    }

    private func week(_ folder: MeetingFolder, on today: CalendarDay = today) throws -> WeekFolder {
        try WeekFolder(folder.path, today: today, evenIfMeetingIsOpen: true)
    }

    @discardableResult
    private func say(
        _ folder: MeetingFolder, _ reference: String, _ word: ActionWord.Word, until: String? = nil, to: String? = nil,
        because: String = "", by speaker: String = "lena"
    ) throws -> FileChange {
        let change = try ActionReport(
            reference, word, until: until.flatMap { CalendarDay($0) }, to: to, because: because, by: Handle(speaker),
            in: try week(folder)
        ).change()
        try change.write()
        return change
    }

    @Test func aWordIsAddedToThePersonsFile() throws {
        let folder = try held()
        let change = try say(folder, "2026-11-25/1", .later, until: "2026-12-16", because: "they are away: \u{1B}[2J")
        let first =
            "actions:\n  - { action: 2026-11-25/1, word: later, until: 2026-12-16, on: 2026-11-28, "
            + "because: \"they are away:  [2J\" }\n"
        #expect(try folder.text(Self.file) == first)
        #expect(change.shown.first == "\(folder.path)/\(Self.file):1:")
        #expect(
            change.commitLine.hasSuffix(
                "add agendas/people/lena.yaml && git -C \(folder.path) commit -m 'Action 2026-11-25/1: later'"))
        let open = try week(folder).library.openActions(of: PersonQuery("lena"), on: Self.today).flatMap(\.actions)
        #expect(open.map(\.due) == [CalendarDay("2026-12-16")] && open.map(\.firstDue) == [CalendarDay("2026-11-30")])
        try say(folder, "2026-11-25/1", .done)
        #expect(
            try folder.text(Self.file) == first + "  - { action: 2026-11-25/1, word: done, on: 2026-11-28 }\n")
        #expect(try week(folder).library.openActions(of: PersonQuery("lena"), on: Self.today).isEmpty)
        let faults = AgendaFolder(path: folder.path).check().filter { $0.severity == .error }
        #expect(faults == [])
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/agendas/people")
        #expect(names == ["lena.yaml"])
    }

    /// The new owner has it from then on, in the lists, for the next meeting, and after its minutes.
    @Test func anActionIsHandedToSomebodyElse() throws {
        let folder = try held()
        let words = ["--as", "lena", "--yes", "--dir", folder.path]
        let run = try BuiltProgram(
            ["actions", "reassign", "2026-11-25/1", "to", "wen", "because", "Lena", "leaves."] + words)
        #expect(run.code == 0, "\(run.errors)")
        #expect(run.output.contains("Action 2026-11-25/1: handed to "))
        #expect(try folder.text(Self.file).contains(", word: reassign, to: wen, on: "))
        let library = try week(folder).library
        #expect(library.openActions(of: PersonQuery("lena"), on: Self.today).isEmpty)
        #expect(library.openActions(of: PersonQuery("wen"), on: Self.today).flatMap(\.actions).count == 1)
        let next = try #require(CalendarDay("2027-01-13"))
        #expect(library.recall(for: next).updates.map(\.to?.handle) == [Handle("wen")])
        #expect(library.recall(for: next).actions.first?.owner?.handle == Handle("lena"))
        // It is hers to say what becomes of it.
        #expect(complaint { _ = try say(folder, "2026-11-25/1", .done) }.contains(" is Wen "))
        #expect(
            complaint { _ = try say(folder, "2026-11-25/1", .reassign, to: "wen", by: "wen") }.hasSuffix(
                "is already Wen Li's: name somebody else"))
        #expect(
            complaint { _ = try say(folder, "2026-11-25/1", .reassign, to: "wenn", by: "wen") }
                == "nobody in council.yaml is called `wenn`, which `to` names; did you mean `wen`?")
        for wrong in [["to"], ["to", "wen", "because"], ["because", "X"]] {
            #expect(try BuiltProgram(["actions", "reassign", "2026-11-25/1"] + wrong + words).code == 64)
        }
    }

    private static let refusals: [(String, ActionWord.Word, String?, String, String, String)] = [
        (
            "1", .done, nil, "", "lena",
            "`1` is not an action: write the day of its meeting and its number, such as 2026-11-25/1"
        ),
        (
            "2026-11-18/1", .done, nil, "", "lena",
            "no minutes are known of a meeting on Wed 18 Nov 2026, so this action is not known"
        ),
        (
            "2026-11-25/9", .done, nil, "", "lena",
            "the meeting of 2026-11-25 assigned no action 9; did you mean `2026-11-25/1`?"
        ),
        (
            "2026-11-25/4", .done, nil, "", "tomas",
            "action 2026-11-25/4 is already done: `mlreview actions later 2026-11-25/4 --until DATE` opens it again"
        ),
        (
            "2026-11-25/2", .done, nil, "", "lena",
            "action 2026-11-25/2 is Bo Håkansson's: they say what became of it (--as bo), or the chair does (--as priya)"
        ),
        (
            "2026-11-25/1", .drop, nil, " ", "lena",
            "give the reason: `mlreview actions drop 2026-11-25/1 because TEXT`"
        ),
        (
            "2026-11-25/1", .later, "2026-11-28", "", "lena",
            "2026-11-28 is not after today, 2026-11-28: name a later day"
        ),
    ]

    @Test(arguments: refusals)
    func whatCanNotBeSaidIsRefused(
        reference: String, word: ActionWord.Word, until: String?, because: String, speaker: String, sentence: String
    ) throws {
        let folder = try held()
        let heard = complaint {
            try say(folder, reference, word, until: until, because: because, by: speaker)
        }
        #expect(heard == sentence)
        #expect(!folder.has("agendas/people"))
    }

    /// The chair speaks for everybody, and anybody for an action that nobody owns.
    @Test func othersMaySpeakToo() throws {
        let folder = try held()
        try say(folder, "2026-11-25/2", .done, by: "priya")
        try say(folder, "2026-11-25/3", .drop, because: "no use", by: "tomas")
        #expect(folder.has("agendas/people/priya.yaml") && folder.has("agendas/people/tomas.yaml"))
        let open = try week(folder).library.openActions(on: Self.today).flatMap(\.actions)
        #expect(open.map(\.reference.number) == [1])
    }

    @Test func aFileThatHasChangedMeanwhileStays() throws {
        let folder = try held()
        try say(folder, "2026-11-25/1", .later, until: "2026-12-16")
        let change = try ActionReport("2026-11-25/1", .done, because: "", by: Handle("lena"), in: try week(folder))
            .change()
        let other = "# mine\n" + (try folder.text(Self.file))
        try other.write(toFile: folder.path + "/" + Self.file, atomically: true, encoding: .utf8)
        #expect(complaint(change.write).hasSuffix("it has changed meanwhile, and was not written: start again"))
        #expect(try folder.text(Self.file) == other)
    }

    @Test func aLinkIsNotFollowed() throws {
        let folder = try held()
        let elsewhere = try MeetingFolder()
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/agendas/people", withDestinationPath: elsewhere.path)
        #expect(complaint { try say(folder, "2026-11-25/1", .done) }.contains("there is a link"))
        #expect(!elsewhere.has("lena.yaml"))
    }

    @Test(
        arguments: [
            ("lena", [:], "lena"), ("@LENA", [:], "lena"), (nil, ["MLREVIEW_HANDLE": "bo"], "bo"),
            ("Bo Håkansson", [:], "bo"), ("hakansson", [:], "bo"), (nil, ["MLREVIEW_HANDLE": "Ortiz"], "lena"),
            ("lna", [:], "nobody in council.yaml is called `lna`, which --as names; did you mean `lena`?"),
            (
                nil, ["MLREVIEW_HANDLE": "b"],
                "nobody in council.yaml is called `b`, which $MLREVIEW_HANDLE names; did you mean `bo`?"
            ),
        ] as [(String?, [String: String], String)])
    func whoSpeaks(name: String?, environment: [String: String], expected: String) throws {
        let folder = try MeetingFolder()
        let roster = try week(folder).library.roster
        var found: Handle?
        let heard = complaint {
            found = try Speaker.handle(as: name, on: roster, in: folder.path, environment: environment)
        }
        #expect(found?.rawValue ?? heard == expected)
    }

    /// Two people of one name are told apart by their handles.
    @Test func aNameThatTwoShareIsRefused() throws {
        let folder = try MeetingFolder()
        let council = try folder.text("agendas/council.yaml").replacing("Noor Haddad", with: "Lena Haddad")
        try council.write(toFile: folder.path + "/agendas/council.yaml", atomically: true, encoding: .utf8)
        let roster = try week(folder).library.roster
        #expect(try Speaker.handle(as: "lena", on: roster, in: folder.path, environment: [:]) == Handle("lena"))
        let named = council.replacing("handle: lena,", with: "handle: ortiz,")
        try named.write(toFile: folder.path + "/agendas/council.yaml", atomically: true, encoding: .utf8)
        try FileManager.default.removeItem(atPath: folder.path + "/agendas/2026-11-25.yaml")
        let other = try week(folder).library.roster
        let heard = complaint {
            _ = try Speaker.handle(as: "lena", on: other, in: folder.path, environment: [:])
        }
        #expect(heard == "`lena`, which --as names, may be ortiz or noor: write the handle")
    }

    @Test(arguments: [
        ("2026-12-02", "2026-12-02"), ("friday", "2026-12-04"), ("tomorrow", "2026-11-29"),
        ("fridy", "`fridy` is not a date: did you mean `friday`?"),
    ])
    func daysAreSaidAsAtAMeeting(text: String, expected: String) {
        var day: CalendarDay?
        let heard = complaint { day = try ActionReport.day(text, from: Self.today) }
        #expect(day?.description ?? heard == expected)
    }

    @Test(arguments: [
        ("because", "`because` needs a reason after it: write `because TEXT`"),
        ("it is late", "a reason follows `because`: write `because TEXT`"),
    ])
    func aReasonStandsBehindBecause(words: String, sentence: String) {
        let words = ["actions", "drop", "2026-11-25/1"] + words.split(separator: " ").map(String.init)
        let error = #expect(throws: (any Error).self) { try MLReview.parseAsRoot(words) }
        #expect(error.map { MLReview.message(for: $0) } == sentence)
    }

    /// git knows its user by an address; in a folder of its own, so that this machine's settings don't count.
    @Test func gitSaysWhoSpeaks() async throws {
        let folder = try MeetingFolder()
        let roster = try week(folder).library.roster
        for (address, expected) in [
            ("BO@example.com", "bo"),
            (
                "x@example.com",
                "who says it? git's user.email, x@example.com, is nobody's in council.yaml: name yourself with --as HANDLE, "
                    + "or set MLREVIEW_HANDLE"
            ),
        ] {
            try folder.write(script: ".git/none", "")
            for name in ["HEAD": "ref: refs/heads/main\n", "config": "[user]\n\temail = \(address)\n"] {
                try name.value.write(toFile: folder.path + "/.git/\(name.key)", atomically: true, encoding: .utf8)
            }
            for name in ["objects", "refs"] {
                try FileManager.default.createDirectory(
                    atPath: folder.path + "/.git/\(name)", withIntermediateDirectories: true)
            }
            // Whoever waits for another program must not hold a thread that tasks share.
            let path = folder.path
            let answer = await withCheckedContinuation { continuation in
                Thread.detachNewThread {
                    var found: Handle?
                    let heard = complaint {
                        found = try Speaker.handle(as: nil, on: roster, in: path, environment: [:])
                    }
                    continuation.resume(returning: found?.rawValue ?? heard)
                }
            }
            #expect(answer == expected)
        }
    }

    // MARK: The next meeting

    /// What stands in people's files comes into the minutes of the next meeting, and the rest stays open.
    @Test func theNextMeetingTakesItUp() throws {
        let folder = try held()
        try say(folder, "2026-11-25/1", .done, because: "see PR 4411")
        try NextAgenda(CalendarDay("2026-12-02"), in: try week(folder)).change.write()
        let reader = try Reader(folder, on: "2026-12-02")
        let opened = reader.run("roll priya present\nroll tomas present\nopen")
        #expect(
            opened.suffix(2) == [
                "2 actions of earlier meetings are open, 1 overdue",
                "action 2026-11-25/1 done: see PR 4411 (Lena Ortiz, Sat 28 Nov 2026)",
            ], "\(opened)")
        let title = try title(in: folder)
        #expect(
            reader.run("actions") == [
                "2026-11-25/2: Bo Håkansson, due 2026-12-01, 1 day overdue: Call the vendor. [\(title)]",
                "2026-11-25/3: no owner, no date: Count the vectors. [\(title)]",
                "2026-11-25/1: Lena Ortiz, done: Ask the kitchens. [\(title)]",
            ])
        #expect(reader.refusal(of: "done 2026-11-25/1")?.hasPrefix("action 2026-11-25/1 is already done") == true)
        reader.run("later 2026-11-25/2 2026-12-16 because vendor is late\nundo\nredo\nclose anyway")
        let minutes = try folder.text("minutes/2026-12-02/minutes.md")
        #expect(minutes.contains("## Actions of earlier meetings\n"))
        #expect(minutes.contains("- Put off to Wed 16 Dec 2026: Call the vendor."))
        #expect(!minutes.contains("quokka"))
        let later = CalendarDay(daysSinceEpoch: Self.today.daysSinceEpoch + 20)
        let open = try week(folder, on: later).library.openActions(on: later).flatMap(\.actions)
        #expect(open.map { "\($0.reference.number) \($0.daysOverdue ?? 0)" } == ["2 2", "3 0"])
        // A copy without the record knows the same.
        try FileManager.default.removeItem(atPath: folder.path + "/.mlreview")
        #expect(try week(folder, on: later).library.openActions(on: later).flatMap(\.actions) == open)
    }

    /// The title of the item that the actions are from.
    private func title(in folder: MeetingFolder) throws -> String {
        try #require(try week(folder).library.fate(of: ActionReference("2026-11-25/1")!)?.action.itemTitle)
    }

    /// A folder whose files are wrong holds its meeting all the same.
    @Test func aFaultyFileKeepsNobodyFromMeeting() throws {
        let folder = try held()
        try NextAgenda(CalendarDay("2026-12-02"), in: try week(folder)).change.write()
        try folder.write(script: "agendas/people/lena.yaml", "")
        let reader = try Reader(folder, on: "2026-12-02")
        let opened = reader.run("roll priya present\nopen")
        #expect(opened.last?.hasPrefix("note: what earlier meetings left open is not known: ") == true, "\(opened)")
        #expect(reader.run("actions") == ["no actions of earlier meetings"] && !reader.wasRefused)
    }
}
