import Council
import Foundation
import Host

/// Reads a journal for its minutes; each part of the minutes has an extension of its own.
struct JournalReader {
    let journal: Journal
    let clock: WallClock
    /// The record's digests by the entry's number; empty if nothing is recorded.
    let heads: [Int: String]
    /// The meeting that approved the minutes; nil if none did.
    let approved: CalendarDay?
    /// The entries that count, oldest first.
    let entries: [Entry]
    /// The time at which each vote was closed, by motion.
    let tallied: [Int: Date]
    /// The entry by which each vote was closed, by motion.
    let closings: [Int: Int]
    /// The entry by which each amendment was made, by item and number.
    let amendings: [AmendmentKey: Int]
    /// The time of each ruling, by motion.
    let ruled: [Int: Date]
    /// Changes of who presides, oldest first. The roster's chair presides before them.
    let presidencies: [(at: Date, who: Handle, reason: String)]
    /// The rosters as they were taken in, oldest first.
    let rosters: [(at: Date, roster: Roster)]

    init(_ journal: Journal, heads: [Int: String] = [:], approved: CalendarDay? = nil) {
        self.journal = journal
        self.heads = heads
        self.approved = approved
        clock = WallClock(timeZone: journal.meeting.roster.timeZone, meetingDay: journal.meeting.agenda.date)
        entries = journal.effective
        var tallied: [Int: Date] = [:]
        var closings: [Int: Int] = [:]
        var amendings: [AmendmentKey: Int] = [:]
        var ruled: [Int: Date] = [:]
        var presidencies: [(at: Date, who: Handle, reason: String)] = []
        var rosters: [(at: Date, roster: Roster)] = []
        for entry in entries {
            switch entry.act {
            case .docket(let docket): rosters.append((entry.at, docket.roster))
            case .tallied(let act): (tallied[act.motion], closings[act.motion]) = (entry.at, entry.number)
            case .amended(let act):
                amendings[AmendmentKey(item: act.item, number: act.amendment.number)] = entry.number
            case .ruled(let act): ruled[act.motion] = entry.at
            case .chaired(let act): presidencies.append((entry.at, act.who, act.reason))
            default: break
            }
        }
        self.tallied = tallied
        self.closings = closings
        self.amendings = amendings
        self.ruled = ruled
        self.presidencies = presidencies
        self.rosters = rosters
    }

    struct AmendmentKey: Hashable {
        let item: ItemID
        let number: Int
    }

    var meeting: Meeting { journal.meeting }
    var roster: Roster { meeting.roster }

    /// The last moment that the journal knows of. Running clocks are read at it.
    var end: Date { meeting.closedAt ?? entries.last?.at ?? Date(timeIntervalSince1970: 0) }

    func name(_ handle: Handle) -> String { roster.name(of: handle) }

    /// The handle of somebody who is or was on the roster; nil for a guest.
    func known(_ handle: Handle) -> String? {
        if roster.isGuest(handle) { return nil }
        return (roster.person(handle) ?? meeting.former?.first { $0.handle == handle })?.handle.rawValue
    }

    /// The person who presided at a moment.
    func presiding(at moment: Date) -> Handle {
        presidencies.last { $0.at <= moment }?.who ?? roster.chair.member
    }

    var model: MinutesModel {
        let items = Array(meeting.items.enumerated()).concurrentMap { itemModel($0.element, number: $0.offset + 1) }
        let times = items.flatMap { [$0.time.seconds ?? 0, $0.time.boxSeconds ?? 0] }
        return MinutesModel(
            council: roster.name, date: Day(meeting.agenda.date), place: meeting.agenda.place,
            timeZone: clock.zoneName, link: link, revision: meeting.revision, revisions: revisions,
            isClosed: meeting.phase == .closed, isDraft: roster.minutes == .draft && approved == nil,
            approved: roster.minutes == .draft ? approved.map(Day.init) : nil,
            outcome: outcome, register: register, attendance: attendance, events: events, owners: owners,
            earlierActions: earlierActions,
            longest: times.filter { $0 > 0 }.max(), items: items,
            leftOpen: leftOpen, record: RecordModel(of: journal, heads: heads))
    }

    /// The name of an item in links: its id, in characters that any link may have.
    func anchor(_ item: Item) -> String { Self.anchor(of: item.id.rawValue, number: meeting.number(of: item)) }

    static func anchor(of id: String, number: Int) -> String {
        let safe = id.lowercased().unicodeScalars.map { scalar in
            ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
        }
        let name = String(safe.prefix(80))
        if name == id { return "item-" + name }
        // Different ids may have become the same, so the number tells them apart.
        return "item-\(number)-\(name)"
    }

    /// The web address of the minutes, if the council names one.
    var link: String? { address(of: "\(meeting.agenda.date)/\(Minutes.Format.html.fileName)") }

    /// The web address of a file in the folder of all minutes, if the council names one.
    func address(of file: String) -> String? {
        guard let home = roster.mail?.minutesURL, MailSettings.isURL(home) else { return nil }
        return "\(home)\(home.hasSuffix("/") ? "" : "/")\(file)"
    }

    func reference(to id: ItemID) -> ItemReference? {
        guard let item = meeting.item(id) else { return nil }
        return ItemReference(
            number: meeting.number(of: item), id: item.id.rawValue, anchor: anchor(item), title: meeting.title(of: item)
        )
    }
}

/// The facts of a meeting for its minutes, in the council's own words and time zone.
struct Facts {
    let journal: Journal
    let clock: WallClock
    let model: MinutesModel
    let tree: Fact
    /// The time of the last close, or of the last entry if the meeting goes on.
    let date: Date
    let notices: [Notice]
    /// What the summary has beside the facts of the minutes.
    let summary: SummaryModel

    init(of journal: Journal, heads: [Int: String] = [:], approved: CalendarDay? = nil) {
        let reader = JournalReader(journal, heads: heads, approved: approved)
        self.journal = journal
        clock = reader.clock
        model = reader.model
        tree = Fact(reflecting: model)
        date = reader.end
        notices = reader.notices
        summary = reader.summary
    }

    var meeting: Meeting { journal.meeting }

    /// What the templates of the summary can print.
    var summaryTree: Fact { tree.adding(summary, named: "summary") }

    /// Edited minutes without the mark of a draft, once they are approved.
    func approving(_ edited: String) -> String {
        guard let approved = model.approved else { return edited }
        return edited.replacing(
            "**Draft: the council has not approved these minutes yet.**",
            with: "Approved by the meeting of \(approved.day.long).")
    }
}
