import Council
import Foundation
import Screen

extension Model {
    /// Changes the model by a message, and returns what the program has to do.
    public mutating func update(_ message: Message, at now: Date) -> [Effect] {
        self.now = now
        let holds = isPainted && notice == nil
        isPainted = false
        switch message {
        case .input(.key(let key)):
            let effects = press(key)
            isPainted = holds && hasOnlyTyped(effects)
            return effects
        case .input(.paste(let text)): return paste(text)
        case .input(.resize(let size)): resize(to: size)
        case .input(.terminate): return [.quit]
        case .input(.mouse(let mouse)): return point(mouse)
        case .input(.resumed), .tick: break
        case .begun: return readLibraryForTheRoll() + readLibraryForConsent()
        case .recorded(let count): return didRecord(count)
        case .recordingFailed(let sentence, let pending): recording = .failing(sentence, pending: pending)
        case .rebased(let journal, let pending, let declined):
            return rebase(on: journal, pending: pending, declined: declined)
        case .followed(let entries): return follow(entries)
        case .replaced(let journal): replace(with: journal)
        case .answered(let declined): return answered(declined)
        case .waiting(let count): recording = count == 0 ? .recorded : .writing(count)
        case .terminals(let lines):
            show([DocumentPage(name: "who is here", lines: lines.map { .hanging($0, 2) })], as: .found)
        case .recordIsGone(let name): lostRecord = name
        case .recordIsBack:
            lostRecord = nil
            notice = Notice("the record is back: this terminal follows again")
        case .leaseFree: notice = Notice("the terminal that recorded has left: the next command records here")
        case .leaseTaken(let drafts): return recordFromNow(with: drafts)
        case .leaseRefused(let why):
            wish = nil
            recording = .following(why)
            notice = Notice(why, .refusal)
            return [.beep]
        case .loaded(let docket): return take(docket)
        case .proposalRead(let proposal, let digest): return add(proposal, digest: digest)
        case .filesFaulty(let sentence): notice = Notice(sentence, .refusal)
        case .filesChanged: return filesChanged()
        case .edited(let text): return edited(text)
        case .editedTooLong(let path, let bytes):
            notice = Notice(editLimit.sentence(onBytes: bytes, keptIn: path), .refusal)
            return [.beep]
        case .published(let files):
            let next =
                meeting.phase == .closed
                ? "; next, in the shell: `mlreview send \(meeting.agenda.date)`, `mlreview agenda next`" : ""
            notice = Notice(Self.publishedSentence(files) + next)
        case .previewed(let pages): show(pages, as: .reading)
        case .differing(let pages): show(pages, as: .differing)
        case .library(let result): return take(result)
        case .themed(let name): theme = name
        case .themes(let choices):
            themes = choices
            layers.append(ThemeList(in: self))
        case .mouse(let isOn): mouseIs(isOn)
        case .found(let answer, let text): show(answer, for: text)
        case .foundPages(let pages): show(pages, as: .found)
        case .related(let found): related = found
        case .failed(let sentence): notice = Notice(sentence, .refusal)
        case .told(let sentence): notice = Notice(sentence)
        }
        return []
    }

    /// Whether a key with these effects has changed no more than the note being typed.
    private func hasOnlyTyped(_ effects: [Effect]) -> Bool {
        guard effects.count == 1, case .draftChanged = effects[0] else { return false }
        return notice == nil && layers.count == 1 && layers[0].note != nil
    }

    private mutating func resize(to size: Size) {
        self.size = size
        let room = self
        for index in layers.indices { layers[index].resized(in: room) }
    }

    /// Asks for the right to record, for something that needs it.
    mutating func takeOver(for wish: Wish) -> [Effect] {
        self.wish = wish
        return [.takeLease]
    }

    /// Does what a person wished, now that this terminal records.
    private mutating func recordFromNow(with drafts: [ItemID?: String]) -> [Effect] {
        recording = .recorded
        leftDrafts = drafts
        adoptLooseDraft()
        let more = leftDraft.isEmpty ? "" : "; n resumes its draft"
        let told = Notice("the other terminal has left: this one records now\(more)")
        notice = nil
        let effects =
            switch wish {
            case .command(let command)?: start(command)
            case .request(let request)?: ask(request)
            case nil: [Effect]()
            }
        let recalled = recall()
        wish = nil
        notice = notice ?? told
        return effects + recalled
    }

