import ArgumentParser
import Council
import Curses
import Screen

struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Opens today's meeting or the next one; an unfinished meeting resumes where it stood.")

    @OptionGroup var folder: FolderOption
    @Option(help: "Colours: \(Theme.builtIn.map(\.name).joined(separator: ", ")).")
    var theme: String?
    @Flag(help: "A full dry run: nothing is recorded, nothing is written.")
    var rehearse = false
    @Argument(help: "An agenda's file or date; without one, today's or the next.")
    var agenda: String?

    func run() throws {
        let theme = try chosenTheme()
        let place = MeetingPlace(folder: folder.folder, agenda: agenda)
        try complaining {
            let record = try place.openRecord(rehearsing: rehearse)
            let choice = try place.choose(in: record)
            // The terminal comes after everything that can be wrong with the files, whose faults it would hide.
            let known = try choice.only.map { try Opened($0, in: place, record: record, rehearsing: rehearse) }
            let terminal = try CursesTerminal(theme: theme)
            defer { terminal.restore() }
            let opened: Opened
            if let known {
                opened = known
            } else {
                guard let picked = MeetingPicker(choice).pick(on: terminal) else { return }
                opened = try Opened(picked, in: place, record: record, rehearsing: rehearse)
            }
            let program = try RoomProgram(opened, terminal: terminal)
            let farewell = program.run()
            terminal.restore()
            for line in farewell.lines { print(TextWidth.safe(line)) }
            if farewell.code != 0 { throw ExitCode(farewell.code) }
        }
    }

    private func chosenTheme() throws -> Theme {
        guard let name = theme else { return .dark }
        guard let found = Theme.builtIn(named: name) else {
            let known = Theme.builtIn.map(\.name)
            let hint = nearest(to: name, among: known).map { "did you mean \($0)?" } ?? "there are \(listed(known))"
            throw ValidationError("there is no theme \(TextWidth.safe(name)): \(hint)")
        }
        return found
    }
}
