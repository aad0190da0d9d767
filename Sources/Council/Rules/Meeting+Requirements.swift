/// What many rules ask for, and the sentences with which they refuse.
extension Meeting {
    func requireNotClosed(_ what: String) throws(Refusal) {
        guard phase != .closed else {
            throw Refusal("the meeting is closed, so it is too late to \(what): `reopen because TEXT` opens it again")
        }
    }

    func requireInSession(_ what: String) throws(Refusal) {
        try requireNotClosed(what)
        guard phase == .inSession else {
            throw Refusal("the meeting has not been called to order: `open` it before you \(what)")
        }
    }

    func requireCurrent(_ what: String) throws(Refusal) -> Item {
        try requireInSession(what)
        guard let current else {
            throw Refusal("no item is before the council: `go 1` takes up the first before you \(what)")
        }
        return current
    }

    /// Nothing that a vote is about changes while it is open.
    func requireNoOpenVote(before what: String) throws(Refusal) {
        guard let motion = openMotion else { return }
        throw Refusal("the vote on \(motion.question.spoken) is open: `tally` it before \(what)")
    }

    func requireReason(_ reason: String, for what: String) throws(Refusal) -> String {
        guard !reason.trimmed.isEmpty else {
            throw Refusal("\(what) needs a reason: say it after `because`")
        }
        return reason.trimmed
    }

    func requireText(_ text: String, for what: String) throws(Refusal) -> String {
        guard !text.trimmed.isEmpty else { throw Refusal("\(what) has no words: write some") }
        return text.trimmed
    }

    /// The person with that handle: member, practitioner, guest, or somebody whom a proposal names.
    func requirePerson(_ handle: Handle, mayBeGuest: Bool = true) throws(Refusal) -> Member {
        guard let person = roster.person(handle) else {
            let known = roster.everybody.map(\.handle.rawValue)
            let all = roster.known.map(\.handle.rawValue)
            let hint = nearest(to: handle.rawValue, among: all).map { "did you mean \($0)?" }
            let guests = mayBeGuest ? ", and `guest NAME` adds somebody else" : ""
            let others = "the handles are \(listed(known))\(guests)"
            throw Refusal("nobody on the roster has the handle \(handle): \(hint ?? others)")
        }
        return person
    }

    /// Refuses a first name that belongs to somebody whom only a proposal names, if a guest of that name is in the room:
    /// what the guest says would stand in the minutes as said by somebody who is not here.
    func requireUnmistaken(_ handle: Handle?) throws(Refusal) {
        guard let handle, let person = roster.person(handle), !roster.isOnFile(handle), presence(of: handle) == nil,
            let guest = guests?.first(where: { isInRoom($0.handle) && roster.hasSameFirstName($0.handle, as: handle) })
        else { return }
        throw Refusal(
            "@\(handle) is \(person.name), whom a proposal names and who is not on the roll: @\(guest.handle) is "
                + "\(guest.spoken), who is in the room; if \(person.name) is meant, `roll \(handle) absent` first")
    }

    func requireOnFile(_ handle: Handle, to what: String) throws(Refusal) {
        let person = try requirePerson(handle, mayBeGuest: false)
        guard roster.isGuest(handle) else { return }
        throw Refusal("\(person.name) is a guest: members and practitioners \(what)")
    }

    /// A note that stands, and its item, which need not be before the council.
    func requireNote(_ reference: NoteReference, to what: String) throws(Refusal) -> (Item, Note) {
        let number = reference.number
        let item: Item
        if let place = reference.item {
            try requireInSession("\(what) a note")
            item = try requireItem(place)
        } else {
            item = try requireCurrent("\(what) a note")
        }
        guard let note = item.notes.first(where: { $0.number == number }) else {
            let named = reference.item.map { "item \($0)" } ?? "this item"
            throw Refusal("\(named) has no note \(number): \(extent(item.notes.count, "note"))")
        }
        if let other = note.movedTo {
            throw Refusal("note \(number) was moved to item \(place(of: other)): correct it there")
        }
        guard !note.isStruck else {
            throw Refusal("note \(number) was struck: take a new note if it should stand")
        }
        return (item, note)
    }