    private mutating func didRecord(_ count: Int) -> [Effect] {
        switch recording {
        case .writing(let pending), .failing(_, let pending):
            recording = pending > count ? .writing(pending - count) : .recorded
        case .recorded, .rehearsal, .following: break
        }
        return []
    }

    private mutating func follow(_ entries: [Entry]) -> [Effect] {
        if part != .alone { return followTogether(entries) }
        let isElsewhere = isLookingElsewhere
        for entry in entries where entry.number == journal.nextNumber { journal.append(entry) }
        // Somebody who reads ahead at another terminal goes on reading.
        if focus != .agenda, !isElsewhere { lookBack() }
        return []
    }

    /// A meeting that has not begun takes changed files in by itself; one in session says that they changed.
    private mutating func filesChanged() -> [Effect] {
        if recording.isFollowing { return [] }
        if meeting.phase == .gathering { return [.loadFiles] }
        if meeting.phase == .inSession {
            notice = Notice("agenda files have changed since this meeting read them: `:reload` reads them now")
        }
        return []
    }

    public static let filesAreAsTheyWere = "the files have not changed"

    private mutating func take(_ docket: Docket) -> [Effect] {
        guard docket != meeting.docket else {
            notice = Notice(Self.filesAreAsTheyWere)
            return []
        }
        if journal.entries.isEmpty {
            journal = Journal(docket: docket)
            dockets += 1
            return []
        }
        let effects = ask(.reload(docket))
        if case .refusal? = notice?.weight { return effects }
        if effects.isEmpty {
            notice = Notice(Self.filesAreAsTheyWere)
            return []
        }
        let changes = journal.changesOfReload
        let more = changes.count > 4 ? ", and \(changes.count - 4) more" : ""
        notice = Notice("reloaded: \(changes.prefix(4).joined(separator: "; "))\(more)")
        return effects
    }

    private mutating func mouseIs(_ isOn: Bool) {
        let wasAsked = isOn != isMouseOn
        isMouseOn = isOn
        let key = keys.label(of: "mouse") ?? ":mouse"
        notice =
            isOn
            ? Notice("mouse on: click and scroll; \(key) gives the terminal its selection back")
            : wasAsked
                ? Notice("mouse off: the terminal's own selection works")
                : Notice("this terminal reports no mouse: the keys do everything", .refusal)
    }

    /// How much text the place takes on which a person's editor is opened.
    private var editLimit: PasteLimit { layers.last is Form ? .section : .note }

    /// Bytes that a text from a person's editor may have.
    public var longestEdit: Int { editLimit.bytes }

    /// Bytes that a note may have.
    public static var longestNote: Int { PasteLimit.note.bytes }

    private mutating func edited(_ text: String) -> [Effect] {
        if var form = layers.last as? Form {
            form.edited(text.trimmed)
            layers[layers.count - 1] = form
            return []
        }
        layers.removeAll { $0 is NoteEntry }
        layers.append(NoteEntry(text.trimmed))
        return [.draftChanged]
    }

    private mutating func show(_ pages: [DocumentPage], as purpose: DocumentReader.Purpose) {
        guard !pages.isEmpty else { return }
        let shown = layers.lazy.compactMap { $0 as? DocumentReader }.first
        layers.removeAll { $0 is DocumentReader || $0 is ClosingChecklist && purpose == .differing }
        layers.append(DocumentReader(pages, as: purpose, after: shown, in: self))
    }

    /// `written to ./minutes/2026-11-25/: minutes.md, minutes.html, …`
    private static func publishedSentence(_ files: [String]) -> String {
        let parts = files.map { $0.split(separator: "/", omittingEmptySubsequences: false) }
        let depth = parts.map(\.count).min() ?? 0
        let folder = parts.first.map { $0.prefix(max(0, depth - 1)).joined(separator: "/") } ?? ""
        let own = parts.filter { $0.count == depth }.compactMap { $0.last.map(String.init) }
        let notices = parts.count - own.count
        let all = own + (notices > 0 ? [counted(notices, "notice")] : [])
        return "written to \(folder)/: \(listed(all)); `:preview` shows them"
    }
}
