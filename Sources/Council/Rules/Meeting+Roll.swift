extension Meeting {
    func roll(_ who: Handle, _ presence: Presence) throws(Refusal) -> Act {
        try requireNotClosed("call the roll")
        let person = try requirePerson(who)
        guard attendance[who]?.presence != presence else {
            let change = presence.isInRoom ? "absent` when they leave" : "present` when they come"
            throw Refusal("\(person.name) is on the roll as \(presence.rawValue) already: `roll \(who) \(change)")
        }
        return .rolled(who: who, presence: presence)
    }

    func open() throws(Refusal) -> Act {
        guard phase != .closed else { throw Refusal(closedAlready) }
        guard phase == .gathering else {
            throw Refusal("the meeting is open already: `go N` takes up an item, `close` ends it")
        }
        guard attendance.values.contains(where: { $0.presence.isInRoom }) else {
            throw Refusal("nobody is in the room: `roll WHO present` first")
        }
        return .opened
    }

    func chair(_ who: Handle, because reason: String) throws(Refusal) -> Act {
        try requireNotClosed("change the chair")
        let person = try requirePerson(who)
        guard roster.isMember(who) else {
            throw Refusal("\(person.name) has no seat on the council: an acting chair is one of \(memberList("or"))")
        }
        guard isInRoom(who) else {
            throw Refusal("\(person.name) is not in the room: `roll \(who) present` first, or name somebody who is")
        }
        guard who != presiding else { throw Refusal("\(person.name) presides already: name somebody else") }
        return .chaired(who: who, reason: try requireReason(reason, for: "a change of chair"))
    }

    func memberList(_ conjunction: String) -> String {
        listed(roster.members.map(\.handle.rawValue), conjunction)
    }
}
