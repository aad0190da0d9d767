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
        let notes = meeting.items.flatMap(\.notes).filter { !$0.isStruck && $0.kind != .private }
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
            case .reopened(let reason):
                finish(at: nil)
                open = (reason, entry.at, [])
            case .closed: finish(at: entry.at)
            default: if let change = change(entry.act) { open?.changes.append(change) }
            }
        }
        finish(at: nil)
        return revisions
    }

    /// What an act of a correction changed, in a few words; nil where it changed nothing that the minutes show.
    private func change(_ act: Act) -> String? {
        switch act {
        case .rolled(let who, let presence): "\(name(who)) is on the roll as \(presence.rawValue)"
        case .noted(let item, let number, _, let kind, _):
            !isShown(number, of: item)
                ? nil : "item \(place(of: item)): \(kind == .concern ? "concern" : "note") \(number) added"
        case .reworded(let item, let number, _):
            isShown(number, of: item) ? "item \(place(of: item)): note \(number) reworded" : nil
        case .struck(let item, let number):
            isPrivate(number, of: item) ? nil : "item \(place(of: item)): note \(number) struck"
        case .resolved(let item, let number, _): "item \(place(of: item)): concern \(number) resolved"
        case .moved(let item, let motion, let question, _):
            "item \(place(of: item)): vote \(motion) held, \(question.title)"
        case .ruled(let motion, let ruling): "vote \(motion): the chair ruled \(ruling.answer.rawValue)"
        case .escalated(let motion, _): "vote \(motion) escalated"
        case .amended(let item, let amendment):
            "item \(place(of: item)): amendment \(amendment.number) to the \(amendment.field.spoken)"
        case .decided(let item, let decision): "item \(place(of: item)): \(decision.spoken)"
        case .assigned(let action): "action \(action.number) added"
        case .finished(let action): "action \(action) done"
        case .docket: "the files were read again"
        case .opened, .chaired, .went, .balloted, .tallied, .clocked, .closed, .reopened, .undone, .redone: nil
        }
    }

    private func place(of id: ItemID) -> String { reference(to: id).map { String($0.number) } ?? id.rawValue }

    private func note(_ number: Int, of id: ItemID) -> Note? {
        meeting.item(id)?.notes.first { $0.number == number }
    }

    private func isPrivate(_ number: Int, of id: ItemID) -> Bool { note(number, of: id)?.kind == .private }

    private func isShown(_ number: Int, of id: ItemID) -> Bool {
        note(number, of: id).map { !$0.isStruck && $0.kind != .private } ?? false
    }
}
