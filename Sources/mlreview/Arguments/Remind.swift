import ArgumentParser
import Council
import Minutes

struct Remind: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remind",
        abstract: "Mails each person with something outstanding, one mail each.",
        discussion: """
            It goes to owners of actions that are overdue or due within a week, to leads whose approval is all that a \
            proposal lacks, and to the technical leads of what was sent back. It is sent as `mlreview send` sends, at \
            most once a day to each person.
            """)

    @OptionGroup var folder: FolderOption
    @OptionGroup var output: OutputOption
    @OptionGroup var delivery: DeliveryOptions
    @Option(
        help: ArgumentHelp("Only this person: a handle, a name, or one word of a name.", valueName: "name"),
        completion: .people)
    var only: String?
    @Flag(help: "Shows who would get what; sends nothing.")
    var dryRun = false
    @Flag(help: "Shows it as JSON, for programs, and sends nothing.")
    var json = false

    func run() throws {
        try complaining {
            let week = try WeekFolder(folder.folder, out: output.out, evenIfMeetingIsOpen: true)
            let reminders = Reminders(of: week, only: only.map { PersonQuery($0) })
            if let only, reminders.mails.isEmpty, reminders.complaints.isEmpty {
                throw Complaint("nobody called `\(only)` has anything outstanding")
            }
            if dryRun || json || reminders.mails.isEmpty {
                let answer = try reminders.answer()
                if json {
                    try CheckedOutput.standard.print(answer.json)
                } else {
                    try CheckedOutput.standard.printLines(answer.lines)
                }
            } else {
                try send(reminders, in: week)
            }
            try week.tellComplaints()
        }
    }

    private func send(_ reminders: Reminders, in week: WeekFolder) throws {
        let program = delivery.program(for: week.library.roster.mail)
        let mailing = try Mailing(
            try reminders.outgoing(), of: week.today, record: try RecordPlace.open(folder.folder), by: program,
            repeating: delivery.repeating)
        let talk = MailingTalk(mailing, command: "mlreview remind")
        try talk.show("Reminders of \(week.today.long)", unreachable: [])
        try CheckedOutput.standard.printLines(reminders.complaints)
        try talk.perform(withoutAsking: delivery.yes)
    }
}
