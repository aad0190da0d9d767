import Agendas
import Commands
import Council
import Curses
import Foundation
import Ledger
import Minutes
import Room
import Screen
import System

/// The loop: input, ticks and answers in, effects out, and the screen drawn after each.
final class RoomProgram {
    let opened: Opened
    private let terminal: any Terminal
    private let themes: ThemeShelf
    private let inbox: Inbox<Message>
    /// Texts to copy that tmux did not take, each with what it is.
    private let refusedByTmux: Inbox<(text: String, what: String)>
    private let painter = Painter()
    private var model: Model
    private var grid: Grid
    private var watch: (any LedgerWatch)?
    private var drafts: DraftKeeper
    /// Set when the person has left.
    private(set) var farewell: Farewell?
    /// Whether the person has been told what leaving would lose; of what is lost since, they are told anew.
    var wasWarned = false
    private let publishing: Publishing
    /// Whether a person has asked to leave, and waits for the files.
    private var isLeaving = false
    /// Why the person's own keys are not in force, to be said once.
    private let keysFault: String?
    /// What was in an editor when the program was killed.
    private let leftovers: ExternalEditor.Leftovers
    private let now: () -> Date
    /// What waiting is measured by: a clock that nobody sets.
    private let instant: () -> ContinuousClock.Instant
    /// Seconds that leaving waits for the disk.
    private let patience: TimeInterval

    /// What is printed when the terminal is given back.
    struct Farewell {
        var lines: [String]
        var code: Int32 = 0
    }

    init(
        _ opened: Opened, terminal: any Terminal, themes: ThemeShelf? = nil, theme: String = Theme.dark.name,
        symbols: Symbols = .braille, keys: PersonalKeys = PersonalKeys(), patience: TimeInterval = 3,
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
        self.now = now
        self.instant = instant
        leftovers =
            opened.isRehearsal
            ? .init() : ExternalEditor.leftovers(in: opened.record.folder, atMost: Model.longestNote)
        let recording: Recording =
            opened.isRehearsal ? .rehearsal : opened.whyReadOnly.map { .following($0.sentence) } ?? .recorded
        model = Model(
            journal: opened.journal, drafts: opened.drafts, asideNotes: leftovers.texts, recording: recording,
            keys: keys.map,
            size: terminal.size,
            now: now())
        keysFault = keys.sentence
        model.theme = theme
        model.symbols = symbols
        grid = Grid(terminal.size)
        drafts = DraftKeeper(saved: opened.drafts)
        if recording.isFollowing { watch = try opened.record.watch() }
    }

    func run() -> Farewell {
        begin()
        while farewell == nil { turn() }
        return farewell ?? Farewell(lines: [])
    }

    /// Shows the first picture.
    func begin() {
        for change in opened.record.changes { receive(.told(change)) }
        if let sentence = leftovers.sentence { receive(.told(sentence)) }
        if let keysFault { receive(.failed(keysFault)) }
        if let obstacle = opened.record.obstacle { receive(.recordingFailed(obstacle.sentence, pending: 0)) }
        paint()
        checkFiles()
        finishPublishing()
    }

