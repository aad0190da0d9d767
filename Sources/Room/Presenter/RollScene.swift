import Council
import Screen

/// Who is here, and whether they make a quorum.
struct RollScene {
    let room: Model
    let easel: Easel

    var blocks: [PresenterBlock] {
        let meeting = room.meeting
        let start = meeting.agenda.start.map { ", \($0)" } ?? ""
        let state = meeting.phase == .gathering ? "not opened yet" : "in session"
        return [
            easel.strip(meeting.agenda.date.long + start, state),
            easel.large(meeting.roster.name, .title, rank: 2, most: 2, upTo: easel.sizes().suffix(3).first),
            PresenterTiles(
                meeting.roster.members.map(tile), answers: ["here", "remote"], others: ["absent", "not yet"], on: easel
            ).block(rank: 1),
            quorum,
        ] + others
    }

    private var quorum: PresenterBlock {
        let meeting = room.meeting
        let (here, seats) = (meeting.membersInRoom.count, meeting.roster.seats)
        return meeting.hasQuorum
            ? easel.large("quorum: \(here) of \(seats)", .yes, rank: 0, most: 1, upTo: easel.sizes().suffix(3).first)
            : easel.large(
                "\(here) of \(seats), \(meeting.quorumNeeded) make a quorum", .warning, rank: 0, most: 2,
                upTo: easel.sizes().suffix(3).first)
    }

    private func tile(of member: Member) -> PresenterTile {
        let name = room.meeting.roster.shortName(of: member.handle)
        return switch room.meeting.presence(of: member.handle) {
        case .present: PresenterTile(name: name, sign: "✓", word: "here", role: .yes, isFilled: true)
        case .remote: PresenterTile(name: name, sign: "✓", word: "remote", role: .yes, isFilled: true)
        case .absent: PresenterTile(name: name, sign: "–", word: "absent", role: .muted)
        case nil: PresenterTile(name: name, sign: "·", word: "not yet", role: .pending)
        }
    }

    /// Those in the room who have no vote.
    private var others: [PresenterBlock] {
        let meeting = room.meeting
        let names = meeting.roster.practitioners.filter { meeting.isInRoom($0.handle) }.map(\.name)
        return names.isEmpty ? [] : [easel.fine("also here: " + listed(names), rank: 3)]
    }
}
