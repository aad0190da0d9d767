import ArgumentParser
import Council

struct ConsentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consent",
        abstract: "Lists a meeting's consent lane, or adds a word on one of its items to your own file.",
        discussion: """
            Items that enough members have approved in writing are decided together. Members approve; members and \
            practitioners may flag an item with a reason, or hold it, and take back their own flag or hold. The word \
            goes into agendas/people/HANDLE.yaml.
            """)

    @OptionGroup var options: AnswerOptions
    @OptionGroup var writing: WritingOptions
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Who says it; else $\(Speaker.variable), else whoever has git's user.email.", valueName: "person"),
        completion: .people)
    var speaker: String?
    @Argument(help: "The meeting's day, as YYYY-MM-DD.", completion: .agendas)
    var date: CalendarDay
    @Argument(help: ArgumentHelp("What is said: approve, flag, hold or unflag.", valueName: "word"))
    var word: ConsentWord.Word?
    @Argument(help: ArgumentHelp("The item's id.", valueName: "id"), completion: .proposalsOfDay)
    var item: String?
    @Argument(help: ArgumentHelp("The reason, after the word because.", valueName: "because text"))
    var reason: [String] = []

    func validate() throws {
        if let word, item == nil { throw ValidationError("after `\(word.rawValue)`, name the item by its id") }
        if let first = reason.first, first.lowercased() != "because" || reason.count < 2 {
            throw ValidationError("after the item, write `because` and the reason, or nothing")
        }
        if word == nil, speaker != nil || writing.yes || writing.toStandardOutput {
            throw ValidationError("`--as`, `--yes` and `--stdout` are for a word: approve, flag, hold or unflag")
        }
        if word != nil, options.json { throw ValidationError("`--json` is for the list: leave the word out") }
    }

    func run() throws {
        guard let word, let item else { return try options.print(answer) }
        try complaining {
            let folder = options.folder.folder
            let week = try WeekFolder(folder, out: options.output.out, evenIfMeetingIsOpen: true)
            let handle = try Speaker.handle(as: speaker, on: week.library.roster, in: folder)
            let said = try week.library.consentWord(
                word, on: item, at: date, by: handle, because: reason.dropFirst().joined(separator: " "), on: week.today
            )
            try writing.perform(try Self.change(adding: said, of: handle, in: week))
            try week.tellComplaints()
        }
    }

    func answer(from week: WeekFolder) throws -> Answer {
        let list = try ConsentList(of: date, in: week.library)
        return Answer(lines: list.lines, list)
    }

    static func change(adding word: ConsentWord, of handle: Handle, in week: WeekFolder) throws -> FileChange {
        let message = "\(word.word.rawValue.capitalized) \(word.item.spoken) for the meeting of \(word.meeting.long)"
        var change = try PersonalChange(adding: .consent(word), of: handle, in: week, message: message).change
        let item = try week.library.consentItem(after: word, of: handle)
        change.notes = [item.map { $0.whatIsMissing ?? "\($0.id.spoken) is in the lane" }].compactMap { $0 }
        return change
    }
}

extension ConsentWord.Word: ExpressibleByArgument {}
