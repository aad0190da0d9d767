import ArgumentParser
import Foundation

struct Console: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "console",
        abstract: "Holds the same meeting line by line, with the same commands, reading standard input.",
        discussion: "For screen readers, scripts and tests. Exits with 1 if any line was refused.")

    @OptionGroup var folder: FolderOption
    @OptionGroup var output: OutputOption
    @Flag(help: "A full dry run: nothing is recorded, nothing is written.")
    var rehearse = false
    @Argument(help: "An agenda's file or date; without one, today's or the next.", completion: .days)
    var agenda: String?

    func run() throws {
        let place = MeetingPlace(folder: folder.folder, agenda: agenda, out: output.out)
        try complaining {
            let record = try place.openRecord(rehearsing: rehearse)
            let choice = try place.choose(in: record)
            guard let meeting = choice.only else { throw Complaint(choice.question) }
            try Self.hold(try Opened(meeting, in: place, record: record, rehearsing: rehearse))
        }
    }

    /// Holds a meeting line by line, until the lines end or the meeting is left.
    static func hold(_ opened: Opened) throws {
        var session = ConsoleSession(opened)
        defer { session.opened.leave() }
        UninterruptedAct.run { session.begin() }
        var input = InputLines()
        var wasRefused = false
        while !session.isOver,
            let line = try input.next(besides: session.opened.live?.newsDescriptor, { hear(session) })
        {
            UninterruptedAct.run { session.run(line) }
            guard let hosted = session.hosted else { continue }
            wasRefused = wasRefused || session.wasRefused
            session = ConsoleSession(hosted)
            UninterruptedAct.run { session.begin() }
        }
        session.tellOfOutbox()
        if let failure = session.outputFailure { throw failure.adding("what was recorded stays recorded") }
        if wasRefused || session.wasRefused { throw ExitCode(1) }
    }

    /// Prints what others do while this terminal waits for a line.
    ///
    /// - Returns: false if there is nothing more to wait for.
    private static func hear(_ session: ConsoleSession) -> Bool {
        session.breaksLine = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        UninterruptedAct.run { session.hearOthers() }
        session.breaksLine = false
        return !session.isOver
    }
}
