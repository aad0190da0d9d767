import ArgumentParser
import Council
import Foundation
import Host
import Ledger
import Live

struct JoinCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "join",
        abstract: "Joins a meeting that another terminal hosts, or whose record is on a server.",
        discussion: """
            What one may do there follows from one's account: a member votes and speaks, a practitioner speaks, anybody \
            else looks on. Over SSH the host's `sshd` says who one is; with a record on a server, the server does.
            """)

    @OptionGroup var folder: FolderOption
    @OptionGroup var look: ThemeOption
    @Flag(help: "The presenter view, for a shared screen: what a guest may see.")
    var presenter = false
    @Flag(help: "Holds the meeting line by line, as `mlreview console` does.")
    var console = false
    @Option(
        help: ArgumentHelp(
            "A program that brings the bytes to the host, such as `ssh -J gate host mlreview relay`.",
            valueName: "command"))
    var through: String?
    @Argument(
        help: "The meeting's day, the folder of its host, ssh://HOST/FOLDER, or postgresql://HOST/NAME.",
        completion: .agendas)
    var meeting: String?

    func run() throws {
        try complaining {
            let (way, home) = try way()
            let place = MeetingPlace(folder: home)
            let session = try console ? nil : TerminalSession(in: place, theme: look.theme, isPresenter: presenter)
            let (joined, welcome): (JoinedMeeting, JoinedMeeting.Welcome)
            do throws(LiveError) {
                (joined, welcome) = try JoinedMeeting.join(
                    by: way, program: Version.number, terminal: LeaseHolder.here(since: Date()).terminal,
                    isPresenter: presenter, outbox: LocalOutbox.folder())
            } catch {
                throw Complaint(error.sentence)
            }
            let opened = try Opened(joining: joined, welcome, in: place, comeBack: comeBack)
            if let session { try session.show { _ in opened } } else { try Console.hold(opened) }
        }
    }

    /// This command, to be typed again: at the same place, for the same view.
    private var comeBack: String {
        Joining.line(
            (presenter ? ["--presenter"] : []) + (console ? ["--console"] : [])
                + (folder.folder == "." ? [] : ["--dir", folder.folder]) + (through.map { ["--through", $0] } ?? [])
                + (meeting.map { [$0] } ?? []))
    }

    /// How the host is reached, and the folder that is looked into here.
    private func way() throws -> (way: Way, folder: String) {
        if let through {
            let words = through.split(separator: " ").map(String.init)
            guard let name = words.first else {
                throw LiveError("--through names no program: write `--through \"ssh host mlreview relay\"`")
            }
            return (.program(Program(name, Array(words.dropFirst()))), folder.folder)
        }
        if let meeting, DatabaseAddress.isMeant(by: meeting) {
            let address = try RecordPlace.address(meeting)
            return (.record(try RecordPlace.servedMeeting(at: address.text, on: nil)), folder.folder)
        }
        let day = meeting.flatMap { CalendarDay($0) }
        let home = day == nil && meeting?.contains("://") == false ? meeting ?? folder.folder : folder.folder
        if meeting?.contains("://") != true, let name = try RecordPlace.serverName(home) {
            return (.record(try RecordPlace.servedMeeting(at: name, on: day)), home)
        }
        guard let meeting else {
            guard try MeetingSocket.meetings(under: home).isEmpty else {
                return (.socket(try Self.only(in: home)), home)
            }
            let here = home == "." ? "this folder" : home
            throw LiveError(
                "no meeting is hosted in \(here): name its host's folder, such as `mlreview join /srv/council`, or an "
                    + "address, such as `mlreview join ssh://HOST/srv/council`")
        }
        if meeting.contains("://") { return (.program(try SecureShell(meeting).relay), folder.folder) }
        if let day {
            return (.socket(MeetingSocket(of: day, under: folder.folder)), folder.folder)
        }
        return (.socket(try Self.only(in: meeting)), meeting)
    }

    /// The one meeting that is hosted in a folder.
    ///
    /// - Throws: why there is none that this account can join.
    static func only(in folder: String, on day: CalendarDay? = nil) throws(LiveError) -> MeetingSocket {
        if let day { return MeetingSocket(of: day, under: folder) }
        let days = try MeetingSocket.meetings(under: folder)
        guard let day = days.last else {
            guard MeetingSocket.whyClosed(folder) != nil || FileManager.default.fileExists(atPath: folder) else {
                throw LiveError("there is no folder \(folder): \(SecureShell.places)")
            }
            throw LiveError("no meeting is hosted in \(folder): `mlreview host` does, at the scribe's terminal")
        }
        guard days.count == 1 else {
            throw LiveError(
                "several meetings have been hosted in \(folder): name one of "
                    + listed(days.map(\.description), "or"))
        }
        return MeetingSocket(of: day, under: folder)
    }
}

/// `ssh://[USER@]HOST[:PORT]/FOLDER`.
struct SecureShell {
    let relay: Program
    static let places = "write ssh://HOST/FOLDER, postgresql://HOST/NAME, a folder, or the meeting's day"

    init(_ text: String) throws(LiveError) {
        guard let address = URLComponents(string: text), address.scheme == "ssh", let host = address.host,
            !host.isEmpty, !host.hasPrefix("-"), address.password == nil, address.query == nil
        else {
            throw LiveError("`\(text)` is no place to join: \(Self.places)")
        }
        let user = address.user.map { "\($0)@" } ?? ""
        guard !user.hasPrefix("-") else {
            throw LiveError("`\(text)` has no account that ssh could take: write ssh://NAME@HOST/FOLDER")
        }
        let port = address.port.map { ["-p", String($0)] } ?? []
        let folder = address.path.isEmpty ? "." : address.path
        // The other end hands this to a shell.
        let quoted = "'" + folder.replacingOccurrences(of: "'", with: "'\\''") + "'"
        relay = Program("ssh", ["-T"] + port + ["--", user + host, "mlreview relay --dir \(quoted)"])
    }
}
