import Council

extension ReadMinutes: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(meeting: try bytes.take(), entry: try bytes.take(), version: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(meeting)
        bytes.put(entry)
        bytes.put(version)
    }
}

extension HeldMeeting: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(
            date: try bytes.take(), revision: try bytes.take(), openedAt: try bytes.take(), closedAt: try bytes.take(),
            minutes: try bytes.take(), items: try bytes.take(), actions: try bytes.take(), updates: try bytes.take())
        for _ in 0..<(try bytes.count()) { attended[try bytes.take()] = try bytes.take() as Presence }
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(date)
        bytes.put(revision)
        bytes.put(openedAt)
        bytes.put(closedAt)
        bytes.put(minutes)
        bytes.put(items)
        bytes.put(actions)
        bytes.put(updates)
        bytes.put(attended.count)
        for (who, presence) in attended {
            bytes.put(who)
            bytes.put(presence)
        }
    }
}

extension Handle: KeptWord {}
extension ItemID: KeptWord {}
extension Presence: KeptWord {}
extension AgendaItem.Purpose: KeptWord {}
extension Note.Kind: KeptWord {}
extension Outcome: KeptWord {}
extension Ballot.Choice: KeptWord {}
extension Ruling.Answer: KeptWord {}
extension Decision.Verdict: KeptWord {}
extension ActionWord.Word: KeptWord {}

extension HeldPerson: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(name: try bytes.take(), handle: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(name)
        bytes.put(handle)
    }
}

extension HeldItem: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(
            id: try bytes.take(), number: try bytes.take(), title: try bytes.take(), proposal: try bytes.take(),
            text: try bytes.take(), digest: try bytes.take(), staleApprovals: try bytes.take(),
            presenter: try bytes.take(), purpose: try bytes.take(), seconds: try bytes.take(), box: try bytes.take(),
            notes: try bytes.take(), amendments: try bytes.take(), votes: try bytes.take(),
            objections: try bytes.take(), decision: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(id)
        bytes.put(number)
        bytes.put(title)
        bytes.put(proposal)
        bytes.put(text)
        bytes.put(digest)
        bytes.put(staleApprovals)
        bytes.put(presenter)
        bytes.put(purpose)
        bytes.put(seconds)
        bytes.put(box)
        bytes.put(notes)
        bytes.put(amendments)
        bytes.put(votes)
        bytes.put(objections)
        bytes.put(decision)
    }
}

extension HeldNote: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(
            number: try bytes.take(), at: try bytes.take(), speaker: try bytes.take(), kind: try bytes.take(),
            text: try bytes.take(), since: try bytes.take(), isResolved: try bytes.take(),
            resolution: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(number)
        bytes.put(at)
        bytes.put(speaker)
        bytes.put(kind)
        bytes.put(text)
        bytes.put(since)
        bytes.put(isResolved)
        bytes.put(resolution)
    }
}

extension HeldAmendment: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(
            number: try bytes.take(), field: try bytes.take(), before: try bytes.take(), after: try bytes.take(),
            reason: try bytes.take(), isAccepted: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(number)
        bytes.put(field)
        bytes.put(before)
        bytes.put(after)
        bytes.put(reason)
        bytes.put(isAccepted)
    }
}

extension HeldVote: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(
            number: try bytes.take(), question: try bytes.take(), outcome: try bytes.take(), tally: try bytes.take(),
            yes: try bytes.take(), no: try bytes.take(), ballots: try bytes.take(), escalation: try bytes.take(),
            ruling: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(number)
        bytes.put(question)
        bytes.put(outcome)
        bytes.put(tally)
        bytes.put(yes)
        bytes.put(no)
        bytes.put(ballots)
        bytes.put(escalation)
        bytes.put(ruling)
    }
}

extension HeldBallot: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(who: try bytes.take(), choice: try bytes.take(), reason: try bytes.take(), options: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(who)
        bytes.put(choice)
        bytes.put(reason)
        bytes.put(options)
    }
}

extension HeldRuling: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(answer: try bytes.take(), by: try bytes.take(), reason: try bytes.take(), option: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(answer)
        bytes.put(by)
        bytes.put(reason)
        bytes.put(option)
    }
}

extension HeldDecision: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(
            verdict: try bytes.take(), spoken: try bytes.take(), at: try bytes.take(), until: try bytes.take(),
            reason: try bytes.take(), resolution: try bytes.take(), basis: try bytes.take(),
            overConcerns: try bytes.take(), conditions: try bytes.take(), approvals: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(verdict)
        bytes.put(spoken)
        bytes.put(at)
        bytes.put(until)
        bytes.put(reason)
        bytes.put(resolution)
        bytes.put(basis)
        bytes.put(overConcerns)
        bytes.put(conditions)
        bytes.put(approvals)
    }
}

extension HeldAction: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(
            reference: try bytes.take(), owner: try bytes.take(), due: try bytes.take(), text: try bytes.take(),
            isDone: try bytes.take(), item: try bytes.take(), itemTitle: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(reference)
        bytes.put(owner)
        bytes.put(due)
        bytes.put(text)
        bytes.put(isDone)
        bytes.put(item)
        bytes.put(itemTitle)
    }
}

extension ActionReference: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(meeting: try bytes.take(), number: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(meeting)
        bytes.put(number)
    }
}

extension ActionUpdate: KeptValue {
    init(_ bytes: inout KeptReader) throws(KeptReader.Mismatch) {
        self.init(
            try bytes.take(), try bytes.take(), until: try bytes.take(), to: try bytes.take(),
            because: try bytes.take(), on: try bytes.take(), by: try bytes.take())
    }

    func put(into bytes: inout KeptWriter) {
        bytes.put(action)
        bytes.put(word)
        bytes.put(until)
        bytes.put(to)
        bytes.put(because)
        bytes.put(on)
        bytes.put(by)
    }
}
