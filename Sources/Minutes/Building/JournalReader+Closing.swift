import Council
import Foundation

extension JournalReader {
    /// The gaps that the meeting left open when it closed, or would leave if it closed now.
    var leftOpen: [String] {
        let gaps = meeting.phase == .closed ? meeting.gapsAtClose : meeting.gaps
        // Speakers are taken from the notes that are shown, so that a private note betrays nobody.
        return gaps.filter { $0.kind != .unknownSpeaker }.map(\.sentence) + unknownSpeakers
            + Recipients(of: meeting).refusals
    }

    private var unknownSpeakers: [String] {
        var seen: Set<Handle> = []
        let notes = meeting.items.flatMap(\.notes).filter { $0.isMinuted && $0.since == nil }
        return notes.compactMap { note in
            guard let speaker = note.speaker, seen.insert(speaker).inserted,
                !(meeting.attendance[speaker]?.hasAttended ?? false)
            else { return nil }
            return roster.person(speaker).map { "\($0.name) spoke and is not on the roll" }
                ?? "\(speaker) spoke and is neither on the roll nor on the roster"
        }
    }

    /// Every reopening of the meeting, with the changes up to the next close.
    var revisions: [RevisionModel] {
        var revisions: [RevisionModel] = []
        var open: (reason: String, at: Date, changes: [String])?
        func finish(at closed: Date?) {
            guard let done = open else { return }
            revisions.append(
                RevisionModel(
                    number: revisions.count + 2, reason: done.reason, reopened: clock.moment(done.at),
                    closed: closed.map(clock.moment), changes: done.changes))
            open = nil
        }
        for entry in entries {
            switch entry.act {
            case .reopened(let act):
                finish(at: nil)
                open = (act.reason, entry.at, [])
            case .closed: finish(at: entry.at)
            default: if let change = entry.act.correction(in: meeting) { open?.changes.append(change) }
            }
        }
        finish(at: nil)
        return revisions
    }
}
