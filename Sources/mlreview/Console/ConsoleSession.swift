import Agendas
import Council
import Foundation
import Ledger
import Minutes
import Room
import Screen

/// A meeting held line by line: the same commands, one fact a line in answer.
final class ConsoleSession {
    let opened: Opened
    private let desk: SearchDesk
    private(set) var journal: Journal
    /// Prints lines, all of them at once: a text may have hundreds of thousands.
    private let print: ([String]) throws(OutputFailure) -> Void
    let now: () -> Date
    /// Whether any line was refused.
    private(set) var wasRefused = false
    private(set) var isOver = false
    /// Whether the person has been told that the host is gone.
    var knowsOfLoss = false
    /// Whether a person may be in the middle of a line on the screen, which is not to be mixed with what is printed next.
    var breaksLine = false
    /// Why no more is printed. The act in hand is done all the same; then the session is over.
    private(set) var outputFailure: OutputFailure?

    init(
        _ opened: Opened, print: @escaping ([String]) throws(OutputFailure) -> Void = CheckedOutput.standard.printLines,
        now: @escaping () -> Date = { Date() }
    ) {
        self.opened = opened
        desk = SearchDesk(opened.place, isRehearsal: opened.isRehearsal)
        journal = opened.journal
        self.print = print
        self.now = now
    }

    var narrator: Narrator {
        let (place, meeting, moment) = (opened.place, journal.meeting, now())
        var past = desk.past(before: opened.date)
        past.concerns = { () throws(Refusal) in
            let library = try LibraryReading(of: place, at: moment).library
            return library.openConcerns(on: meeting.items.map(\.agenda), before: meeting.agenda.date)
        }
        past.library = { () throws(Refusal) in try LibraryReading(of: place, at: moment).library }
        return Narrator(journal, at: moment, past: past)
    }

    func begin() {
        say(narrator.opening)
        if let why = opened.whyReadOnly { say(["read-only: \(why.sentence)"]) }
        if opened.isRehearsal { say(["rehearsal: nothing is recorded, nothing is written"]) }
        say(opened.record.changes.map { "note: \($0)" })
        if let obstacle = opened.record.obstacle { say(["not recorded yet: \(obstacle.sentence)"]) }
        say(opened.found)
        say(narrator.drafts(opened.drafts))
        checkRecord()
        finishPublishing()
    }

    /// Says if the meeting is not as it was recorded, also if it is only shown here.
    private func checkRecord() {
        guard !opened.isRehearsal else { return }
        do throws(LedgerError) {
            if let session = opened.session {
                try session.check()
            } else {
                try opened.record.checkChain(of: opened.date)
            }
        } catch {
            if error.isLoss || opened.session == nil { refuse(Refusal(error.sentence)) }
        }
    }

    /// Runs one line. Blank lines, and lines that begin with `#`, are passed over.
    func run(_ line: String) {
        let text = line.trimmed
        guard !text.isEmpty, !text.hasPrefix("#") else { return }
        hearOthers()
        do throws(Refusal) {
            switch try Command.parse(text, in: journal.meeting) {
            case .ask(let request): try ask(request)
            case .effect(let effect): try perform(effect)
            case .screen(let change): say(try lines(of: change))
            }
        } catch {
            refuse(error)
        }
    }

    /// Takes the meeting as it is recorded now, with the acts of others.
    func take(_ journal: Journal) { self.journal = journal }

    func end() { isOver = true }

    /// The meeting that goes on here, hosted by this program; nil if it does not.
    private(set) var hosted: Opened?

    private func host() throws {
        hosted = try opened.hosted(typed: [:])
        isOver = true
    }

    func say(_ lines: [String]) {
        guard outputFailure == nil, !lines.isEmpty else { return }
        let gap = breaksLine ? [""] : []
        breaksLine = false
        do throws(OutputFailure) {
            try print(gap + lines.flatMap { $0.lines.map { TextWidth.safe(Self.withoutReturn($0)) } })
        } catch {
            outputFailure = error
            isOver = true
        }
    }

    /// A line of a text whose lines end as on Windows.
    private static func withoutReturn(_ line: Substring) -> String {
        String(line.utf8.last == UInt8(ascii: "\r") ? Substring(line.utf8.dropLast()) : line)
    }

    func refuse(_ refusal: Refusal) {
        wasRefused = true
        say(["refused: \(refusal.sentence)"])
    }

    // MARK: The meeting

