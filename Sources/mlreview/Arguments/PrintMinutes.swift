import ArgumentParser
import Council
import Foundation
import Minutes
import Record

struct PrintMinutes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "minutes", abstract: "Prints a meeting's minutes again, from the record, or writes them all.",
        discussion: "What was edited by hand and kept is printed as it was edited.")

    @OptionGroup var folder: FolderOption
    @Option(help: "One of \(Minutes.Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = Minutes.Format.markdown
    @Option(help: ArgumentHelp("The notice on a proposal, instead.", valueName: "id"))
    var notice: String?
    @Option(help: ArgumentHelp("Minutes that were replaced by a correction.", valueName: "number"))
    var revision: Int?
    @OptionGroup var output: OutputOption
    @Argument(help: "The meeting's day, as YYYY-MM-DD.")
    var date: String

    func run() throws {
        guard let day = CalendarDay(date) else { throw ValidationError("the date is written as YYYY-MM-DD") }
        try complaining {
            if output.out != nil { return try write(day) }
            let record = try MeetingRecord(reading: folder.folder)
            let journal = try RecordedMeeting(of: day, in: record).journal
            print(try text(of: journal, kept: try record.outputs(of: day)), terminator: "")
        }
    }

    private func text(of journal: Journal, kept: [Output]) throws -> String {
        let current = journal.meeting.revision
        let templates = try MeetingPlace(folder: folder.folder).templates()
        let documents = try Minutes.documents(of: journal, templates: templates)
        let document =
            if let notice {
                try Publisher.document(named: notice, among: documents.filter(\.name.isNotice))
            } else {
                documents.first { $0.name == Minutes.DocumentName(format) }
            }
        guard let document else { return "" }
        if let revision, revision != document.revision {
            guard let old = kept.first(where: { $0.name == document.name.rawValue && $0.revision == revision }) else {
                let known = kept.filter { $0.name == document.name.rawValue }.map { String($0.revision) }
                throw Complaint("there is no revision \(revision) of \(document.name): there is \(listed(known))")
            }
            return old.text
        }
        guard journal.meeting.phase == .closed || document.revision < current else { return document.text }
        return kept.first { $0.name == document.name.rawValue && $0.revision == document.revision }?.text
            ?? document.text
    }

    /// Writes every file, and what is known of edits by hand is kept to.
    private func write(_ day: CalendarDay) throws {
        let record = try MeetingRecord(folder: folder.folder)
        let journal = try RecordedMeeting(of: day, in: record).journal
        guard journal.meeting.phase == .closed else {
            throw Complaint("the meeting of \(day) is not closed: without --out its minutes are printed as they stand")
        }
        let place = MeetingPlace(folder: folder.folder, out: output.out)
        let report = ProgressLine.whileRunning("writing the minutes of \(day)") {
            Publisher(record: record, place: place).publish(journal)
        }
        for path in report.written { print(path) }
        for line in report.notes + report.differences + report.complaints {
            FileHandle.standardError.write(Data((Complaint(line).description + "\n").utf8))
        }
        if !report.complaints.isEmpty || !report.edited.isEmpty { throw ExitCode(1) }
    }
}

extension Minutes.Format: ExpressibleByArgument {}