    /// Waits once, and does what came of it.
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
        leaveOncePublished()
        if wake.events.isEmpty { receive(.tick) }
        guard farewell == nil else { return }
        paint()
        // After the picture: whoever types waits for nothing but that.
        saveDraft()
    }

    private func paint() {
        if grid.size != terminal.size { grid = Grid(terminal.size) }
        painter.paint(&model, into: &grid)
        terminal.present(grid)
    }

    func receive(_ message: Message) {
        for effect in model.update(message, at: now()) { perform(effect, after: message) }
    }

    // MARK: Waiting

    /// What the next turn wakes for, apart from the keyboard.
    var descriptors: [Int32] {
        [inbox.descriptor, refusedByTmux.descriptor]
            + [opened.recorder?.wakeDescriptor, watch?.descriptor].compactMap { $0 }
    }

    /// Milliseconds until the clock's next second or the next saving of a draft; nil sleeps until something happens.
    private var timeout: Int? {
        let draft = drafts.wait(at: instant()).map { $0 / .milliseconds(1) }
        let waits = [model.nextTick.map { $0 * 1000 }, draft].compactMap { $0 }
        return waits.min().map { Int($0.rounded(.up)) }
    }

    private func receiveFromRecord() {
        receiveEvents()
        guard let watch, watch.acknowledge() else { return }
        do {
            receive(.followed(try opened.record.entries(of: opened.date, after: model.journal.nextNumber - 1)))
            if opened.record.isLeaseFree(for: opened.date) { receive(.leaseFree) }
        } catch {
            receive(.failed(error.sentence))
        }
    }

    var pendingActs: Int {
        switch model.recording {
        case .writing(let count), .failing(_, let count): count
        default: 0
        }
    }

    // MARK: Effects

    private func perform(_ effect: Effect, after message: Message) {
        switch effect {
        case .record(let entries, let submission): record(entries, of: submission)
        case .draftChanged: if opened.recorder != nil { drafts.change() }
        case .edit(let text): edit(text)
        case .takeLease: takeLease()
        case .loadFiles: loadFiles()
        case .moveRecord(let folder): moveRecord(to: folder)
        case .publish(let choice): publish(choice)
        case .preview(let name): preview(name)
        case .editDocument(let name): editDocument(name)
        case .theme(let name): changeTheme(name)
        case .listThemes: receive(.themes(themes.choices))
        case .mouse(let isOn): receive(.mouse(terminal.setMouse(isOn)))
        case .copy(let text, let what): copy(text, what)
        case .suspend: terminal.suspend()
        case .quit: quit(after: message)
        case .beep: terminal.beep()
        }
    }

    private func record(_ entries: [Entry], of submission: Submission) {
        guard let recorder = opened.recorder else { return }
        wasWarned = false
        // A note that was typed in the entry has been its item's draft until now.
        let noted = entries.lazy.compactMap { if case .noted(let item, _, _, _, _) = $0.act { item } else { nil } }
            .first
        let drafted = noted.flatMap { model.drafts[$0] == nil ? $0 : nil }
        if let drafted { drafts.wasCleared(of: drafted) }
        recorder.submit(.append(entries, of: submission, clearingDraft: drafted.map(Opened.noteDraft)))
    }

    private func saveDraft(isLast: Bool = false) {
        for (item, text) in drafts.due(at: instant(), isLast: isLast, drafts: { model.drafts }) {
            let key = Opened.noteDraft(on: item)
            opened.recorder?.submit(text.isEmpty ? .clearDraft(key) : .saveDraft(key, text: text))
        }
    }

    private func copy(_ text: String, _ what: String) {
        let clipboard = Clipboard()
        guard clipboard.isWithinTmux else {
            receive(clipboard.copy(text, on: terminal).message(of: what))
            return
        }
        let (inbox, refused) = (inbox, refusedByTmux)
        Worker.start {
            if let answer = clipboard.giveToTmux(text) {
                inbox.put(answer.message(of: what))
            } else {
                refused.put((text, what))
            }
        }
    }

    private var editor: ExternalEditor { ExternalEditor(folder: opened.record.folder) }

    private func receiveFromTmux() {
        for (text, what) in refusedByTmux.drain() {
            receive(Clipboard().copy(text, on: terminal).message(of: what))
        }
    }

    private func edit(_ text: String) {
        // An editor may be killed together with its terminal.
        saveDraft(isLast: true)
        let most = model.longestEdit
        switch terminal.withTerminalReleased({ editor.edit(text, atMost: most) }) {
        case .text(let edited): receive(.edited(edited))
        case .tooLong(let path, let bytes): receive(.editedTooLong(path: path, bytes: bytes))
        case .failed:
            receive(.failed("the editor did not come back well: set $VISUAL or $EDITOR to one that is there"))
        }
    }

    private func takeLease() {
        do {
            guard try opened.takeLease() else {
                receive(.leaseRefused(opened.whyReadOnly?.sentence ?? "another terminal records"))
                return
            }
            watch = nil
            receive(.followed(try opened.record.entries(of: opened.date, after: model.journal.nextNumber - 1)))
            let kept = try Opened.drafts(of: opened.date, in: opened.record)
            drafts = DraftKeeper(saved: kept)
            receive(.leaseTaken(drafts: kept))
        } catch {
            receive(.failed(Complaint(error).description))
        }
    }

    private func loadFiles() {
        do throws(Faults) {
            receive(.loaded(try opened.load()))
        } catch {
            let more = error.faults.count > 1 ? ", and \(counted(error.faults.count - 1, "more fault"))" : ""
            receive(.filesFaulty("\(error.faults.first?.description ?? "the files are faulty")\(more)"))
        }
    }

    /// Tells whether the files differ from what a resumed meeting has, without keeping the first picture waiting.
    private func checkFiles() {
        guard !model.journal.entries.isEmpty, !opened.isRehearsal else { return }
        let known = model.meeting.docket
        let (inbox, load) = (inbox, opened.loader)
        Worker.start {
            guard let docket = load(), docket != known else { return }
            inbox.put(.filesChanged)
        }
    }

    private var publisher: Publisher {
        Publisher(record: opened.record, place: opened.place, willDo: publishing.willDo)
    }

    private func publish(_ choice: ScreenIntent.EditedFiles?, saying finished: String? = nil) {
        guard !opened.isRehearsal else {
            receive(.told("a rehearsal writes nothing: here minutes and mail would be written"))
            return
        }
        publishing.begin(
            model.journal, by: publisher, editedFiles: Publisher.Choice(choice), recorder: opened.recorder
        ) { [inbox] report in
            if let complaint = report.complaints.first {
                inbox.put(.failed(complaint))
            } else if let note = report.notes.first {
                inbox.put(.told(note))
            } else if let finished, report.edited.isEmpty {
                inbox.put(.told(finished))
            } else {
                inbox.put(.published(report.written))
            }
            if !report.edited.isEmpty { inbox.put(.differing(report.edited.map(\.page))) }
        }
    }

    /// Writes what a program that was ended in closing did not get to.
    private func finishPublishing() {
        guard opened.recorder != nil else { return }
        do {
            if try publisher.isUnfinished(model.journal) { publish(nil, saying: Publisher.finishing) }
        } catch {
            receive(.failed(error.sentence))
        }
    }

    private func preview(_ name: String?) {
        let (inbox, journal, publisher, moment) = (inbox, model.journal, publisher, now())
        Worker.start {
            do {
                inbox.put(.previewed(try publisher.pages(of: journal, at: moment, first: name)))
            } catch {
                inbox.put(.failed(Complaint(error).description))
            }
        }
    }

    private func editDocument(_ name: String) {
        guard !opened.isRehearsal else {
            receive(.told("a rehearsal writes nothing, so that there is nothing to edit"))
            return
        }
        do {
            let documents = try publisher.documents(of: model.journal, at: now())
            let document = try Publisher.document(named: name, among: documents)
            guard let text = try publisher.editable(document.name, of: model.journal) else { return }
            guard case .text(let edited) = terminal.withTerminalReleased({ editor.edit(text) }) else {
                receive(.failed("the editor did not come back well: set $VISUAL or $EDITOR to one that is there"))
                return
            }
            if edited == text {
                receive(.told("nothing was changed"))
                return
            }
            try publishing.between { try publisher.take(edited, as: document, of: model.journal) }
            publish(nil)
            preview(document.name.spoken)
        } catch {
            receive(.failed(Complaint(error).description))
        }
    }

    private func changeTheme(_ name: String) {
        do {
            let theme = try themes.theme(name)
            terminal.setTheme(theme)
            receive(.themed(theme.name))
        } catch {
            receive(.failed(Complaint(error).description))
        }
    }

    /// Leaves once everything is on the disk. Where it can't be, a person is told first and has to ask again.
    private func quit(after message: Message) {
        saveDraft(isLast: true)
        let isRecorded = opened.recorder?.flush(timeout: patience) ?? true
        if case .input(.terminate(let signal)) = message {
            // Whoever ends the program with a signal is not asked; the files are written all the same.
            _ = publishing.wait(timeout: Self.longestWait)
            let parting = isRecorded ? closedFarewell : nil
            let lines = isRecorded ? parting.map { $0.code == 0 ? [] : $0.lines } : [unrecordedLine]
            farewell = Farewell(lines: lines ?? [], code: 128 + signal)
            return
        }
        guard isRecorded || wasWarned else {
            wasWarned = true
            receive(.failed(warning))
            return
        }
        if isRecorded, publishing.isUnderWay, !isLeaving {
            isLeaving = true
            publishing.ifItTakesLong { [inbox] in inbox.put(.told(Self.waitingForFiles)) }
            return
        }
        if isRecorded {
            leave()
        } else {
            opened.leave()
            farewell = Farewell(lines: [unrecordedLine], code: 1)
        }
    }

    /// Why leaving is asked about.
    private var warning: String {
        if let loss = opened.record.obstacle, loss.isLoss {
            return "\(loss.sentence). q again leaves without what was recorded there"
        }
        return pendingActs == 0
            ? "what is being typed can't be put on the disk: q again leaves without it"
            : "\(counted(pendingActs, "act")) can't be put on the disk: "
                + "q again leaves without \(pendingActs == 1 ? "it" : "them")"
    }

    /// What is lost by leaving now.
    private var unrecordedLine: String {
        if let loss = opened.record.obstacle, loss.isLoss { return "Not recorded: \(loss.sentence)." }
        let what = pendingActs == 0 ? "the draft" : "\(counted(pendingActs, "act"))"
        return "Not recorded, as the disk did not take it: \(what); `mlreview \(opened.date)` goes on without."
    }

    /// Seconds that a signal waits for the files.
    private static let longestWait: TimeInterval = 60

    private static let waitingForFiles = "writing minutes and mail, then leaving; q again leaves without the rest"

    /// Leaves if that was asked for, and waited for the files.
    private func leaveOncePublished() {
        guard farewell == nil, isLeaving, !publishing.isUnderWay else { return }
        leave()
    }

    private func leave() {
        opened.leave()
        farewell = Farewell(lines: farewellLines + moveBack, code: closedFarewell?.code ?? 0)
    }

    /// The next start looks for the record where it was.
    private var moveBack: [String] {
        guard let now = opened.record.folder, let before = opened.folderAtStart, now != before else { return [] }
        return ["The record is in \(now) now: `mv` that folder to \(before) before the next start."]
    }

    /// Nil where the meeting is not closed.
    private var closedFarewell: ClosedMeetingFarewell? {
        guard !opened.isRehearsal, model.meeting.phase == .closed else { return nil }
        return ClosedMeetingFarewell(
            model.journal, of: publisher, publishing, isRecorder: opened.whyReadOnly == nil)
    }

    private var farewellLines: [String] {
        if opened.isRehearsal { return ["That was a rehearsal: nothing was recorded."] }
        switch model.meeting.phase {
        case .gathering:
            return model.journal.entries.isEmpty
                ? [] : ["The roll is recorded; `mlreview \(opened.date)` goes on with it."]
        case .inSession:
            let drafts = model.drafts.values.count { !$0.trimmed.isEmpty }
            let draft =
                switch drafts {
                case 0: ""
                case 1: ", with the note that is half-typed"
                default: ", with \(drafts) notes that are half-typed"
                }
            return ["The meeting of \(opened.date) stays open; `mlreview` goes on where it stands\(draft)."]
        case .closed:
            return closedFarewell?.lines ?? []
        }
    }
}
