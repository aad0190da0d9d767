import Agendas
import ArgumentParser
import Council
import Foundation
import Minutes
import Screen

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks agendas, proposals, council, themes and templates; exits with 1 on an error.",
        discussion: """
            Without a path, everything in agendas/ and themes/; a file of keys, keys.yaml, where it is named. \
            Faults are written as FILE:LINE:COLUMN: error: …
            """)

    @OptionGroup var folder: FolderOption
    @Argument(help: "Files or folders to check.")
    var paths: [String] = []

    func run() throws {
        try complaining {
            let keys = paths.filter { ($0 as NSString).lastPathComponent == "keys.yaml" }
            var faults = keys.flatMap { path in
                FileManager.default.fileExists(atPath: path)
                    ? PersonalKeys(path: path).faults : [Fault(file: path, message: "there is no such file")]
            }
            if keys.isEmpty || keys.count < paths.count {
                let others = paths.filter { !keys.contains($0) }
                faults +=
                    others.isEmpty
                    ? everything
                    : AgendaFolder(path: folder.folder).check(paths: others, roles: Role.allCases.map(\.name))
            }
            for fault in faults { try CheckedOutput.standard.printLine(fault) }
            // The templates are the folder's, and are checked with all of it.
            let templates =
                paths.isEmpty ? Templates.faults(in: MeetingPlace(folder: folder.folder).templatesFolder) : []
            for fault in templates { try CheckedOutput.standard.printLine(TextWidth.safe(fault)) }
            if !templates.isEmpty || faults.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
        }
    }

    /// The faults of everything in the folder, with what does not fit earlier meetings.
    private var everything: [Fault] {
        let place = MeetingPlace(folder: folder.folder)
        return ProgressLine.whileRunning("checking agendas, proposals and minutes") {
            let survey = place.agendas.survey(roles: Role.allCases.map(\.name))
            let past = PastMeetings(in: place, roster: survey.roster)
            // What is said of files that are wrong would be wrong, too.
            guard let library = try? survey.library(history: past.history.meetings) else {
                return (survey.faults + past.history.faults).sorted()
            }
            let today = LocalTime(zone: library.roster.timeZone).day(Date())
            return (survey.faults + past.history.faults + survey.warnings(for: library.remarks(on: today))).sorted()
        }
    }
}
