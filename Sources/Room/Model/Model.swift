import Council
import Foundation
import Screen

/// Everything the screen shows, and nothing that it does not.
///
/// `update` changes it and returns effects; `Painter` draws it. Neither reads or writes anything outside.
public struct Model: Sendable {
    /// The acts and the meeting that they make, including acts on their way to the disk.
    public internal(set) var journal: Journal
    public internal(set) var now: Date
    public internal(set) var size: Size
    public internal(set) var recording: Recording
    /// Dialogs and entries, the front one last; keys go to it first.
    var layers: [any Layer] = []
    var focus: Pane = .proposal
    /// The first row that each pane shows; a pane without one shows its beginning, or its end if it follows that.
    var scroll: [Pane: Int] = [:]
    /// The item that the agenda pane's cursor is on.
    var agendaCursor = 0
    var notice: Notice?
    /// Whether the view for the shared screen is shown.
    public var isPresenting = false
    /// What the program has said since the presenter view came on; it is shown when that view is left.
    var unseenNotice: Notice?
    /// Whether clicks and the wheel are reported.
    var isMouseOn = false
    /// The texts of notes that were left half-typed, by their items; drafts of earlier versions have no item.
    var leftDrafts: [ItemID?: String] = [:]
    /// The contents of dialogs that were left without recording, by their titles.
    var leftForms: [String: LeftForm] = [:]
    /// Lines typed after `:`, the latest last.
    var typedLines: [String] = []
    /// The name of the record that this terminal followed, and that is gone; nil if it is there.
    var lostRecord: String?
    /// Notes that were begun and given up, the latest last.
    var asideNotes: [String] = []
    /// Texts that were deleted whole from the line of a note, the latest last.
    var deletedNotes: [String] = []
    /// A person's wish while another terminal records: it is done as soon as this one records.
    var wish: Wish?
    /// The text that is looked for, and the place where it was found last; nil if nothing is marked.
    var search: TextSearch?
    /// The text that was looked for last.
    var lastWanted = ""
    /// The row under the cursor of each pane that has rows; a pane without one has no cursor, or its last row.
    var rowCursor: [Pane: Int] = [:]
    /// The item whose private notes are shown here, since somebody at this terminal asked for them.
    var revealed: ItemID?
    /// How much of the screen the pane with the focus takes.
    var zoom = Zoom.none
    /// What all weeks together know, as it was read last; nil until somebody asks for it.
    public internal(set) var libraryReading: LibraryReading?
    /// The open actions of earlier meetings as the library has them; nil until it has been read.
    var earlierInLibrary: EarlierActions?
    /// Whether it is being read.
    var isReadingLibrary = false
    /// Whether it is to be read once more after that.
    var readsLibraryAgain = false
    /// Why it could not be read the last time; nil if it could.
    var libraryFault: String?
    /// The earlier proposals that are near to those of the meeting, as far as they are known already.
    var related: [String: [RelatedProposal]] = [:] { didSet { lookups += 1 } }
    /// How often it was read.
    var libraries = 0
    /// What is done as soon as the library has been read; nil if nothing waits for it.
    var waiting: WaitingForLibrary?
    /// Whether the last painting still shows everything but the note being typed.
    var isPainted = false
    /// When something on the screen changes by itself, as the last painting found; nil if nothing does.
    public internal(set) var nextTickAt: Date?
    /// Sizes from the last painting, which scrolling needs.
    public var metrics = Metrics()
    /// The themes that can be chosen, and the one that is shown.
    public var themes: [ThemeChoice] = []
    public var theme = ""
    /// The characters that charts are drawn with.
    public var symbols = Symbols.braille
    /// Whether there is no meeting, and the library is all there is.
    let isLibraryAlone: Bool
    /// Whether others record at this meeting, too.
    public let part: Part
    /// Requests of this terminal at a meeting that another program records.
    var asked: Set<UUID> = []
    let clock: LocalTime
    let keys: KeyMap

    public init(
        journal: Journal, drafts: [ItemID?: String] = [:], asideNotes: [String] = [], recording: Recording = .recorded,
        keys: KeyMap = KeyMap(), isLibraryAlone: Bool = false, part: Part = .alone, size: Size,
        now: Date
    ) {
        self.part = part
        self.isLibraryAlone = isLibraryAlone
        self.journal = journal
        self.keys = keys
        leftDrafts = drafts
        self.asideNotes = asideNotes
        self.recording = recording
        self.size = size
        self.now = now
        clock = LocalTime(zone: journal.meeting.roster.timeZone)
        agendaCursor = journal.meeting.currentIndex ?? 0
        adoptLooseDraft()
        if isLibraryAlone {
            layers = [LibraryScreen()]
            return
        }
        let callsTheRoll = part.author.map { journal.meeting.isScribe($0) } ?? !part.isJoined
        if journal.meeting.phase == .gathering, !recording.isFollowing, callsTheRoll {
            layers = [RollCall(in: journal.meeting)]
        }
        let takesNotes = journal.meeting.phase == .inSession && journal.meeting.current != nil
        if !leftDraft.isEmpty, takesNotes, !recording.isFollowing {
            layers = [NoteEntry(leftDraft)]
        }
        if journal.meeting.openMotion != nil, layers.isEmpty {
            focus = .votes
            offerBallot()
        }
    }

