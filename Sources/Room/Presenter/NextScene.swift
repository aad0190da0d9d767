import Council
import Screen

/// What is next, once an item has been decided.
struct NextScene {
    let next: Item
    let last: Item
    let room: Model
    let easel: Easel

    var blocks: [PresenterBlock] {
        let meeting = room.meeting
        let word = easel.large("next", .heading, rank: 1, most: 1, upTo: easel.sizes().suffix(2).first)
        let title = easel.large(meeting.numberedTitle(of: next), .title, rank: 0)
        return [easel.strip(meeting.roster.name, meeting.placeOnAgenda(of: last))] + decided + [word, title, who]
    }

    private var decided: [PresenterBlock] {
        guard let decision = last.decision else { return [] }
        let text = "\(decision.verdict.largeSign) \(room.meeting.numberedTitle(of: last)): \(decision.spokenInBrief)"
        return [easel.fine(text, decision.verdict.role, rank: 2)]
    }

    private var who: PresenterBlock {
        let presenter = next.agenda.presenter.map { room.meeting.roster.name(of: $0) }
        let time = next.timeBox.map { counted($0, "minute") }
        let text = [presenter, time].compactMap { $0 }.joined(separator: ", ")
        return easel.large(text, .text, rank: 2, most: 2, upTo: easel.sizes().suffix(2).first)
    }
}