    func ask(_ request: Request) throws(Refusal) {
        if let why = opened.whyReadOnly { throw why }
        let said = try completed(request).said(by: opened.part.author, in: journal.meeting)
        let request = opened.part.isJoined ? said.written(in: journal.meeting) : said
        if case .joined(nil) = opened.part { throw .guestsLookOn }
        let submission = Submission(request, at: now(), author: opened.part.author)
        let known = journal.nextNumber
        if request.closes { say(narrator.checklist) }
        let entries = try journal.propose(submission)
        try record(entries, of: submission)
        // The first is what the meeting began with.
        let new = journal.entries.suffix(max(0, journal.nextNumber - max(known, 2)))
        for entry in new {
            let isLast = !entry.act.isAboutUndo || entry.number == new.last?.number
            say(narrator.tell(entry.act, in: journal, isLast: isLast))
        }
        if entries.isEmpty { say(narrator.item) }
        if case .open = request, opened.joined == nil {
            if let next = journal.meeting.requestAfterOpening { try ask(next, following: submission) }
            recall(following: submission)
        }
        if request.closes, opened.joined == nil {
            publish()
            if !opened.isRehearsal { say(["next: \(ClosedMeetingFarewell.nextCommand)"]) }
        }
    }

    /// Asks for what a request brings with it; undo takes back both.
    func ask(_ request: Request, following first: Submission) throws(Refusal) {
        let submission = Submission(request, id: first.id, at: now(), author: opened.part.author)
        let known = journal.nextNumber
        try record(try journal.propose(submission), of: submission)
        for entry in journal.entries where entry.number >= known { say(narrator.tell(entry.act, in: journal)) }
    }

    /// Brings entries to the disk, and only then lets them count.
    private func record(_ entries: [Entry], of submission: Submission) throws(Refusal) {
        guard !entries.isEmpty else { return }
        guard !opened.isRehearsal, let session = opened.writer else {
            for entry in entries { journal.append(entry) }
            return
        }
        let appended: Appended
        do throws(LedgerError) {
            appended = try ProgressLine.whileRunning("waiting for the disk") { () throws(LedgerError) in
                try session.append(entries, of: submission, clearingDraft: nil)
            }
        } catch {
            throw Refusal("not recorded: \(error.sentence)")
        }
        switch appended {
        case .kept: say([RoomProgram.isKept])
        case .recorded where opened.joined != nil: journal = takeNews()?.journal ?? journal
        case .recorded(let entries): for entry in entries { journal.append(entry) }
        case .rebased(let all): journal = all
        case .declined(let refusal, let all):
            journal = all
            throw Refusal("not recorded: \(refusal.sentence)")
        }
    }

    /// What may fail by more than a refusal is refused with its sentence.
    func attempt(_ body: () throws -> Void) throws(Refusal) {
        do {
            try body()
        } catch let refusal as Refusal {
            throw refusal
        } catch {
            throw Refusal(Complaint(error).description)
        }
    }

    // MARK: The program

    /// What is printed in place of a change of the screen.
    private func lines(of change: ScreenChange) throws(Refusal) -> [String] {
        guard let words = change.shell else { return try change.lines(narrator) }
        let day = opened.date
        var lines: [String] = []
        try attempt { lines = try WeekFolder.lines(answering: words, in: opened.place, today: day) }
        // All that a meeting counts, it counts to its own day.
        let isToday = LocalTime(zone: journal.meeting.roster.timeZone).day(now()) == day
        return (isToday ? [] : ["as of \(day.long), the day of the meeting"]) + lines
    }

    private func perform(_ effect: Effect) throws(Refusal) {
        switch effect {
        case .quit: isOver = true
        case .listTerminals: listTerminals()
        case .host: try attempt { try host() }
        case .loadFiles: try reload()
        case .readProposal(let id): try addProposal(id)
        case .moveRecord(let folder): try attempt { try moveRecord(to: folder) }
        case .preview(let name): try attempt { try preview(name) }
        case .editDocument(let name): try attempt { try edit(name) }
        case .publish(let choice): publish(choice)
        case .readLibrary, .openMeeting, .record, .draftChanged, .takeLease, .edit, .theme, .listThemes, .mouse, .copy,
            .search, .openFound, .suspend, .beep:
            throw .needsScreen
        }
    }

    private func moveRecord(to folder: String?) throws {
        guard let session = opened.session else {
            throw opened.whyReadOnly ?? Refusal.rehearsalRecords
        }
        let move = try session.move(to: folder)
        say(["recorded in \(move.folder) from now on, with all of this meeting"])
        if let before = opened.folderAtStart, before != move.folder {
            say(["`mv` that folder to \(before) before the next start"])
        }
        if !move.isWhole { say(["earlier meetings stay where they were"]) }
        if let path = move.setAside { say(["what lay there is \(path) now"]) }
    }

    private func reload() throws(Refusal) {
        do throws(Faults) {
            let docket = try opened.load()
            guard docket != journal.meeting.docket else {
                say([Model.filesAreAsTheyWere])
                return
            }
            considerReload(docket)
        } catch {
            throw Refusal(error.description)
        }
    }

    private func considerReload(_ docket: Docket) {
        do throws(Refusal) {
            try ask(.reload(docket))
        } catch {
            refuse(error)
        }
    }
}