    public var meeting: Meeting { journal.meeting }

    /// Files taken in before anything was recorded.
    var dockets = 0
    /// How often related proposals were found.
    private(set) var lookups = 0
    /// How often the journal was replaced by what the record has.
    var rebases = 0
    /// A number that changes with the journal: lines that were laid out of an earlier edition are out of date.
    ///
    /// What is read beside the meeting is no part of it. It arrives while somebody types, and notes and votes are the same.
    var edition: Int { journal.entries.count + dockets + rebases << 32 }

    /// The item whose proposal, notes and votes are shown: the one under the agenda's cursor, which follows the council
    /// from item to item until somebody looks at another one.
    var shownItem: Item? { shownID.flatMap(meeting.item) }

    /// The item's identifier alone, which costs less with every frame.
    var shownID: ItemID? {
        let items = journal.meeting.items
        return items.indices.contains(agendaCursor) ? items[agendaCursor].id : journal.meeting.currentID
    }

    /// The text of the half-typed note on the item before the council; empty if there is none.
    public var draft: String { noteEntry?.editor.text ?? leftDraft }

    /// The half-typed note that was left on the item before the council.
    var leftDraft: String {
        get { leftDrafts[journal.meeting.currentID] ?? "" }
        set {
            leftDrafts[ItemID?.none] = nil
            leftDrafts[journal.meeting.currentID] = newValue.isEmpty ? nil : newValue
        }
    }

    /// Gives a draft without an item to the one before the council: it was kept by an earlier version, or pasted before
    /// the call to order.
    mutating func adoptLooseDraft() {
        guard let item = journal.meeting.currentID, leftDrafts[item] == nil,
            let text = leftDrafts.removeValue(forKey: ItemID?.none)
        else { return }
        leftDrafts[item] = text
    }

    /// All half-typed notes, by their items.
    public var drafts: [ItemID?: String] {
        guard let text = noteEntry?.editor.text else { return leftDrafts }
        var drafts = leftDrafts
        drafts[ItemID?.none] = nil
        drafts[journal.meeting.currentID] = text.isEmpty ? nil : text
        return drafts
    }

    /// The pane that keys act in: the one that a layer stands in, or the one with the focus.
    var paneInFront: Pane { layers.last { $0.pane != nil }?.pane ?? focus }

    var noteEntry: NoteEntry? { layers.lazy.compactMap(\.note).first }
    var voting: Voting? { layers.lazy.compactMap { $0 as? Voting }.first }

    /// Seconds until something on the screen changes by itself; nil if nothing does.
    var nextTick: TimeInterval? {
        guard journal.meeting.phase == .inSession else { return nil }
        if let left = journal.meeting.recess?.left(at: now) {
            return max(0.02, left - left.rounded(.down) + 0.01)
        }
        guard let clock = journal.meeting.currentClock, clock.runningSince != nil else { return nil }
        return max(0.02, 1 - clock.used(at: now).truncatingRemainder(dividingBy: 1))
    }
}

/// Whether everything on the screen is on the disk.
public enum Recording: Equatable, Sendable {
    case recorded
    /// So many acts are on their way.
    case writing(Int)
    /// So many acts can't be written, for this reason; they are kept and tried again.
    case failing(String, pending: Int)
    /// Nothing is kept.
    case rehearsal
    /// This terminal can't record, for this reason, and shows what another one records.
    case following(String)

    public var isFollowing: Bool {
        if case .following = self { true } else { false }
    }
}

/// Something that a person asked for while another terminal recorded.
enum Wish: Sendable {
    case command(Command)
    case request(Request)
}

/// A sentence for the person at the keyboard, until the next key.
public struct Notice: Equatable, Sendable {
    public let text: String
    public let weight: Weight

    public enum Weight: Sendable {
        case news
        /// It was done, and may have been meant otherwise.
        case doubt
        case refusal
    }

    public init(_ text: String, _ weight: Weight = .news) {
        self.text = text
        self.weight = weight
    }
}

/// How many rows each pane had to show, and how many of them fit.
public struct Metrics: Equatable, Sendable {
    var content: [Pane: Int] = [:]
    var visible: [Pane: Int] = [:]
    /// The width that each pane's lines were laid out in, in columns.
    var width: [Pane: Int] = [:]
    /// The things in each pane that can be pointed at.
    var rows: [Pane: [PaneRow]] = [:]
    /// Where everything stood.
    var layout: RoomLayout?
    /// The width of the note being typed, in columns.
    var editorWidth: Int?

    public init() {}

    func lastTop(of pane: Pane) -> Int { max(0, (content[pane] ?? 0) - (visible[pane] ?? 0)) }
}
