import ArgumentParser
import Council
import Foundation
import Minutes
import Record
import Screen

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks that the record is as it was recorded; exits with 1 if anything does not fit.",
        discussion: """
            Each entry's digest is made of the one before it. This makes them again, meeting by meeting, compares them \
            with what minutes and mails say of the record, and names the first entry that does not fit. It changes \
            nothing.
            """)

    @OptionGroup var folder: FolderOption
    @OptionGroup var output: OutputOption
    @Argument(help: "The meeting's day, as YYYY-MM-DD; else all meetings.")
    var date: String?

    func validate() throws {
        if let date, CalendarDay(date) == nil { throw ValidationError("the date is written as YYYY-MM-DD") }
    }

    func run() throws {
        try complaining {
            let record = try MeetingRecord(reading: folder.folder)
            let place = MeetingPlace(folder: folder.folder, out: output.out)
            let day = date.flatMap { CalendarDay($0) }
            let chains = try ProgressLine.whileRunning("reading the record") {
                if let day { [try record.chain(of: day)] } else { try record.chains() }
            }
            if let day, chains.allSatisfy({ $0.count == 0 && $0.fault == nil }) {
                _ = try RecordedMeeting(of: day, in: record)
            }
            let path = (record.folder ?? folder.folder) + "/record.sqlite"
            let reports = chains.map { VerifiedMeeting($0, at: path, printed: PrintedHeads(of: $0.date, in: place)) }
            let missing = day == nil ? PrintedHeads.unrecorded(in: place, having: chains) : []
            for report in reports { for line in report.lines { try print(line) } }
            for line in missing { try print(line) }
            if !missing.isEmpty || reports.contains(where: { !$0.isSound }) { throw ExitCode(1) }
        }
    }

    private func print(_ line: String) throws { try CheckedOutput.standard.printLine(TextWidth.safe(line)) }
}
