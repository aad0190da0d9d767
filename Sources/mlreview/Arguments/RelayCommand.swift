import ArgumentParser
import Council
import Foundation
import Live

struct RelayCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relay",
        abstract: "Brings standard input and output to the socket of a hosted meeting, for ssh.",
        discussion: """
            In authorized_keys of the host's account, `command="mlreview relay --dir FOLDER --as bo"` binds a key to a \
            person. Only relays under the host's own account, or the one that `live.relay` names, may say so.
            """)

    @OptionGroup var folder: FolderOption
    @Option(
        name: .customLong("as"), help: ArgumentHelp("For whom it speaks.", valueName: "handle"), completion: .people)
    var handle: String?
    @Argument(help: "The meeting's day; without one, the one that is hosted.", completion: .agendas)
    var day: String?

    func run() throws {
        let client = ProcessInfo.processInfo.environment["SSH_CONNECTION"]?.split(separator: " ").first
        let date = day.flatMap { CalendarDay($0) }
        if let day, date == nil {
            try complaining { throw Complaint("`\(day)` is no day: write it as 2026-11-25") }
        }
        let relay = SocketRelay(for: handle.map { Handle($0) }, from: client.map(String.init) ?? "this host") {
            () throws(LiveError) in try JoinCommand.only(in: folder.folder, on: date)
        }
        guard relay.run() else { throw ExitCode(1) }
    }
}