    /// A note that was taken at this meeting, so that it may be changed.
    func requireOwnNote(_ reference: NoteReference, to what: String) throws(Refusal) -> (Item, Note) {
        let (item, note) = try requireNote(reference, to: what)
        if let since = note.since {
            throw Refusal(
                "concern \(note.number) stands in the minutes of \(since.long): `resolve \(note.number)` if it was met")
        }
        return (item, note)
    }

    /// An action of this meeting. Those that were dropped leave their numbers free.
    func requireAction(_ number: Int) throws(Refusal) -> ActionItem {
        if let action = actions.first(where: { $0.number == number }) { return action }
        let known = actions.map(\.number)
        let what =
            if retractedActions?.contains(number) == true {
                "it was dropped"
            } else if known.isEmpty {
                "no action has been assigned"
            } else if known == Array(1...known.count) {
                extent(known.count, "action")
            } else {
                "there is \(listed(known.map(String.init)))"
            }
        throw Refusal("there is no action \(number): \(what)")
    }

    func requireInRoom(_ person: Member) throws(Refusal) {
        let who = person.handle
        guard isInRoom(who) else {
            throw Refusal("\(person.name) is not in the room: `roll \(who) present` or `roll \(who) remote` first")
        }
    }

    func requireOpenMotion() throws(Refusal) -> Motion {
        guard let motion = openMotion else {
            throw Refusal("no vote is open: `motion` puts a question to the council")
        }
        return motion
    }

    /// Whoever presides acts as chair only from within the room, and not on a question that they are recused from.
    func requireChair(for motion: Motion?) throws(Refusal) {
        let name = roster.name(of: presiding)
        let actingHelps = "`chair WHO because TEXT` names an acting chair"
        guard isInRoom(presiding) else {
            throw Refusal("\(name) presides and is not in the room: \(actingHelps)")
        }
        if let motion, motion.ballots[presiding]?.choice == .recuse {
            throw Refusal("\(name) presides and is recused from \(motion.question.spoken): \(actingHelps)")
        }
    }

    func requireNoRuling(on motion: Motion) throws(Refusal) {
        guard motion.ruling == nil else {
            throw Refusal("the chair has already ruled on \(motion.question.spoken): decide, or vote on it again")
        }
    }

    func noQuorumSentence(on question: String, _ tally: Tally) -> String {
        "the vote on \(question) had no quorum (\(tally.inRoom) of \(counted(tally.seats, "seat")), "
            + "\(tally.quorumNeeded) needed): put more members on the roll, and vote again"
    }

    func memberList(_ conjunction: String) -> String {
        listed(roster.members.map(\.handle.rawValue), conjunction)
    }

    /// The sentence that says quorum is missing, and what would help.
    public func quorumSentence(or alternative: String?) -> String {
        let inRoom = membersInRoom.count
        let missing = quorumNeeded - inRoom
        let roll = "roll \(inWords(missing)) \(inRoom > 0 ? "more " : "")\(missing == 1 ? "member" : "members")"
        let verb = inRoom == 1 || roster.seats == 1 ? "is" : "are"
        return "\(inRoom) of \(counted(roster.seats, "seat")) \(verb) in the room and quorum is \(quorumNeeded): "
            + "\(roll)\(alternative.map { ", or \($0)" } ?? "")"
    }

    /// `there are no notes yet`, `there is only note 1`, `there are notes 1 to 4`.
    func extent(_ count: Int, _ noun: String) -> String {
        switch count {
        case 0: "there are no \(noun)s yet"
        case 1: "there is only \(noun) 1"
        case 2: "there are \(noun)s 1 and 2"
        default: "there are \(noun)s 1 to \(count)"
        }
    }
}
