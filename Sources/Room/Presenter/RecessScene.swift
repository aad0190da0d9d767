import Council
import Foundation
import Screen

/// A pause: since when, when it ends, and what the council comes back to.
struct RecessScene {
    let recess: Recess
    let room: Model
    let easel: Easel

    var blocks: [PresenterBlock] {
        let meeting = room.meeting
        return [
            easel.strip(
                "\(meeting.roster.name)  \(meeting.agenda.date.long)", "recess since \(room.clock.time(recess.since))"),
            easel.band("recess", sign: "=", .tied),
        ] + end + after
    }

    private var end: [PresenterBlock] {
        guard let left = recess.left(at: room.now), let minutes = recess.minutes else { return [] }
        let until = recess.since.addingTimeInterval(TimeInterval(minutes * 60))
        let rest = minutesAndSeconds(abs(left).rounded(.down)) + (left < 0 ? " over" : " left")
        return [
            easel.large("until \(room.clock.time(until))", .heading, rank: 1, most: 1),
            easel.fine(rest, left < 0 ? .warning : .muted, rank: 2, most: 1),
        ]
    }

    private var after: [PresenterBlock] {
        guard let item = room.meeting.current else { return [] }
        let vote = room.meeting.openMotion == nil ? "" : ", with its vote open"
        return [easel.fine("then \(room.meeting.numberedTitle(of: item))\(vote)", rank: 3)]
    }
}
