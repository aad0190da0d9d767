import ArgumentParser
import Council
import Minutes

struct Remind: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remind",
        abstract: "Mails those who owe the council something, one mail a person.",
        discussion: """
            Whoever has an action that is overdue or due within a week, whoever is named as a lead and has not approved a \
            proposal that waits for nothing else, and the technical leads of what was sent back. Mails go the way that \
            `mlreview send` goes, and nobody gets one twice on a day.
            """)

    @OptionGroup var folder: FolderOption
    @OptionGroup var output: OutputOption
    @OptionGroup var delivery: DeliveryOptions
    @Option(help: ArgumentHelp("One person alone: a handle, a name, or one word of a name.", valueName: "name"))
    var only: String?
    @Flag(help: "Shows who would get what, and sends nothing.")
    var dryRun = false
    @Flag(help: "Shows it as JSON, for programs, and sends nothing.")
    var json = false

    func run() throws {
        try complaining {
            let week = try WeekFolder(folder.folder, out: output.out, evenIfMeetingIsOpen: true)
            let reminders = Reminders(of: week, only: only.map { PersonQuery($0) })
            if let only, reminders.mails.isEmpty, reminders.complaints.isEmpty {
                throw Complaint("nobody who is called `\(only)` owes anything")
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
