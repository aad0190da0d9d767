import Council
import Foundation
import Minutes
import Testing
import TestMeetings

@testable import mlreview

/// What the commands answer after three meetings that were held on 25 November, 2 and 9 December 2026. The first is in
/// the record and in its minutes, the others in their minutes.
@Suite struct AnswerTests {
    private static let today = CalendarDay(daysSinceEpoch: 20_800)  // 13 December 2026
    private static let privateWord = "quokka"

    private static let script = """
        roll priya present\nroll tomas present\nroll wen present\nroll bo present\nroll mei present\nopen\ngo 1
        decide defer 2026-12-02 because More data.\ngo 2\nnote @tomas concern: The holdout is short.
        note @bo private: \(privateWord) looks tired\namend cost.build = 520000 because Two more months.
        action @lena by 2026-11-30 Ask the kitchens.\ndecide revise because The holdout.
        go 4\ndecide approve because It is urgent.\naction Count the vectors.\nclose anyway
        """

    private func held() throws -> MeetingFolder {
        let folder = try MeetingFolder()
        let reader = try Reader(folder)
        reader.run(Self.script)
        #expect(!reader.wasRefused, "\(reader.lines)")
        var generator = HistoryGenerator(
            seed: 11, first: CalendarDay(daysSinceEpoch: 20_789), proposals: 4, notes: 4)
        for journal in generator.meetings(2) {
            try write(Minutes.record(of: journal), of: journal.meeting.agenda.date.description, in: folder)
        }
        return folder
    }

    private func write(_ record: String, of day: String, in folder: MeetingFolder) throws {
        let path = folder.path + "/minutes/\(day)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try record.write(toFile: path + "/record.json", atomically: true, encoding: .utf8)
    }

    private func week(_ folder: MeetingFolder) throws -> WeekFolder {
        try WeekFolder(folder.path, today: Self.today, evenIfMeetingIsOpen: true)
    }

    /// Every command with the words that are typed behind it.
    private static let commands = [
        "decisions", "decisions --verdict revise", "decisions --since 2026-12-02 --until 2026-12-08",
        "decisions --pod fraud", "history prep-time", "history --lead Lena", "history vector-store", "actions",
        "actions lena", "actions --overdue", "pipeline", "register",
    ]

    private func answer(_ line: String, from week: WeekFolder) throws -> Answer {
        let command = try MLReview.parseAsRoot(line.split(separator: " ").map(String.init))
        switch command {
        case let command as DecisionsCommand: return try command.answer(from: week)
        case let command as HistoryCommand: return try command.answer(from: week)
        case let command as OpenActionsCommand: return try command.answer(from: week)
        case let command as PipelineCommand: return try command.answer(from: week)
        case let command as RegisterCommand: return try command.answer(from: week)
        default: throw Complaint("`\(line)` is another command")
        }
    }

