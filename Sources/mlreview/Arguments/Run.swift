import ArgumentParser
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
    @Argument(help: "An agenda's file or date; without one, today's or the next.", completion: .days)
    var agenda: String?

    func run() throws {
        try MeetingStart(
            place: MeetingPlace(folder: folder.folder, agenda: agenda, out: output.out), theme: look.theme,
            isRehearsal: rehearse, isPresenter: presenter
        ).run()
    }
}

/// The option of the commands that take the terminal.
struct ThemeOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Colours: \(Theme.builtInNames.joined(separator: ", ")), a base16 scheme of themes/, or a file.",
            valueName: "name|path"), completion: .themes)
    var theme: String?
}
