/// What somebody is at a meeting. One person can be several of these.
public enum CouncilRole: String, Codable, CaseIterable, Comparable, Sendable {
    /// Somebody who is not on the roll of this council: reads, and says nothing in their own name.
    case guest
    /// Attends and speaks.
    case practitioner
    /// Holds a seat.
    case member
    /// Takes the notes, and records for everybody in the room.
    case scribe
    /// The chair of the council, or who presides in their place.
    case chair

    public static func < (left: CouncilRole, right: CouncilRole) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

extension Meeting {
    /// What somebody is at this meeting, the least first; a guest alone if they are nobody that the roster knows.
    ///
    /// - Parameter handle: nil for somebody without a handle.
    public func roles(of handle: Handle?) -> [CouncilRole] {
        guard let handle, roster.everybody.contains(where: { $0.handle == handle }) else { return [.guest] }
        var roles: [CouncilRole] = [.practitioner]
        if roster.isMember(handle) { roles.append(.member) }
        if isScribe(handle) { roles.append(.scribe) }
        if handle == presiding || handle == roster.chair.member { roles.append(.chair) }
        return roles
    }

    /// Whether somebody may go on with the meeting if its host is gone: whoever may name a scribe, and so be one.
    public func mayHost(_ handle: Handle?) -> Bool {
        let may = Authority.of(.scribe).others
        return roles(of: handle).contains { may.contains($0) }
    }

    /// Everybody who may go on with it, for sentences: the scribes first, those in the room if there are any.
    public var hosts: [Handle] {
        let all = ([agenda.scribe].compactMap(\.self) + (scribes ?? []).map(\.who) + [presiding])
            .reduce(into: [Handle]()) { if !$0.contains($1) { $0.append($1) } }
        let present = all.filter(isInRoom)
        return present.isEmpty ? all : present
    }

    /// Whether somebody takes notes at this meeting: the scribe of the agenda, and everybody who was added since.
    public func isScribe(_ handle: Handle) -> Bool {
        agenda.scribe == handle || scribes?.contains { $0.who == handle } ?? false
    }
}
