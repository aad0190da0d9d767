import Foundation

extension Journal {
    /// The acts that a request makes by the council's rules, in order.
    ///
    /// Nothing changes here: the caller records the acts and appends them.
    ///
    /// - Throws: a refusal, a sentence that says what is wrong and what would be right.
    public func consider(_ request: Request, by author: Handle? = nil, at now: Date) throws(Refusal) -> [Act] {
        switch request {
        case .undo:
            try requireMinutesNotOut()
            return try undoableEntries(of: author).reversed().map { .undone(entry: $0.number) }
        case .redo:
            try requireMinutesNotOut()
            let entries = redoable
            guard !entries.isEmpty else {
                throw Refusal("nothing was undone since the last act: there is nothing to redo")
            }
            return entries.map { .redone(entry: $0.number) }
        default: return try meeting.consider(request, at: now)
        }
    }

    private func requireMinutesNotOut() throws(Refusal) {
        guard meeting.phase != .closed else {
            throw Refusal("the meeting is closed and its minutes are out: `reopen because TEXT` corrects them")
        }
    }

    private func undoableEntries(of author: Handle?) throws(Refusal) -> [Entry] {
        let entries = undoable(by: author)
        guard let last = entries.last else {
            throw Refusal(
                meeting.revision > 1
                    ? "nothing was done since the meeting was reopened: there is nothing to undo"
                    : "nothing was done yet: there is nothing to undo")
        }
        for later in effective where later.number > last.number {
            guard let base = entries.first(where: { later.act.rests(on: $0.act) }) else { continue }
            throw Refusal(
                "entry \(later.number) rests on entry \(base.number), and was made by somebody else since: "
                    + "it has to be undone first")
        }
        return entries
    }
}

extension Meeting {
    func consider(_ request: Request, at now: Date) throws(Refusal) -> [Act] {
        switch request {
        case .roll(let who, let presence): return [try roll(who, presence)]
        case .open: return [try open()]
        case .chair(let who, let reason): return [try chair(who, because: reason)]
        case .go(let destination): return try go(destination)
        case .note(let speaker, let kind, let text): return [try note(speaker: speaker, kind: kind, text: text)]
        case .reword(let number, let text): return [try reword(number, text)]
        case .strike(let number): return [try strike(number)]
        case .resolve(let number, let reason): return [try resolve(number, because: reason)]
        case .motion(let question): return [try move(question)]
        case .vote(let who, let choice, let reason): return try vote(who, choice, because: reason)
        case .tally: return [try tallyOpenMotion()]
        case .escalate(let reason): return try escalate(because: reason)
        case .rule(let answer, let reason): return [try rule(answer, because: reason)]
        case .amend(let field, let value, let reason): return [try amend(field, to: value, because: reason)]
        case .decide(let verdict, let until, let reason): return [try decide(verdict, until: until, because: reason)]
        case .action(let owner, let due, let text): return [try action(owner: owner, due: due, text: text)]
        case .done(let number): return [try done(number)]
        case .clock(let change): return [try clock(change)]
        case .close: return [try close()]
        case .reopen(let reason): return [try reopen(because: reason)]
        case .reload(let docket): return try reload(docket)
        case .undo, .redo: return []
        }
    }

    // MARK: What many rules ask for

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
        guard !text.trimmed.isEmpty else { throw Refusal("\(what) without words says nothing: write some") }
        return text.trimmed
    }

    /// The person with that handle, member or practitioner.
    func requirePerson(_ handle: Handle) throws(Refusal) -> Member {
        guard let person = roster.person(handle) else {
            let known = roster.everybody.map(\.handle.rawValue)
            let hint = nearest(to: handle.rawValue, among: known).map { "did you mean \($0)?" }
            throw Refusal(
                "nobody on the roster has the handle \(handle): \(hint ?? "the handles are " + listed(known))")
        }
        return person
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
