import Council
import Ledger
import Room

/// News of the record, and its place.
extension RoomProgram {
    /// Takes in the recorder's events; entries that others have recorded in between come with them.
    func receiveEvents() {
        guard let recorder = opened.recorder else { return }
        if opened.joined != nil { return receiveAnswers(from: recorder) }
        let (events, pending) = recorder.take()
        // The meeting as the record has it, if it is not what was expected.
        var all: Journal?
        var declined: [Declined] = []
        for event in events {
            switch event {
            case .recorded(let entries):
                if let next = all?.nextNumber {
                    for entry in entries where entry.number >= next { all?.append(entry) }
                } else {
                    receive(.recorded(entries.count))
                }
            case .rebased(let journal): all = journal
            case .declined(let submission, let why, let journal):
                all = journal
                declined.append(Declined(submission, why))
            case .refused(let error, let job):
                guard let submission = job.submission else {
                    receive(.failed(error.sentence))
                    continue
                }
                all = all ?? opened.session.flatMap { Journal(entries: $0.entries) }
                declined.append(Declined(submission, error.sentence))
            case .failed(let error, _): receive(.recordingFailed(error.sentence, pending: pendingActs))
            case .recovered: receiveRecovery()
            case .moved(let move): receive(.told(Self.sentence(on: move)))
            case .notMoved(let error): receive(.failed("the record is not moved: \(error.sentence)"))
            case .draftSaved, .draftCleared, .outputsSaved, .kept: break
            }
        }
        guard let all else { return }
        receive(.rebased(all, pending: pending, declined: declined))
    }

    /// What waited is recorded again: whoever leaves now need not be warned.
    func receiveRecovery() {
        wasWarned = false
        receive(.recorded(0))
    }

    // MARK: The place of the record

    func moveRecord(to folder: String?) {
        guard let recorder = opened.recorder else {
            receive(.failed(opened.whyReadOnly?.sentence ?? Refusal.rehearsalRecords.sentence))
            return
        }
        recorder.submit(.move(to: folder))
        recorder.retryNow()
    }

    private static func sentence(on move: RecordMove) -> String {
        let rest = move.isWhole ? "" : "; earlier meetings stay where they were"
        let aside = move.setAside.map { "; what lay there is \($0) now" } ?? ""
        return "recorded in \(move.folder) from now on, with all of this meeting\(rest)\(aside)"
    }
}