    @Test func decisionsOfThreeMeetings() throws {
        let week = try week(held())
        let lines = try answer("decisions", from: week).lines
        let days = lines.filter { !$0.hasPrefix(" ") }.map { String($0.prefix(10)) }
        #expect(Set(days) == ["2026-12-09", "2026-12-02", "2026-11-25"] && days == days.sorted(by: >))
        #expect(
            try answer("decisions --verdict revise --until 2026-11-30", from: week).lines == [
                "2026-11-25  prep-time  Dispatch by predicted prep time",
                "            sent back for revision: To be answered: “The holdout is short” (Tomás Vidal). Why: The holdout.",
                "            by consensus, no vote was asked for",
                "            because of concern 1 of Tomás Vidal: The holdout is short.",
            ])
        #expect(try answer("decisions --since 2027-01-01", from: week).lines == ["no such decision"])
        #expect(
            complaint { _ = try answer("decisions --pod Serch", from: week) }
                == "no proposal is of a pod called `Serch`; did you mean `Search`?")
    }

    @Test func theHistoryOfAProposal() throws {
        let week = try week(held())
        let expected = [
            "2026-11-18  review     Kim Park (product): approved",
            "2026-11-18  review     Ola Berg (engineering): approved: shadow mode first, and a switch per city",
            "2026-11-20  review     Ravi Das (data science): wants changes: holdout too short",
            "2026-11-25  heard      taken up",
            "2026-11-25  concern    1 of Tomás Vidal: The holdout is short. (open)",
            "2026-11-25  amendment  1, cost.build: 450000 → 520000: Two more months.",
            "2026-11-25  decision   sent back for revision: To be answered: “The holdout is short” (Tomás Vidal). Why: "
                + "The holdout. (by consensus, no vote was asked for; because of concern 1)",
            "2026-11-25  action     2026-11-25/1 of Lena Ortiz, due on Mon 30 Nov 2026: Ask the kitchens.",
        ]
        let lines = try answer("history prep-time", from: week).lines
        #expect(lines == expected)
        let lead = try answer("history --lead ortiz", from: week).lines
        #expect(lead.filter { $0.contains("  prep-time  ") }.count == expected.count, "\(lead)")
        #expect(
            complaint { _ = try answer("history prep-tine", from: week) }
                == "no proposal or topic is called `prep-tine`; did you mean `prep-time`?")
        #expect(
            complaint { _ = try answer("history --lead Nobody", from: week) }.hasPrefix("nobody called `Nobody` leads"))
        for line in ["history", "history prep-time --lead Lena"] {
            #expect(throws: (any Error).self) { try MLReview.parseAsRoot(line.split(separator: " ").map(String.init)) }
        }
    }

    @Test func openActionsByOwner() throws {
        let week = try week(held())
        let lines = try answer("actions", from: week).lines
        #expect(
            try answer("actions @lena --overdue", from: week).lines.prefix(2) == [
                "Lena Ortiz", "  2026-11-25/1  prep-time  due 2026-11-30, 13 days overdue  Ask the kitchens.",
            ])
        let rest = lines.drop { $0 != "nobody" }
        #expect(
            rest.contains { $0.hasPrefix("  2026-11-25/2  vector-store  ") && $0.hasSuffix("  Count the vectors.") })
        #expect(
            complaint { _ = try answer("actions lema", from: week) } == "nobody is called `lema`; did you mean `lena`?")
    }

    @Test func thePipelineOnADay() throws {
        let week = try week(held())
        let lines = try answer("pipeline", from: week).lines
        #expect(
            lines[0].contains(" open · from a lead's first word to the council's answer: median ")
                && lines[0].hasSuffix(" this quarter"))
        #expect(lines.contains { $0.hasPrefix("sent back") && $0.contains("prep-time") && $0.contains("18 d") })
        #expect(lines.contains { $0.contains("waits for a changed file; 1 concern open") }, "\(lines)")
        #expect(
            try answer("pipeline", from: week).json.contains(
                """
                    {
                      "days" : 18,
                      "estimated" : "4.2 M USD/year",
                      "heard" : "2026-11-25",
                      "id" : "prep-time",
                      "isOpen" : true,
                      "openConcerns" : 1,
                      "pod" : "Dispatch",
                      "since" : "2026-11-25",
                      "stage" : "sent back",
                      "title" : "Dispatch by predicted prep time",
                      "waitsFor" : "a changed file"
                    }
                """))
    }

    @Test func theRegister() throws {
        let lines = try answer("register", from: try week(held())).lines
        let twice = try #require(lines.firstIndex(of: "Built twice"))
        #expect(
            lines[(twice + 1)...].prefix(2) == [
                "Two or more proposals offer it, and none of them replaces the other.",
                "  forecast-backtest-harness  offered by courier-supply (ready), demand-15min (ready)",
            ], "\(lines)")
        #expect(
            lines.contains {
                $0.hasPrefix("  event-bus ") && $0.hasSuffix("  live, Jonas Müller; Platform: stream-features (ready)")
            },
            "\(lines)")
    }

    /// On a terminal no line is wider than it is, no name is broken, and nothing is left out.
    @Test(arguments: [80, 60]) func linesFitTheTerminal(columns: Int) throws {
        let week = try week(held())
        for (wide, narrow) in [
            (
                try RegisterCommand.parse([]).answer(from: week),
                try RegisterCommand.parse([]).answer(from: week, columns: columns)
            ),
            (
                try PipelineCommand.parse([]).answer(from: week),
                try PipelineCommand.parse([]).answer(from: week, columns: columns)
            ),
        ] {
            #expect(narrow.lines.filter { $0.count > columns } == [])
            let words = { (answer: Answer) in answer.lines.flatMap { $0.split(separator: " ") } }
            #expect(words(wide) == words(narrow))
            #expect(narrow.lines.count > wide.lines.count)
        }
    }

    @Test(arguments: commands)
    func jsonIsStableAndHasDaysAsTheyAreWritten(_ line: String) throws {
        let folder = try held()
        let json = try answer(line, from: try week(folder)).json
        #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) is NSObject)
        #expect(json.hasSuffix("\n") && (line == "register" || json.contains(#"" : "2026-1"#)), "\(json)")
        #expect(try answer(line, from: try week(folder)).json == json)
    }

    /// A folder that was only copied, without the record, gives the same bytes.
    @Test(arguments: commands)
    func minutesAreEnough(_ line: String) throws {
        let folder = try held()
        let answer = try self.answer(line, from: try week(folder))
        try FileManager.default.removeItem(atPath: folder.path + "/.mlreview")
        let copied = try self.answer(line, from: try week(folder))
        #expect(try copied.lines == answer.lines && copied.json == answer.json)
    }

    @Test(arguments: commands)
    func nothingPrivateGetsOut(_ line: String) throws {
        let folder = try held()
        // The generated meetings have private notes too.
        for isFromRecord in [false, true] {
            if isFromRecord { try FileManager.default.removeItem(atPath: folder.path + "/minutes/2026-11-25") }
            let answer = try self.answer(line, from: try week(folder))
            for text in try answer.lines + [answer.json] {
                #expect(!text.contains(Self.privateWord) && !text.contains("SECRET"))
            }
        }
    }

    /// What is in files can't move the cursor or turn the direction of a text.
    @Test func textFromFilesIsSafe() throws {
        let folder = try MeetingFolder()
        let record = Minutes.record(of: try SampleMeeting.held().journal).replacing(
            "measure the rule-based baseline first", with: #"One\nline \u009b31m red \u202eder \u001b[2J"#)
        try write(record, of: "2026-11-25", in: folder)
        let answer = try answer("history promo-uplift", from: try week(folder))
        let line = try #require(answer.lines.first { $0.contains("One line") })
        let raw: [Unicode.Scalar] = ["\u{9B}", "\u{202E}", "\u{1B}"]
        let json = try answer.json
        #expect(raw.allSatisfy { !line.unicodeScalars.contains($0) && !json.unicodeScalars.contains($0) })
        #expect(json.contains(#"One\nline \u009b31m red \u202eder \u001b[2J"#), "\(json)")
    }

    /// The built program prints what it can read, names what it can't, and exits with 1.
    @Test func aCutRecordIsNamedAndTheRestIsPrinted() throws {
        let folder = try held()
        let whole = try run(["decisions"], in: folder)
        #expect(whole.code == 0 && whole.errors == "", "\(whole.errors)")
        try write("{", of: "2026-12-09", in: folder)
        for words in [["decisions"], ["history", "prep-time"], ["actions"], ["pipeline", "--json"], ["register"]] {
            let cut = try run(words, in: folder)
            #expect(cut.code == 1 && cut.errors.contains("minutes/2026-12-09/record.json:1:2: "), "\(cut.errors)")
            #expect(!cut.output.isEmpty)
        }
        let rest = try run(["decisions"], in: folder).output
        #expect(rest.contains("prep-time") && whole.output.hasSuffix(rest) && !rest.contains("2026-12-09  "))
    }

    /// The folder of all minutes may be elsewhere.
    @Test func minutesMayBeElsewhere() throws {
        let folder = try held()
        let out = folder.path + "/elsewhere"
        try FileManager.default.moveItem(atPath: folder.path + "/minutes", toPath: out)
        try FileManager.default.removeItem(atPath: folder.path + "/.mlreview")
        let output = try run(["decisions", "--json", "--out", out], in: folder).output
        #expect(output.contains(#""item" : "prep-time""#))
        #expect(try run(["decisions", "--json"], in: folder).output == "[\n\n]\n")
    }

    /// Earlier meetings can be looked at while one goes on.
    @Test func anOpenMeetingDoesNotCount() throws {
        let folder = try MeetingFolder()
        try Reader(folder).run("roll priya present\nopen\ngo 2\ndecide withdraw because Later.")
        #expect(try run(["decisions"], in: folder).output == "no such decision\n")
    }

    private func run(
        _ words: [String], in folder: MeetingFolder
    ) throws -> (code: Int32, output: String, errors: String) {
        let process = Process()
        process.executableURL = URL(filePath: Tmux.program)
        process.arguments = words + ["--dir", folder.path]
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, errors)
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let complained = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: said, as: UTF8.self),
            String(decoding: complained, as: UTF8.self)
        )
    }
}
