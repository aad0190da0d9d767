import Council
import Curses
import Foundation
import Ledger
import Room
import Screen
import Host

/// The loop: waits for input, ticks and answers, passes them to the model, performs its effects, and draws the screen.
final class RoomProgram {
    let opened: Opened
    let terminal: any Terminal
    let themes: ThemeShelf
    let inbox: Inbox<Message>
    /// Texts to copy that tmux did not take, each with its name.
    let refusedByTmux: Inbox<(text: String, what: String)>
    private let painter = Painter()
    var model: Model
    private var grid: Grid
    var watch: (any LedgerWatch)?
    /// When a record that is gone is looked for next; nil if it is there.
    private var nextLook: ContinuousClock.Instant?
    var drafts: DraftKeeper
    /// Set when the person has left.
    var farewell: Farewell?
    /// Whether the person has been told what leaving would lose; a new loss is told anew.
    var wasWarned = false
    let publishing: Publishing
    let desk: SearchDesk
    /// Whether the person knows what stays in their outbox, since the meeting is closed.
    var knowsOutbox = false
    /// Whether a person has asked to leave, and waits for the files.
    var isLeaving = false
    /// Why the person's own keys are not in force, to be said once.
    private let keysFault: String?
    /// Texts that were in an editor when the program was killed.
    private let leftovers: ExternalEditor.Leftovers
    let now: () -> Date
    /// The clock that waiting is measured by, which nobody sets.
    let instant: () -> ContinuousClock.Instant
    /// Seconds that leaving waits for the disk.
    let patience: TimeInterval

    /// What is printed when the terminal is given back.
    struct Farewell {
        var lines: [String]
        var code: Int32 = 0
        /// The day of the meeting that comes on the screen now; nil if the person leaves.
        var next: CalendarDay?
        /// The meeting that this program hosts now; nil if it does not.
        var hosted: Opened?
    }

    init(
        _ opened: Opened, terminal: any Terminal, themes: ThemeShelf? = nil, theme: String = Theme.dark.name,
        symbols: Symbols = .braille, keys: PersonalKeys = PersonalKeys(), isPresenting: Bool = false,
        patience: TimeInterval = 3,
        publishing: Publishing = Publishing(), now: @escaping () -> Date = { Date() },
        instant: @escaping () -> ContinuousClock.Instant = { .now }
    ) throws {
        self.opened = opened
        self.themes = themes ?? ThemeShelf(folder: opened.place.folder)
        self.terminal = terminal
        inbox = try Inbox()
        refusedByTmux = try Inbox()
        self.patience = patience
        self.publishing = publishing
        desk = SearchDesk(opened.place, isRehearsal: opened.isRehearsal)
        self.now = now
        self.instant = instant
        leftovers =
            opened.isRehearsal
            ? .init() : ExternalEditor.leftovers(in: opened.record.folder, atMost: Model.longestNote)
        let recording: Recording =
            opened.isRehearsal ? .rehearsal : opened.whyReadOnly.map { .following($0.sentence) } ?? .recorded
        model = Model(
            journal: opened.journal, drafts: opened.drafts, asideNotes: leftovers.texts, recording: recording,
            keys: keys.map, isLibraryAlone: opened.isLibraryAlone, part: opened.part, size: terminal.size, now: now())
        keysFault = keys.sentence
        model.theme = theme
        model.symbols = symbols
        model.isPresenting = isPresenting
        grid = Grid(terminal.size)
        drafts = DraftKeeper(saved: opened.drafts)
        if recording.isFollowing { watch = try opened.record.watch() }
    }

    func run() -> Farewell {
        begin()
        findRelated()
        Worker.startInTurn { StartMemory.giveBack() }
        while farewell == nil { turn() }
        return farewell ?? Farewell(lines: [])
    }

    /// Shows the first picture.
    func begin() {
        for change in opened.record.changes { receive(.told(change)) }
        if let sentence = leftovers.sentence { receive(.told(sentence)) }
        for sentence in opened.found { receive(.told(sentence)) }
        if let keysFault { receive(.failed(keysFault)) }
        if let obstacle = opened.record.obstacle { receive(.recordingFailed(obstacle.sentence, pending: 0)) }
        paint()
        for effect in model.readLibraryIfAlone() { perform(effect, after: .tick) }
        checkFiles()
        finishPublishing()
        receive(.begun)
    }

