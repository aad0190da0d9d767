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
            Without a path, checks everything in agendas/ and themes/; keys.yaml only if it is named. Faults are \
            written as FILE:LINE:COLUMN: error: …
            """)

    @OptionGroup var folder: FolderOption
    @Flag(help: "Instead compares leads' verdicts with who committed them in git.")
    var authors = false
    @Argument(help: "Files or folders to check.", completion: .file())
    var paths: [String] = []

    func validate() throws {
        if authors, !paths.isEmpty { throw ValidationError("--authors checks the whole folder: name it with --dir") }
    }

    func run() throws {
        try complaining {
            if authors { return try checkAuthors() }
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
            // Templates belong to the whole folder, so they are checked only if no path is named.
            let templates =
                paths.isEmpty ? Templates.faults(in: MeetingPlace(folder: folder.folder).templatesFolder) : []
            for fault in templates { try CheckedOutput.standard.printLine(TextWidth.safe(fault)) }
            if !templates.isEmpty || faults.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
        }
    }

    private func checkAuthors() throws {
        let survey = AgendaFolder(path: folder.folder).survey()
        let errors = survey.faults.filter { $0.severity == .error }
        guard errors.isEmpty else { throw Faults(errors) }
        let authors = try ProgressLine.whileRunning("asking git who wrote the verdicts") {
            try VerdictAuthors(of: survey, in: folder.folder)
        }
        try CheckedOutput.standard.printLines(authors.sentences)
        for fault in authors.faults { try CheckedOutput.standard.printLine(fault) }
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
