import ArgumentParser
import Council
import Foundation
import Ledger
import Minutes
import Screen

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Checks that the record is unchanged; exits with 1 if anything does not fit.",
        discussion: """
            Each entry's digest includes the one before it. This computes them again, meeting by meeting, compares \
            them with those in minutes and mails, and names the first entry that does not fit. It changes nothing.
            """)

    @OptionGroup var folder: FolderOption
    @OptionGroup var output: OutputOption
    @Argument(help: "The meeting's day, as YYYY-MM-DD; else all meetings.", completion: .meetings)
    var date: String?

    func validate() throws {
        if let date, CalendarDay(date) == nil { throw ValidationError("the date is written as YYYY-MM-DD") }
    }

    func run() throws {
        try complaining {
            let (lines, isSound) = try ProgressLine.whileRunning("reading the record") { try report() }
            for line in lines { try CheckedOutput.standard.printLine(TextWidth.safe(line)) }
            if !isSound { throw ExitCode(1) }
        }
    }

    /// The lines to print, and whether everything fits.
    func report() throws -> (lines: [String], isSound: Bool) {
        try RecordPlace.examine(folder.folder) { try report(on: $0) }
    }

    /// The texts that the files of a meeting may have; nil if the record can't tell.
    private func known(of day: CalendarDay?, in record: any Ledger) -> KnownTexts? {
        guard let day, let outputs = try? record.outputs(of: day), let unsettled = try? record.unsettledOutputs(of: day)
        else {
            return nil
        }
        return KnownTexts(outputs, unsettled: unsettled)
    }

    private func report(on record: any Ledger) throws -> (lines: [String], isSound: Bool) {
        let place = MeetingPlace(folder: folder.folder, out: output.out)
        let chains: [MeetingChain]
        if let day = date.flatMap({ CalendarDay($0) }) {
            chains = [try record.chain(of: day)]
            // Fails with a sentence that names the meetings that there are.
            if chains.allSatisfy(\.isEmpty) { _ = try RecordedMeeting(of: day, in: record) }
        } else {
            chains = try record.chains()
        }
        let meetings = chains.map { chain in
            let printed = PrintedHeads(of: chain.date, in: place, known: known(of: chain.date, in: record))
            return VerifiedMeeting(chain, at: record.name, printed: printed)
        }
        let elsewhere = date == nil ? PrintedHeads.ofOtherRecords(in: place, having: chains) : []
        return (meetings.flatMap(\.lines) + elsewhere, meetings.allSatisfy(\.isSound))
    }
}
