import Council

extension Model {
    /// Shows the meeting as the record has it, with the submissions still on their way on top, and gives back the words
    /// of those that were declined.
    mutating func rebase(on journal: Journal, pending: [Submission], declined: [Declined]) -> [Effect] {
        let floor = self.journal.meeting.currentID
        let isElsewhere = isLookingElsewhere
        let known = self.journal.nextNumber
        self.journal = journal
        rebases += 1
        var waiting = 0
        for submission in pending {
            // What it comes to is not foreseen.
            if asked.contains(submission.id) {
                waiting += 1
                continue
            }
            // The record has the last word: a submission refused here is declined in its turn.
            guard let entries = try? self.journal.propose(submission) else { continue }
            for entry in entries { self.journal.append(entry) }
            waiting += entries.count
        }
        if case .failing(let why, _) = recording {
            recording = .failing(why, pending: waiting)
        } else {
            recording = waiting == 0 ? .recorded : .writing(waiting)
        }
        if meeting.openMotion == nil { layers.removeAll { $0 is Voting } }
        if !isElsewhere || meeting.currentID != floor { lookBack() }
        var effects: [Effect] = []
        for entry in journal.entries.drop(while: { $0.number < known }) {
            if let request = entry.request, asked.contains(request) { effects += followUp(entry.act, of: request) }
        }
        return effects + declined.flatMap { giveBack($0) }
    }

    /// Puts the words of a declined submission back where they were typed, with the sentence that says why.
    mutating func giveBack(_ declined: Declined) -> [Effect] {
        notice = Notice("not recorded: \(declined.sentence)", .refusal)
        let request = declined.submission.request
        switch Written(request)?.request ?? request {
        case .note(let speaker, let kind, let text):
            let typed = Note.typed(speaker: speaker, kind: kind, text: text)
            guard noteEntry == nil, leftDraft.isEmpty, meeting.current != nil else {
                setAside(typed)
                let key = keys.label(of: "note").map { "; \($0) Up brings its words back" } ?? ""
                notice = Notice("not recorded: \(declined.sentence)\(key)", .refusal)
                return [.beep]
            }
            layers.append(NoteEntry(typed))
            return [.draftChanged, .beep]
        case let request:
            guard let line = Command.line(for: request) else { return [.beep] }
            typedLines.append(line)
            let key = keys.label(of: "command").map { "\($0) " } ?? ": "
            notice = Notice("not recorded: \(declined.sentence); \(key)Up has the words: \(line)", .refusal)
            return [.beep]
        }
    }
}
