import ArgumentParser
import Council
import Curses
import Foundation
import Screen

struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Opens today's meeting or the next one; an unfinished meeting resumes where it stood.")

    @OptionGroup var folder: FolderOption
    @OptionGroup var output: OutputOption
    @Option(
        help: ArgumentHelp(
            "Colours: \(Theme.builtInNames.joined(separator: ", ")), a base16 scheme of themes/, or a file.",
            valueName: "name|path"))
    var theme: String?
    @Flag(help: "A full dry run: nothing is recorded, nothing is written.")
    var rehearse = false
    @Argument(help: "An agenda's file or date; without one, today's or the next.")
    var agenda: String?

    func run() throws {
        let place = MeetingPlace(folder: folder.folder, agenda: agenda, out: output.out)
        try complaining {
            let themes = ThemeShelf(folder: place.folder)
            let theme = try theme.map { try themes.theme($0) } ?? .dark
            let record = try place.openRecord(rehearsing: rehearse)
            let choice = try place.choose(in: record)
            // The terminal is taken last: it would hide the faults of the files.
            let known = try choice.only.map { try Opened($0, in: place, record: record, rehearsing: rehearse) }
            let keys = PersonalKeys(path: PersonalKeys.path())
            for fault in keys.faults { StandardError.print("\(fault)\n") }
            let terminal = try CursesTerminal(theme: theme)
            defer { terminal.restore() }
            let opened: Opened
            if let known {
                opened = known
            } else {
                guard let picked = MeetingPicker(choice).pick(on: terminal) else { return }
                opened = try Opened(picked, in: place, record: record, rehearsing: rehearse)
            }
            let program = try RoomProgram(
                opened, terminal: terminal, themes: themes, theme: theme.name, symbols: symbols, keys: keys)
            let farewell = program.run()
            terminal.restore()
            do throws(OutputFailure) {
                for line in farewell.lines { try CheckedOutput.standard.printLine(TextWidth.safe(line)) }
            } catch  where farewell.code == 0 {
                throw error
            } catch {
                // The farewell can't be printed; the exit code still tells of the failure.
            }
            if farewell.code != 0 { throw ExitCode(farewell.code) }
        }
    }

    /// The symbols that the terminal's font probably has, judged by the terminal's name and the locale.
    private var symbols: Symbols {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        return Symbols(terminal: environment["TERM"] ?? "", locale: locale ?? "")
    }
}
