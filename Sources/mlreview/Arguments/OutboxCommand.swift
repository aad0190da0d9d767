import ArgumentParser
import Council
import Foundation
import Host
import Live
import Screen

struct OutboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox",
        abstract: "Shows, sends or drops what was written while the host or server of a meeting could not be reached.",
        discussion: """
            The next `mlreview join` of the meeting sends it by itself. Into a closed meeting nothing is sent: its scribe or \
            chair opens it again first.
            """)

    enum Deed: String, ExpressibleByArgument, CaseIterable {
        case show, send, drop
    }

    @Argument(help: "show, send or drop; without one, show.")
    var deed = Deed.show
    @Argument(help: "The meeting's day; without one, every meeting.")
    var day: String?
    @Flag(help: "Drops without asking.")
    var yes = false

    func run() throws {
        try complaining {
            let date = day.flatMap { CalendarDay($0) }
            if let day, date == nil { throw Complaint("`\(day)` is no day: write it as 2026-11-25") }
            let kept = try Self.outboxes(on: date)
            guard !kept.isEmpty else {
                try CheckedOutput.standard.printLine("nothing waits\(date.map { " for the meeting of \($0)" } ?? "")")
                return
            }
            switch deed {
            case .show: try CheckedOutput.standard.printLines(kept.flatMap(Self.lines))
            case .send: for outbox in kept { try send(outbox) }
            case .drop: for outbox in kept { try drop(outbox) }
            }
        }
    }

    /// What one terminal has left, or keeps now.
    private struct Kept {
        let path: String
        let heading: OutboxFile.Heading
        let writings: [Writing]
    }

    private static func outboxes(on date: CalendarDay?) throws(LiveError) -> [Kept] {
        var kept: [Kept] = []
        for path in LocalOutbox.paths(in: LocalOutbox.folder()) {
            guard let file = try OutboxFile(at: path, isOnlyRead: true), !file.writings.isEmpty,
                date == nil || file.heading.owner.date == date
            else { continue }
            kept.append(Kept(path: path, heading: file.heading, writings: file.writings))
        }
        return kept
    }

    private static func lines(of kept: Kept) -> [String] {
        let owner = kept.heading.owner
        let place =
            switch kept.heading.way {
            case .folder(let folder): folder
            case .program(let words): words.joined(separator: " ")
            case .server(let name): name
            }
        return
            (["\(owner.date), as \(owner.handle), at \(place):"]
            + kept.writings.flatMap { writing in
                let clock = LocalTime(zone: TimeZone.current.identifier)
                let what: String =
                    switch writing.written {
                    case .note(_, let kind, _): kind == .plain ? "note" : kind.rawValue
                    case .action: "action"
                    }
                let item = (writing.title ?? writing.item?.rawValue).map { " on \($0)" } ?? ""
                let lines = writing.written.text.split(separator: "\n", omittingEmptySubsequences: false)
                return ["  \(clock.day(writing.at)) \(clock.time(writing.at)) \(what)\(item): \(lines.first ?? "")"]
                    + lines.dropFirst().map { "    \($0)" }
            }).map { TextWidth.safe($0) }
    }

    // MARK: Sending

    private func send(_ kept: Kept) throws {
        let owner = kept.heading.owner
        let (joined, welcome): (JoinedMeeting, JoinedMeeting.Welcome)
        do throws(LiveError) {
            (joined, welcome) = try JoinedMeeting.join(
                by: try kept.heading.way.way(on: owner.date, RecordPlace.connect), program: Version.number,
                terminal: nil,
                isPresenter: false,
                outbox: LocalOutbox.folder())
        } catch {
            throw Complaint("nothing is sent for \(owner.date): \(error.sentence)")
        }
        defer { joined.leave() }
        guard welcome.date == owner.date, welcome.handle == owner.handle else {
            throw Complaint(
                "nothing is sent: it was written for \(owner.date) as \(owner.handle), and this is \(welcome.date) as "
                    + "\(welcome.handle?.rawValue ?? "a guest")")
        }
        let before = kept.writings.count
        var refused: [String] = []
        while true {
            let news = joined.takeNews()
            refused += news.declined.map { "not recorded: \($0.why): \(Written($0.submission.request)?.text ?? "")" }
            if let goodbye = news.goodbye { throw Complaint("the \(joined.way.otherEnd) has ended this: \(goodbye)") }
            if news.lostAt != nil {
                throw Complaint("the \(joined.way.otherEnd) is gone again: what is left stays here")
            }
            switch news.journal.meeting.phase {
            case .closed:
                throw Complaint(
                    "the meeting of \(owner.date) is closed: its scribe or chair opens it again with `reopen because TEXT`, "
                        + "then `mlreview outbox send`")
            case .gathering:
                throw Complaint("the meeting of \(owner.date) has not been called to order: send when it is")
            case .inSession: break
            }
            guard joined.outbox != nil, news.kept > 0 else { break }
            _ = waitUntilReadable(joined.newsDescriptor, milliseconds: 200)
        }
        let recorded = before - refused.count
        try CheckedOutput.standard.printLines(
            (["\(owner.date): \(counted(recorded, "entry", plural: "entries")) recorded"] + refused).map {
                TextWidth.safe($0)
            })
        if !refused.isEmpty { throw ExitCode.failure }
    }

    private func drop(_ kept: Kept) throws {
        try CheckedOutput.standard.printLines(Self.lines(of: kept))
        guard try yes || YesOrNo.isYes("Drop it for good?") else { return }
        guard let file = try OutboxFile(at: kept.path) else {
            throw Complaint("a terminal at this meeting keeps it: leave that one first")
        }
        file.drop()
        try CheckedOutput.standard.printLine("dropped")
    }
}
