import ArgumentParser
import Ledger
import Screen

struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Opens today's meeting or the next one; an unfinished meeting resumes where it stood.",
        discussion: "If no agenda is of today or later, it opens the library.")

    @OptionGroup var folder: FolderOption
    @OptionGroup var output: OutputOption
    @OptionGroup var look: ThemeOption
    @Flag(help: "A full dry run: nothing is recorded, nothing is written.")
    var rehearse = false
    @Flag(
        help: "The presenter view of the meeting that another terminal records, for a shared screen; records nothing.")
    var presenter = false
    @Argument(help: "An agenda's file or date; without one, today's or the next.")
    var agenda: String?

    func run() throws {
        let place = MeetingPlace(folder: folder.folder, agenda: agenda, out: output.out)
        try complaining {
            let session = try TerminalSession(
                in: place, theme: look.theme, rehearsing: rehearse, isPresenter: presenter)
            let record = try place.openRecord(rehearsing: rehearse)
            let choice = try place.choose(in: record)
            if choice.isOver {
                try session.show { _ in Opened(libraryOf: place) }
                return
            }
            // The terminal is taken last: it would hide the faults of the files.
            let known = try choice.only.map {
                try open($0, in: place, record)
            }
            try session.show { terminal in
                if let known { return known }
                return try MeetingPicker(choice).pick(on: terminal).map { try open($0, in: place, record) }
            }
        }
    }
}

extension Run {
    private func open(_ meeting: MeetingChoice.Candidate, in place: MeetingPlace, _ record: any Ledger) throws -> Opened
    {
        let hosts = !rehearse && !presenter && place.agendas.live.socket
        return try Opened(
            meeting, in: place, record: record, rehearsing: rehearse, following: presenter,
            hosting: hosts ? try Opened.Hosting(of: meeting.date, in: place) : nil)
    }
}

/// The option of the commands that take the terminal.
struct ThemeOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Colours: \(Theme.builtInNames.joined(separator: ", ")), a base16 scheme of themes/, or a file.",
            valueName: "name|path"))
    var theme: String?
}
