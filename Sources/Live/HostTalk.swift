import Council
import Foundation
import Glibc
import Ledger

/// What the host says to its terminals, and does for them.
final class HostTalk {
    private let shared: SharedMeeting
    private let program: String
    private let relays: String?
    private let own: JoinedTerminal
    private let coder = ActCoder()
    private let encoder = JSONEncoder()
    /// The meeting as it is known to whatever is sent.
    private var told: Journal
    /// The entries of private notes in it.
    private var hidden: Set<Int>
    /// Lines that were sent, for terminals that may read the same.
    private var encoded: [ReadingRight: [Int: [UInt8]]] = [:]
    /// Whether somebody waits for more entries than were sent at once.
    private(set) var isHurried = false
    var hasWelcomed = false

    init(_ shared: SharedMeeting, program: String, relays: String?, own: JoinedTerminal) {
        self.shared = shared
        self.program = program
        self.relays = relays
        self.own = own
        told = shared.journal
        hidden = told.privateEntries
        encoder.outputFormatting = [.withoutEscapingSlashes]
    }

    // MARK: Frames in

    func answer(_ link: HostLink, all: [HostLink]) {
        while !link.isOver, let line = link.input.next() {
            link.heard = Date()
            guard let frame = frame(ClientFrame.self, in: line) else {
                return letGo(of: link, "that is no request of mlreview: join with `mlreview join`")
            }
            answer(link, frame, all: all)
        }
        if link.input.isOverfull { letGo(of: link, "that request is too long") }
    }

    private func answer(_ link: HostLink, _ frame: ClientFrame, all: [HostLink]) {
        switch frame {
        case .relay(let version, let host, let handle):
            guard version == lineVersion else { return refuse(link, version: version, program: "a relay") }
            guard link.reader == nil, link.relayed == nil else {
                return letGo(of: link, "a relay speaks first, and once")
            }
            if handle != nil, link.peer.user != geteuid(), link.peer.account != relays {
                return letGo(
                    of: link,
                    "the account \(link.peer.account) may not say for whom it speaks: only relays under the host's own "
                        + "account do, or under the one that `live.relay` in council.yaml names")
            }
            link.relayed = HostLink.Relayed(handle: handle, host: String(host.prefix(80)))
        case .hello(let version, let program, let terminal, let knows, let isPresenter):
            guard version == lineVersion else { return refuse(link, version: version, program: program) }
            guard link.reader == nil else { return letGo(of: link, "a terminal says hello once") }
            learn(shared.journal, all)
            welcome(link, terminal: terminal.map { String($0.prefix(80)) }, knows: knows, isPresenter: isPresenter)
        case .ask(let id, let known, let motion, let request):
            guard let reader = link.reader else { return letGo(of: link, Self.helloFirst) }
            let why = refusal(of: request, id, known, motion, by: reader)
            // What was recorded goes before the answer.
            learn(shared.journal, all)
            link.gather {
                tell(told, to: link)
                send(.answer(id: id, why: why), to: link)
            }
        case .draft(let item, let text):
            guard let handle = link.reader?.handle, text.utf8.count <= Self.longestDraft else { return }
            let key = DraftKey("note", on: item, by: handle)
            try? shared.setDraft(text.isEmpty ? nil : text, as: key, of: shared.date)
        case .who:
            guard link.reader != nil else { return letGo(of: link, Self.helloFirst) }
            send(.terminals([own] + all.compactMap(\.terminal)), to: link)
        }
    }

    private static let helloFirst = "a terminal says hello first"
    private static let longestDraft = 256 << 10

    private func refusal(
        of request: Request, _ id: UUID, _ known: Int, _ motion: Int?, by reader: HostLink.Reader
    ) -> String? {
        guard let handle = reader.handle, !reader.isPresenter else {
            return reader.isPresenter
                ? "the shared screen records nothing: join without --presenter" : Refusal.guestsLookOn.sentence
        }
        let submission = Submission(request, id: id, at: Date(), author: handle)
        do {
            return try shared.take(submission, known: max(0, known), motion: motion)?.sentence
        } catch {
            return "not recorded: \(error.sentence)"
        }
    }

    private func refuse(_ link: HostLink, version: Int, program other: String) {
        letGo(
            of: link,
            "the host runs mlreview \(program), which speaks version \(lineVersion) of the line, and "
                + "\(String(other.prefix(80))) speaks version \(version): install the same on both")
    }

    private func letGo(of link: HostLink, _ why: String) {
        send(.goodbye(why: why), to: link)
        link.isOver = true
    }

    // MARK: Frames out

