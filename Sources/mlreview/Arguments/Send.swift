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
            Shows who gets what, asks once, and hands each mail to a program of the sendmail kind, which is given the \
            recipients as arguments and the mail without its Bcc. What was accepted is recorded, so that nobody gets a \
            mail twice: if something was refused, or the program was stopped, the same command goes on from there.

            If a mail was handed over and no answer came, because the connection broke or a program was killed, \
            nobody knows whether it got through. It is in doubt then, and sent again with --in-doubt alone.

            Exits with 1 if a mail did not go out to everybody.
            """)

    @OptionGroup var folder: FolderOption
    @OptionGroup var output: OutputOption
    @Option(
        help: ArgumentHelp(
            "The program that takes the mail; else the one in council.yaml, else \(Send.usualProgram).",
            valueName: "path"))
    var sendmail: String?
    @Option(help: ArgumentHelp("One mail alone: summary, register, or a proposal's id.", valueName: "name"))
    var only: String?
    @Flag(help: "Sends without asking.")
    var yes = false
    @Flag(help: "Sends once more to those who may have it, as no answer came.")
    var inDoubt = false
    @Flag(help: "Sends once more to those who have it already, or may have it.")
    var again = false
    @Argument(help: "The meeting's day, as YYYY-MM-DD.")
    var date: String

    static let usualProgram = "/usr/sbin/sendmail"

    func run() throws {
        guard let day = CalendarDay(date) else { throw ValidationError("the date is written as YYYY-MM-DD") }
        try complaining {
            let record = try RecordPlace.open(folder.folder)
            let mailing = try mailing(of: day, record: record)
            guard mailing.parcels.contains(where: \.isWaiting) else {
                guard mailing.parcels.allSatisfy(\.inDoubt.isEmpty) else {
                    try tell("There is nothing else to send. --in-doubt sends it to those who may have it.")
                    throw ExitCode(1)
                }
                try tell("There is nothing to send: everybody has it. --again sends it once more.")
                return
            }
            if let fault = mailing.sendmail.fault { throw Complaint(fault) }
            guard try yes || isAgreed(to: mailing) else {
                try tell("Nothing was sent.")
                throw ExitCode(1)
            }
            do {
                guard try send(mailing) else { throw ExitCode(1) }
            } catch let failure as OutputFailure {
                // Each answer is recorded before it is printed.
                throw failure.adding("what was sent is recorded, and `mlreview send \(date)` goes on from there")
            }
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
        let program = Sendmail(path: sendmail ?? settings?.sendmail ?? Self.usualProgram)
        let mailing = try Mailing(
            mails, of: day, record: record, by: program, repeating: again ? .everybody : inDoubt ? .doubtful : .nobody)
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

    // MARK: The console

    private func tell(_ line: String) throws(OutputFailure) {
        try CheckedOutput.standard.printLine(TextWidth.safe(line))
    }

    /// Prints each mail with its recipients.
    private func show(_ mailing: Mailing, of meeting: Meeting, unreachable: [String]) throws(OutputFailure) {
        let revision = meeting.revision > 1 ? ", revision \(meeting.revision)" : ""
        try tell("The meeting of \(meeting.agenda.date.long)\(revision), through \(mailing.sendmail.path)")
        for parcel in mailing.parcels {
            try tell("")
            try tell("\(parcel.name.shortName): \(parcel.mail.subject)")
            let outstanding = Set(parcel.outstanding)
            for (label, addresses) in [("to", parcel.mail.to), ("bcc", parcel.mail.bcc)] {
                let waiting = addresses.filter(outstanding.contains)
                if !waiting.isEmpty { try tell("  \(label) \(waiting.joined(separator: ", "))") }
            }
            let have = parcel.mail.recipients.count - parcel.outstanding.count - parcel.inDoubt.count
            if have > 0 { try tell("  \(counted(have, "recipient")) \(have == 1 ? "has" : "have") it already") }
            if !parcel.inDoubt.isEmpty {
                try tell(
                    "  in doubt: \(listed(parcel.inDoubt)) may have it, as it was handed over and no answer came; "
                        + "--in-doubt sends it once more")
            }
            if parcel.mail.recipients.isEmpty { try tell("  to nobody: no address is known of anybody it is for") }
        }
        try tell("")
        if !unreachable.isEmpty { try tell("No address is known of \(listed(unreachable)).") }
    }

    private func isAgreed(to mailing: Mailing) throws -> Bool {
        let mails = mailing.parcels.filter(\.isWaiting)
        let people = Set(mails.flatMap(\.outstanding)).count
        let question =
            "Send \(counted(mails.count, "mail")) to \(counted(people, "address", plural: "addresses"))?"
        return try YesOrNo.isYes(question)
    }

    /// Sends what is waiting, and prints each answer.
    ///
    /// - Returns: whether every recipient has every mail now.
    private func send(_ mailing: Mailing) throws -> Bool {
        var isComplete = mailing.parcels.allSatisfy(\.inDoubt.isEmpty)
        var isInDoubt = !isComplete
        for parcel in mailing.parcels where parcel.isWaiting {
            try tell("\(parcel.name.shortName): sending to \(counted(parcel.outstanding.count, "recipient")) …")
            let report = try mailing.send(parcel)
            if !report.accepted.isEmpty { try tell("  accepted for \(report.accepted.count)") }
            for refused in report.refused { try tell("  refused for \(refused.recipient): \(refused.reason)") }
            for (reason, people) in grouped(report.postponed) { try tell("  not now for \(listed(people)): \(reason)") }
            isComplete = isComplete && report.isComplete
            isInDoubt = isInDoubt || !report.inDoubt.isEmpty
            if !report.inDoubt.isEmpty { try tell("  in doubt: \(listed(report.inDoubt)) may have it") }
            if let breakdown = report.breakdown {
                try tell("  stopped: \(breakdown)")
                break
            }
        }
        try tell(isComplete ? "Everybody has it." : "Not everybody has it: `mlreview send \(date)` goes on from here.")
        if isInDoubt { try tell("Who is in doubt gets it once more with --in-doubt, and not without.") }
        return isComplete
    }

    private func grouped(_ postponed: [Mailing.Report.Unsent]) -> [(reason: String, people: [String])] {
        Dictionary(grouping: postponed, by: \.reason).map { ($0, $1.map(\.recipient)) }.sorted { $0.reason < $1.reason }
    }
}