    /// Waits once, and handles everything that arrived.
    func turn() {
        let wake = terminal.waitForEvents(descriptors: descriptors, timeout: timeout)
        // What was typed before somebody ended the program counts.
        for event in wake.events where !event.isTermination { receive(.input(event)) }
        for event in wake.events where event.isTermination { receive(.input(event)) }
        if !wake.ready.isEmpty {
            for message in inbox.drain() { receive(message) }
            receiveFromRecord()
            receiveFromTmux()
        }
        if let nextLook, instant() >= nextLook { follow() }
        leaveOncePublished()
        if wake.events.isEmpty { receive(.tick) }
        guard farewell == nil else { return }
        paint()
        // After the picture: whoever types waits for nothing but that.
        saveDraft()
    }

    func paint() {
        if grid.size != terminal.size { grid = Grid(terminal.size) }
        painter.paint(&model, into: &grid)
        terminal.present(grid)
    }

    func receive(_ message: Message) {
        for effect in model.update(message, at: now()) { perform(effect, after: message) }
    }

    // MARK: Waiting

    /// The descriptors that the next turn wakes for, apart from the keyboard.
    var descriptors: [Int32] {
        var descriptors: [Int32] = []
        descriptors.reserveCapacity(5)
        descriptors += [inbox.descriptor, refusedByTmux.descriptor]
        if let recorder = opened.recorder { descriptors.append(recorder.wakeDescriptor) }
        if let watch { descriptors.append(watch.descriptor) }
        if let news = opened.live?.newsDescriptor { descriptors.append(news) }
        return descriptors
    }

    /// Milliseconds until the clock's next second or the next saving of a draft; nil sleeps until something happens.
    private var timeout: Int? {
        let draft = drafts.wait(at: instant()).map { $0 / .milliseconds(1) }
        let look = nextLook.map { max(.zero, instant().duration(to: $0)) / .milliseconds(1) }
        let tick = model.nextTickAt.map { max(20, $0.timeIntervalSince(model.now) * 1000) }
        let waits = [tick, draft, look].compactMap { $0 }
        return waits.min().map { Int($0.rounded(.up)) }
    }

    private func receiveFromRecord() {
        receiveEvents()
        receiveNews()
        if let watch, watch.acknowledge() { follow() }
    }

    /// Takes in what others have recorded. A record that is gone is looked for again and again, since nothing tells that it
    /// is back.
    private func follow() {
        let record = opened.record
        // Its connection goes on reading a file that nobody finds any more.
        if record.folder != nil, access(record.name, F_OK) != 0 {
            if nextLook == nil { receive(.recordIsGone(record.name)) }
            nextLook = instant() + Self.lookInterval
            return
        }
        do {
            if nextLook != nil {
                try record.check()
                watch = try record.watch()
                nextLook = nil
                receive(.recordIsBack)
            }
            receive(.followed(try record.entries(of: opened.date, after: model.journal.nextNumber - 1)))
            if record.isLeaseFree(for: opened.date) { receive(.leaseFree) }
        } catch {
            if nextLook != nil { nextLook = instant() + Self.lookInterval }
            receive(.failed(error.sentence))
        }
    }

    /// How often a record that is gone is looked for.
    private static let lookInterval = Duration.milliseconds(1500)

    var pendingActs: Int {
        switch model.recording {
        case .writing(let count), .failing(_, let count): count
        default: 0
        }
    }

    /// Tells whether the files differ from what a resumed meeting has, without keeping the first picture waiting.
    private func checkFiles() {
        guard !model.journal.entries.isEmpty, !opened.isRehearsal else { return }
        let known = model.meeting.docket
        let (inbox, load) = (inbox, opened.loader)
        Worker.startInTurn {
            guard let docket = load(), docket != known else { return }
            inbox.put(.filesChanged)
        }
    }
}