    private func welcome(_ link: HostLink, terminal: String?, knows: Int, isPresenter: Bool) {
        let journal = told
        let meeting = journal.meeting
        let handle: Handle? =
            if let relayed = link.relayed, relayed.handle != nil {
                relayed.handle.flatMap { meeting.roster.person($0)?.handle }
            } else {
                meeting.roster.person(withLogin: link.peer.account)?.handle
            }
        let right = ReadingRight(handle, in: meeting, isGuest: isPresenter)
        var known = (0..<journal.nextNumber).contains(knows) ? knows : 0
        // What the terminal has may be more to read since it was here.
        if known > 0, let first = firstReadAnew(by: handle, right, in: journal, knowing: known) {
            known = min(known, first - 1)
        }
        link.reader = HostLink.Reader(
            handle: handle, terminal: terminal, isPresenter: isPresenter, right: right, sent: known)
        hasWelcomed = true
        let drafts = (try? shared.session.ledger.drafts(of: shared.date)) ?? [:]
        let their = drafts.filter { $0.key.author == handle && handle != nil && $0.key.kind == "note" }
        send(
            .welcome(
                version: lineVersion, program: program, date: shared.date, handle: handle,
                docket: journal.entries.isEmpty ? meeting.docket : nil,
                drafts: their.map { HostFrame.Draft(item: $0.key.item, text: $0.value) },
                entries: journal.nextNumber - 1), to: link)
        tell(journal, to: link)
    }

    /// The first of the entries that a terminal has which its person may read otherwise now; nil if there is none.
    private func firstReadAnew(by handle: Handle?, _ right: ReadingRight, in journal: Journal, knowing known: Int)
        -> Int?
    {
        let later = journal.entries.dropFirst(known)
        let ballot = journal.firstBallotReadAnew(after: later)
        guard later.contains(where: \.act.changesReading),
            let then = Journal(entries: Array(journal.entries.prefix(known)))
        else { return ballot }
        // Whoever became scribe or chair meanwhile reads everything anew.
        if right.mayReadPrivateNotes, !ReadingRight(handle, in: then.meeting).mayReadPrivateNotes { return 1 }
        let changed = then.privateEntries.symmetricDifference(hidden).filter { $0 <= known }
        return (changed + [ballot].compactMap(\.self)).min()
    }

    /// Tells every terminal what was recorded since they were told last.
    func tellNews(to links: [HostLink]) {
        let journal = shared.journal
        isHurried = false
        learn(journal, links)
        for link in links { tell(journal, to: link) }
        if encoded.values.contains(where: { $0.count > 20_000 }) { encoded = [:] }
    }

    /// Takes in what was recorded before anything of it is sent: who may read what can have changed with it.
    private func learn(_ journal: Journal, _ links: [HostLink]) {
        guard journal.nextNumber != told.nextNumber else { return }
        let added = journal.entries.dropFirst(told.entries.count)
        let before = hidden
        if added.contains(where: \.act.isAboutNotes) { hidden = journal.privateEntries }
        let changed = before.symmetricDifference(hidden).filter { $0 < told.nextNumber }
        if let first = (changed + [journal.firstBallotReadAnew(after: added)].compactMap(\.self)).min() {
            encoded = [:]
            for link in links { link.readAgain(from: first) }
        }
        // A new scribe or chair reads more than before, and who was one reads less.
        for link in links {
            guard let reader = link.reader else { continue }
            let right = ReadingRight(reader.handle, in: journal.meeting, isGuest: reader.isPresenter)
            guard right != reader.right else { continue }
            link.reader?.right = right
            link.reader?.sent = 0
        }
        told = journal
    }

    /// Entries that are sent in one frame, so that a terminal shows the first ones while others come.
    private static let mostAtOnce = 500

    private func tell(_ journal: Journal, to link: HostLink) {
        guard let reader = link.reader, !link.isOver else { return }
        let last = journal.nextNumber - 1
        guard reader.sent < last else { return }
        guard !link.isBehind else { return }
        let upTo = min(last, reader.sent + Self.mostAtOnce)
        var line = Array("{\"entries\":{\"from\":\(reader.sent + 1),\"rows\":[".utf8)
        for number in (reader.sent + 1)...upTo {
            if number > reader.sent + 1 { line.append(UInt8(ascii: ",")) }
            line += encodedEntry(journal.entries[number - 1], in: journal, for: reader.right)
        }
        line += Array("]}}\n".utf8)
        link.reader?.sent = upTo
        link.send(line)
        if upTo < last { isHurried = true }
    }

    private func encodedEntry(_ entry: Entry, in journal: Journal, for right: ReadingRight) -> [UInt8] {
        if let known = encoded[right]?[entry.number] { return known }
        let readable = journal.entry(entry, readBy: right, hiding: hidden)
        let bytes = (try? WireEntry(readable, coder)).flatMap { try? encoder.encode($0) }.map(Array.init) ?? []
        encoded[right, default: [:]][entry.number] = bytes
        return bytes
    }

    private func send(_ frame: HostFrame, to link: HostLink) {
        guard var line = (try? encoder.encode(frame)).map(Array.init) else { return }
        line.append(UInt8(ascii: "\n"))
        link.send(line)
    }

    func sayGoodbye(to link: HostLink) { send(.goodbye(why: ""), to: link) }
}

extension Act {
    /// Whether it can change which notes are private: it makes one, speaks of one, or takes such an act back.
    fileprivate var isAboutNotes: Bool {
        switch self {
        case .noted, .reworded, .resolved, .corrected, .undone, .redone: true
        default: false
        }
    }
}
