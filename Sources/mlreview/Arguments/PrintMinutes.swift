import ArgumentParser
import Council
import Minutes
import Record

struct PrintMinutes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "minutes", abstract: "Prints a meeting's minutes again, from the record.")

    @OptionGroup var folder: FolderOption
    @Option(help: "One of \(Minutes.Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = Minutes.Format.markdown
    @Argument(help: "The meeting's day, as YYYY-MM-DD.")
    var date: String

    func run() throws {
        guard let day = CalendarDay(date) else { throw ValidationError("the date is written as YYYY-MM-DD") }
        try complaining {
            let record = try MeetingRecord(reading: folder.folder)
            guard let journal = Journal(entries: try record.entries(of: day)) else {
                let known = try record.meetings().map(\.date.description)
                let hint = known.isEmpty ? "none is" : "the record has \(listed(known))"
                throw Complaint("no meeting of \(day) is recorded: \(hint)")
            }
            let kept = try record.outputs(of: day, revision: journal.meeting.revision)
            let isClosed = journal.meeting.phase == .closed
            if isClosed, let output = kept.first(where: { $0.name == format.fileName }) {
                print(output.text, terminator: "")
            } else {
                print(try Minutes.render(journal: journal, format: format), terminator: "")
            }
        }
    }
}

extension Minutes.Format: ExpressibleByArgument {}
