import Council
import Foundation

extension JournalReader {
    var attendance: AttendanceModel {
        let opened = meeting.openedAt
        let inRoom = opened.map(membersInRoom)
        let then = roster(at: opened ?? end)
        let needed = then.quorumNeeded
        return AttendanceModel(
            opened: opened.map(clock.moment), closed: firstClosing.map(clock.moment),
            plannedStart: meeting.agenda.start, plannedMinutes: meeting.agenda.minutes,
            chair: name(roster.chair.member), chairHandle: known(roster.chair.member),
            chairTerm: Charter.advice(
                on: roster.chair, named: name(roster.chair.member), at: meeting.agenda.date)?.sentence,
            acting: acting, scribe: firstScribe.map(name), scribeHandle: firstScribe.flatMap(known), scribes: scribes,
            seats: then.seats,
            quorumNeeded: needed, inRoomAtOpening: inRoom,
            hadQuorumAtOpening: (inRoom ?? 0) >= needed, quorumChanges: quorumChanges,
            rule: roster.voting.summary, members: roster.members.map(attendee),
            practitioners: roster.practitioners.filter { meeting.attendance[$0.handle] != nil }.map(attendee),
            former: (meeting.former ?? []).filter { meeting.attendance[$0.handle] != nil }.map(attendee),
            guests: (meeting.guests ?? []).map(guest), queue: queue)
    }

    private var queue: [SpeakingModel] {
        zip(meeting.queue.shares(at: end), meeting.shares(at: end)).map { share, said in
            SpeakingModel(
                name: name(share.who), handle: known(share.who), turns: share.turns, seconds: share.seconds, said: said)
        }
    }

    private func guest(_ guest: Guest) -> GuestModel {
        let record = meeting.attendance[guest.handle]
        return GuestModel(
            name: guest.name, organisation: guest.organisation, presence: record.map { presence(of: $0).rawValue },
            movements: record.map { movements(of: $0, from: guest.handle) } ?? [])
    }

    /// The scribe at the call to order.
    private var firstScribe: Handle? {
        let opened = meeting.openedAt ?? .distantFuture
        return meeting.scribes?.last { $0.at <= opened }?.who ?? meeting.agenda.scribe
    }

    private var scribes: [ScribeModel] {
        guard let opened = meeting.openedAt else { return [] }
        return (meeting.scribes ?? []).filter { $0.at > opened }.map {
            ScribeModel(at: clock.moment($0.at), name: name($0.who), handle: known($0.who))
        }
    }

    /// The roster as it was at a moment: seats may change hands while a meeting is held.
    private func roster(at moment: Date) -> Roster {
        (rosters.last { $0.at <= moment } ?? rosters.first)?.roster ?? roster
    }

    private func membersInRoom(at moment: Date) -> Int {
        roster(at: moment).members.count { wasInRoom($0.handle, at: moment) }
    }

    /// The time of the first close. Later corrections don't change it.
    private var firstClosing: Date? {
        entries.first { entry in
            if case .closed = entry.act { true } else { false }
        }?.at
    }

    private var acting: [ActingModel] {
        presidencies.map { presidency in
            ActingModel(
                at: clock.moment(presidency.at), name: name(presidency.who), handle: known(presidency.who),
                isReturn: presidency.who == roster.chair.member, reason: presidency.reason)
        }
    }

    func wasInRoom(_ handle: Handle, at moment: Date) -> Bool {
        meeting.attendance[handle]?.wasInRoom(at: moment) ?? false
    }

    private func attendee(_ person: Member) -> AttendeeModel {
        let record = meeting.attendance[person.handle]
        return AttendeeModel(
            name: person.name, handle: person.handle.rawValue, isChair: person.handle == roster.chair.member,
            presence: record.map { presence(of: $0).rawValue },
            movements: record.map { movements(of: $0, from: person.handle) } ?? [])
    }

    /// How somebody took part: the last way in which they were in the room, or absent.
    private func presence(of record: Attendance) -> Presence {
        let since = meeting.openedAt ?? .distantPast
        let counted = record.changes.filter { $0.at > since || $0.at == record.changes.last { $0.at <= since }?.at }
        return counted.last { $0.presence.isInRoom }?.presence ?? .absent
    }

    /// Arrivals and departures after the call to order: `arrived 10:12`, `left 10:40`, `back 10:55`.
    private func movements(of record: Attendance, from handle: Handle) -> [String] {
        guard let opened = meeting.openedAt else { return [] }
        var movements: [String] = []
        var isIn = record.wasInRoom(at: opened)
        var wasIn = isIn
        var last = record.changes.last { $0.at <= opened }?.presence ?? .absent
        for change in record.changes where change.at > opened && change.presence != last {
            let time = clock.moment(change.at).spoken
            isIn = change.presence.isInRoom
            switch (last.isInRoom, isIn) {
            case (false, true) where !wasIn && hasSpoken(handle, before: change.at):
                movements.append("on the roll from \(time), spoke before")
            case (false, true): movements.append("\(wasIn ? "back" : "arrived") \(time)")
            case (true, false): movements.append("left \(time)")
            case (true, true): movements.append("\(change.presence.rawValue) from \(time)")
            case (false, false): break
            }
            wasIn = wasIn || isIn
            last = change.presence
        }
        return movements
    }

    /// Whether a note quotes somebody before a moment. If so, they were in the room before they were on the roll.
    private func hasSpoken(_ handle: Handle, before moment: Date) -> Bool {
        meeting.items.flatMap(\.notes).contains { note in
            note.speaker == handle && note.at < moment && note.isMinuted && note.since == nil
        }
    }

    private var quorumChanges: [QuorumChangeModel] {
        guard let opened = meeting.openedAt else { return [] }
        let end = firstClosing ?? end
        let moments =
            meeting.attendance.values.flatMap { $0.changes.map(\.at) } + rosters.map(\.at).filter { $0 < end }
        var had = membersInRoom(at: opened) >= roster(at: opened).quorumNeeded
        var changes: [QuorumChangeModel] = []
        for moment in Set(moments).sorted() where moment > opened {
            let inRoom = membersInRoom(at: moment)
            guard (inRoom >= roster(at: moment).quorumNeeded) != had else { continue }
            had.toggle()
            changes.append(QuorumChangeModel(at: clock.moment(moment), inRoom: inRoom, hasQuorum: had))
        }
        return changes
    }
}
