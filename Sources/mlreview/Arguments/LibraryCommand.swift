import ArgumentParser

struct LibraryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "library",
        abstract: "Shows proposals, open actions, decisions, the register and all meetings, without a meeting.")

    @OptionGroup var folder: FolderOption
    @OptionGroup var output: OutputOption
    @OptionGroup var look: ThemeOption

    func run() throws {
        let place = MeetingPlace(folder: folder.folder, out: output.out)
        try complaining {
            try place.requireAgendas()
            let session = try TerminalSession(in: place, theme: look.theme)
            try session.show { _ in Opened(libraryOf: place) }
        }
    }
}
