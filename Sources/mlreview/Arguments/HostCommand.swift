import Agendas
import ArgumentParser
import Council
import Foundation
import Live

struct HostCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "host",
        abstract: "Opens a meeting that others join from their own terminals.",
        discussion: """
            Everything is as with `run`; besides, accounts of the group that `live.group` in council.yaml names join with \
            `mlreview join`. `live: { socket: true }` has `run` do the same.
            """)

    @OptionGroup var folder: FolderOption
    @OptionGroup var output: OutputOption
    @OptionGroup var look: ThemeOption
    @Flag(help: "Holds the meeting line by line, as `mlreview console` does.")
    var console = false
    @Argument(help: "An agenda's file or date; without one, today's or the next.", completion: .days)
    var agenda: String?

    func run() throws {
        let place = MeetingPlace(folder: folder.folder, agenda: agenda, out: output.out)
        try complaining {
            let record = try place.openRecord(rehearsing: false)
            let choice = try place.choose(in: record)
            guard let meeting = choice.only else { throw Complaint(choice.question) }
            let hosting = try Opened.Hosting(of: meeting.date, in: place)
            if console {
                let opened = try Opened(meeting, in: place, record: record, rehearsing: false, hosting: hosting)
                try Console.hold(opened)
                return
            }
            let session = try TerminalSession(in: place, theme: look.theme)
            let opened = try Opened(meeting, in: place, record: record, rehearsing: false, hosting: hosting)
            try session.show { _ in opened }
        }
    }
}

extension Opened.Hosting {
    /// - Throws: a complaint if nobody on the roster has this account.
    init(of date: CalendarDay, in place: MeetingPlace) throws {
        let settings = try place.agendas.live()
        guard let person = place.agendas.roster()?.person(withLogin: Account.name) else {
            throw Complaint(
                "the account \(Account.name) is nobody's in agendas/council.yaml: add `login: \(Account.name)` to whoever "
                    + "takes the notes, so that what they record has their name")
        }
        self.init(
            handle: person.handle, socket: MeetingSocket(of: date, under: place.folder, group: settings.group),
            relays: settings.relay)
    }
}
