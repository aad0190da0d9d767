import ArgumentParser
import Council
import Foundation
import Ledger
import Minutes

struct PrintMinutes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "minutes", abstract: "Prints a meeting's minutes again, from the record, or writes them all.",
        discussion: "Edits by hand that were kept are printed.")

    @OptionGroup var folder: FolderOption
    @Option(help: "One of \(Minutes.Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = Minutes.Format.markdown
    @Option(help: ArgumentHelp("The notice on a proposal, instead.", valueName: "id"), completion: .proposalsOfDay)
    var notice: String?
    @Option(help: ArgumentHelp("An earlier revision, which a correction replaced.", valueName: "number"))
    var revision: Int?
    @OptionGroup var output: OutputOption
    @Argument(help: "The meeting's day, as YYYY-MM-DD.", completion: .meetings)
    var date: String

    func run() throws {
        guard let day = CalendarDay(date) else { throw ValidationError("the date is written as YYYY-MM-DD") }
        try complaining {
            if output.out != nil { return try write(day) }
            let record = try RecordPlace.read(folder.folder)
            let journal = try RecordedMeeting(of: day, in: record).journal
            try CheckedOutput.standard.print(
                try text(of: journal, kept: try record.outputs(of: day), heads: try record.heads(of: day)))
            // Checked last: a person who looks into a broken chain needs the minutes, too.
            try record.checkChain(of: day)
        }
    }

    private func text(of journal: Journal, kept: [Output], heads: [Int: String]) throws -> String {
        let templates = try MeetingPlace(folder: folder.folder).templates()
        let current = journal.meeting.revision
        var name = Minutes.DocumentName(format)
        var belongsTo = current
        if let notice {
            // A notice keeps the number of the revision that changed it last.
            let notices = try Minutes.documents(of: journal, templates: templates, heads: heads)
                .filter(\.name.isNotice)
            let document = try Publisher.document(named: notice, among: notices)
            (name, belongsTo) = (document.name, document.revision)
            if journal.meeting.phase != .closed, revision == nil { return document.text }
        }
        let wanted = revision ?? belongsTo
        if journal.meeting.phase == .closed || wanted < current,
            let output = kept.last(where: { $0.name == name.rawValue && $0.revision == wanted })
        {
            return output.text
        }
        guard wanted == current, notice == nil else {
            let known = kept.filter { $0.name == name.rawValue }.map { String($0.revision) }
            throw Complaint(
                "there is no revision \(wanted) of \(name): there is \(known.isEmpty ? "none" : listed(known))")
        }
        return try Minutes.render(journal: journal, format: format, templates: templates, heads: heads)
    }

    /// Writes every file. Files that were edited by hand stay.
    private func write(_ day: CalendarDay) throws {
        let record = try RecordPlace.open(folder.folder)
        let journal = try RecordedMeeting(of: day, in: record).journal
        guard journal.meeting.phase == .closed else {
            throw Complaint("the meeting of \(day) is not closed: without --out its minutes are printed as they stand")
        }
        let place = MeetingPlace(folder: folder.folder, out: output.out)
        let report = ProgressLine.whileRunning("writing the minutes of \(day)") {
            Publisher(record: record, place: place).publish(journal)
        }
        for path in report.written { try CheckedOutput.standard.printLine(path) }
        for line in report.notes + report.differences + report.complaints {
            StandardError.print(Complaint(line).description + "\n")
        }
        if !report.complaints.isEmpty || !report.edited.isEmpty { throw ExitCode(1) }
    }
}

extension Minutes.Format: ExpressibleByArgument {}
