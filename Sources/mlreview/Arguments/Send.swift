import Agendas
import ArgumentParser
import Council
import Foundation
import Ledger
import Minutes
import Screen

struct Send: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Sends a closed meeting's mails: the summary, a notice on each proposal, and news of the register.",
        discussion: """
            Shows who gets what, asks once, and hands each mail to a sendmail program, with the recipients as \
            arguments and the mail without its Bcc. Accepted mails are recorded, so that nobody gets one twice: after \
            a refusal or a stop, the same command sends the rest.

            If a mail was handed over and no answer came, because the connection broke or a program was killed, it is \
            in doubt. It is then sent again only with --in-doubt.

            Exits with 1 if anybody did not get a mail.
            """)

    @OptionGroup var folder: FolderOption
    @OptionGroup var output: OutputOption
    @OptionGroup var delivery: DeliveryOptions
    @Option(
        help: ArgumentHelp("Only this mail: summary, register, or a proposal's id.", valueName: "name"),
        completion: .mails)
    var only: String?
    @Argument(help: "The meeting's day, as YYYY-MM-DD.", completion: .meetings)
    var date: String

    func run() throws {
        guard let day = CalendarDay(date) else { throw ValidationError("the date is written as YYYY-MM-DD") }
        try complaining {
            let record = try RecordPlace.open(folder.folder)
            let mailing = try mailing(of: day, record: record)
            try MailingTalk(mailing, command: "mlreview send \(date)").perform(withoutAsking: delivery.yes)
        }
    }

    private func mailing(of day: CalendarDay, record: any Ledger) throws -> Mailing {
        let journal = try RecordedMeeting(of: day, in: record).journal
        guard journal.meeting.phase == .closed else {
            throw Complaint("the meeting of \(day) is not closed: `close` writes what is sent")
        }
        try record.checkChain(of: day)
        let place = MeetingPlace(folder: folder.folder, out: output.out)
        let outbox = try Outbox(
            of: journal, record: record, templates: place.templates(), folder: place.minutes,
            followsLink: place.isOutNamed)
        guard outbox.complaints.isEmpty else { throw Complaint(outbox.complaints.joined(separator: "\n")) }
        let mails = try chosen(of: outbox.mails)
        // From the file as it is now: the mail program belongs to the machine, not to the meeting.
        let settings = (try? place.agendas.load(day))?.roster.mail ?? journal.meeting.roster.mail
        let program = delivery.program(for: settings)
        let mailing = try Mailing(
            mails, of: day, record: record, by: program, repeating: delivery.repeating)
        try show(mailing, of: journal.meeting, unreachable: outbox.unreachable)
        return mailing
    }

    private func chosen(
        of mails: [(name: Minutes.DocumentName, mail: OutgoingMail)]
    ) throws -> [(name: Minutes.DocumentName, mail: OutgoingMail)] {
        guard let only else { return mails }
        let chosen = mails.filter { $0.name.shortName == only || $0.name.rawValue == only }
        if chosen.isEmpty {
            throw Complaint("there is no mail `\(only)`: there are \(listed(mails.map(\.name.shortName)))")
        }
        return chosen
    }

    /// Prints each mail with its recipients.
    private func show(_ mailing: Mailing, of meeting: Meeting, unreachable: [String]) throws(OutputFailure) {
        let revision = meeting.revision > 1 ? ", revision \(meeting.revision)" : ""
        try MailingTalk(mailing, command: "mlreview send \(date)").show(
            "The meeting of \(meeting.agenda.date.long)\(revision)", unreachable: unreachable)
    }
}
