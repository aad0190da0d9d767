import Council
import Foundation
import Room

/// Leaves the meeting, once everything is on the disk or a person has been told that it is not.
extension RoomProgram {
    /// Leaves once everything is on the disk. Where it can't be, a person is told first and has to ask again.
    func quit(after message: Message) {
        saveDraft(isLast: true)
        let isRecorded = waitForTheDisk()
        if case .input(.terminate(let signal)) = message {
            // Whoever ends the program with a signal is not asked; the files are written all the same.
            _ = publishing.wait(timeout: Self.longestWait)
            let parting = isRecorded ? closedFarewell : nil
            let lines = isRecorded ? parting.map { $0.code == 0 ? [] : $0.lines } : [unrecordedLine]
            farewell = Farewell(lines: (lines ?? []) + opened.outboxLines, code: 128 + signal)
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
            let kept = opened.outboxLines
            opened.leave()
            farewell = Farewell(lines: [unrecordedLine] + kept, code: 1)
        }
    }

    /// Waits until everything is on the disk, and says so if that takes longer than a person would notice.
    ///
    /// - Returns: Whether it is.
    private func waitForTheDisk() -> Bool {
        guard let recorder = opened.recorder else { return true }
        if let joined = opened.joined, !joined.isReachable {
            // Notes and actions are in the outbox. The host keeps half-typed notes, as far as it has heard of them.
            return recorder.pendingSubmissions.isEmpty && model.drafts.values.allSatisfy(\.trimmed.isEmpty)
        }
        let moment = min(0.2, patience)
        if recorder.flush(timeout: moment) { return true }
        guard !wasWarned else { return false }
        let what = pendingActs == 0 ? "what is being typed" : counted(pendingActs, "act")
        receive(.told("waiting up to \(counted(Int(patience.rounded(.up)), "second")) for the disk, to record \(what)"))
        paint()
        return recorder.flush(timeout: patience - moment)
    }

    /// Why leaving is asked about.
    private var warning: String {
        if let loss = opened.record.obstacle, loss.isLoss {
            return "\(loss.sentence). q again leaves, and loses what was recorded there"
        }
        return pendingActs == 0
            ? "what is being typed can't be saved: q again leaves, and loses it"
            : "\(counted(pendingActs, "act")) can't be saved: "
                + "q again leaves without \(pendingActs == 1 ? "it" : "them")"
    }

    /// What is lost by leaving now.
    private var unrecordedLine: String {
        if let loss = opened.record.obstacle, loss.isLoss { return "Not recorded: \(loss.sentence)." }
        let what = pendingActs == 0 ? "the draft" : "\(counted(pendingActs, "act"))"
        let resumes = "`\(opened.comeBack ?? "mlreview \(opened.date)")` resumes without it"
        guard case .failing(let sentence, _) = model.recording else {
            return "Not recorded, since it could not be written to the disk: \(what); \(resumes)."
        }
        return "Not recorded: \(what); \(resumes). \(sentence)."
    }

    /// Seconds that a signal waits for the files.
    private static let longestWait: TimeInterval = 60

    private static let waitingForFiles = "writing minutes and mail, then leaving; q again leaves at once"

    /// Leaves if that was asked for, and waited for the files.
    func leaveOncePublished() {
        guard farewell == nil, isLeaving, !publishing.isUnderWay else { return }
        leave()
    }

    private func leave() {
        let lines = farewellLines + moveBack + opened.outboxLines
        opened.leave()
        farewell = Farewell(lines: lines, code: closedFarewell?.code ?? 0)
    }

    /// The next start looks for the record where it was.
    private var moveBack: [String] {
        guard let now = opened.record.folder, let before = opened.folderAtStart, now != before else { return [] }
        return ["The record is in \(now) now: `mv` that folder to \(before) before the next start."]
    }

    /// Nil if the meeting is not closed.
    private var closedFarewell: ClosedMeetingFarewell? {
        guard !opened.isRehearsal, opened.joined == nil, model.meeting.phase == .closed else { return nil }
        return ClosedMeetingFarewell(
            model.journal, of: publisher, publishing, isRecorder: opened.whyReadOnly == nil)
    }

    private var farewellLines: [String] {
        if opened.isLibraryAlone { return [] }
        if opened.isRehearsal { return ["That was a rehearsal: nothing was recorded."] }
        switch model.meeting.phase {
        case .gathering:
            if let comeBack = opened.comeBack {
                return ["The meeting of \(opened.date) has not been called to order; `\(comeBack)` comes back to it."]
            }
            return model.journal.entries.isEmpty
                ? [] : ["The roll is recorded; `mlreview \(opened.date)` resumes the meeting."]
        case .inSession:
            let drafts = model.drafts.values.count { !$0.trimmed.isEmpty }
            let draft =
                switch drafts {
                case 0: ""
                case 1: ", with the unfinished note"
                default: ", with \(drafts) unfinished notes"
                }
            return ["The meeting of \(opened.date) stays open; \(opened.resumes)\(draft)."]
        case .closed:
            if opened.joined != nil {
                return ["The meeting of \(opened.date) is closed; the terminal that runs it writes minutes and mail."]
            }
            return closedFarewell?.lines ?? []
        }
    }
}
