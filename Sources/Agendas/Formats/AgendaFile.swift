import Council

/// `agendas/2026-11-25.yaml`: one meeting and its items.
struct AgendaFile {
    /// Nil if the file is faulty.
    let agenda: Agenda?
    /// The ids of the proposals that it names, as far as they can be read.
    let proposals: [String]

    /// The people and proposals that an agenda may refer to.
    struct Surroundings {
        /// The day in the file's name; nil if the file is not named by a day.
        var date: CalendarDay?
        /// Everybody in the council's file; nil if that is not known, or does not matter any more.
        var handles: [Handle]?
        /// The ids of all proposals; nil if that is not known.
        var proposals: ProposalIDs?
    }

    static func read(_ text: String, _ surroundings: Surroundings, on sheet: Sheet) -> AgendaFile {
        guard let root = YAMLReader.root(of: text, such: "date: 2026-11-25", on: sheet) else {
            return AgendaFile(agenda: nil, proposals: [])
        }
        let items = Items(surroundings)
        let agenda = sheet.mapping(root, "an agenda") { read($0, items) }
        return AgendaFile(agenda: sheet.hasErrors ? nil : agenda, proposals: items.proposals)
    }

    private static func read(_ fields: Fields, _ items: Items) -> Agenda? {
        let date = fields.required("date", "2026-11-25", fields.day)
        if let date, let expected = items.surroundings.date, date != expected {
            fields.fault("date", "`date` is \(date), but the file is named \(expected); make them the same day")
        }
        let start = fields.time("start")
        let minutes = fields.whole("minutes", in: 1...1440, " of minutes")
        let place = fields.line("place")
        let scribe = items.person(fields, "scribe")
        let list = fields.required("items", "[{ proposal: prep-time }, { topic: Chair rotation }]") { key in
            fields.mappings(key, "an item", items.read)
        }
        let not = leftOff(fields, besides: list ?? [])
        let planned = (list ?? []).compactMap(\.minutes).reduce(0, +)
        if let minutes, planned > minutes {
            fields.fault(
                "minutes", "the items take \(planned) minutes, the meeting \(minutes); shorten the items, or add time",
                severity: .warning)
        }
        guard let date, let list else { return nil }
        return Agenda(date: date, start: start, minutes: minutes, place: place, scribe: scribe, items: list, not: not)
    }

    /// What a person keeps off the agenda, by id, each with the reason.
    private static func leftOff(_ fields: Fields, besides items: [AgendaItem]) -> [Agenda.LeftOff]? {
        if fields.value("not")?.sequence != nil {
            fields.fault("not", "`not` is a list; name each item with its reason, as in `not: { prep-time: WHY }`")
            return nil
        }
        return fields.mapping("not") { not in
            not.entries.map(\.name).compactMap { id in
                guard not.isGiven(id) else {
                    not.fault(id, "`\(visible(id))` is kept off without a reason; write `\(visible(id)): WHY`")
                    return nil
                }
                if items.contains(where: { $0.id.spoken == id }) {
                    not.fault(id, "`\(visible(id))` is among the `items`, too; take it out here or there")
                }
                return not.text(id).map { Agenda.LeftOff(id: id, because: $0) }
            }
        }
    }
}

/// The items that were read so far, and the proposals that they name.
private final class Items {
    let surroundings: AgendaFile.Surroundings
    private(set) var proposals: [String] = []
    private var topics: Set<ItemID> = []

    init(_ surroundings: AgendaFile.Surroundings) { self.surroundings = surroundings }

    func read(_ fields: Fields) -> AgendaItem? {
        let minutes = fields.whole("minutes", in: 1...1440, " of minutes")
        let presenter = person(fields, "presenter")
        let interested = fields.mailboxes("interested")
        let proposal = self.proposal(fields)
        let topic = fields.line("topic")
        let text = fields.text("text")
        let id = topicID(fields, titled: topic)
        let continues = earlierMeeting(fields)
        let again = self.again(fields)
        let purpose = fields.choice("for", of: AgendaItem.Purpose.self)
        let approved = approval(fields)
        switch (fields.isGiven("proposal"), fields.isGiven("topic")) {
        case (true, true):
            fields.refuse(["topic"], "stands beside `proposal`; an item has one of them, so write two items")
            return nil
        case (false, false):
            fields.missing(
                "an item needs a proposal or a topic; write `proposal: prep-time` or `topic: Chair rotation`")
            return nil
        case (true, false):
            fields.refuse(["text"], "belongs to a topic; a proposal's text is in its own file")
            fields.refuse(["id"], "belongs to a topic; a proposal's id is the name of its file")
            if !fields.isGiven("for") {
                fields.refuse(["approved"], "belongs to an item with `for: outcome`; write that too, or take it out")
            }
            guard let proposal else { return nil }
            return AgendaItem(
                id: ItemID(proposal), subject: .proposal(id: proposal), minutes: minutes, presenter: presenter,
                interested: interested, continues: continues, again: again, purpose: purpose, approved: approved)
        case (false, true):
            fields.refuse(["for", "approved"], "belongs to a proposal that was approved; a topic has no outcome")
            guard let topic, let id else { return nil }
            guard topics.insert(id).inserted else {
                fields.fault(
                    fields.isGiven("id") ? "id" : "topic",
                    "another topic of this agenda is already called `\(id.topicName ?? "")`; give this one an `id` of its own"
                )
                return nil
            }
            return AgendaItem(
                id: id, subject: .topic(title: topic, text: text ?? ""), minutes: minutes, presenter: presenter,
                interested: interested, continues: continues, again: again)
        }
    }

    /// What a topic is known by over the weeks: its `id`, or for want of one its title.
    private func topicID(_ fields: Fields, titled title: String?) -> ItemID? {
        guard let id = fields.line("id") else { return title.map(ItemID.init(topic:)) }
        if ItemID(topic: id).topicName == id { return ItemID(topic: id) }
        fields.fault(
            "id",
            "`\(visible(id))` can't be a topic's id; use small letters, digits and `-`, such as "
                + "`id: \(ItemID(topic: title ?? "chair-rotation").topicName ?? "")`")
        return nil
    }

    /// The meeting with whose hearing the item goes on.
    private func earlierMeeting(_ fields: Fields) -> CalendarDay? {
        earlierDay(fields, "continues", "name the meeting that heard the item last")
    }

    /// The meeting that approved what now comes for its outcome.
    private func approval(_ fields: Fields) -> CalendarDay? {
        earlierDay(fields, "approved", "name the meeting that approved the proposal")
    }

    private func earlierDay(_ fields: Fields, _ key: String, _ advice: String) -> CalendarDay? {
        guard let day = fields.day(key) else { return nil }
        if let date = surroundings.date, day >= date {
            fields.fault(key, "\(day) is not before this meeting; \(advice)")
            return nil
        }
        return day
    }

    private func again(_ fields: Fields) -> String? {
        if fields.isPresent("again"), !fields.isGiven("again") {
            fields.fault("again", "`again` has no words; say why the council should hear this once more")
        }
        return fields.text("again")
    }

    /// The id of the item's proposal; nil if there is no such file.
    private func proposal(_ fields: Fields) -> String? {
        guard let id = fields.line("proposal") else { return nil }
        if let problem = ProposalFile.problem(withID: id) {
            fields.fault("proposal", problem)
        } else if proposals.contains(id) {
            fields.fault("proposal", "`\(visible(id))` is already on this agenda; keep one of the two items")
        } else if let known = surroundings.proposals, !known.contains(id) {
            fields.fault("proposal", "there is no `proposals/\(visible(id)).md`\(meant(id, known.sorted))")
        } else {
            proposals.append(id)
            return id
        }
        return nil
    }

    /// The handle under a key; nil if nobody on the council has it.
    func person(_ fields: Fields, _ key: String) -> Handle? {
        guard let handle = fields.handle(key) else { return nil }
        if let handles = surroundings.handles, !handles.contains(handle) {
            let known = handles.map(\.rawValue).sorted()
            fields.fault(
                key, "nobody in council.yaml has the handle `\(visible(handle.rawValue))`\(meant(handle, known))")
            return nil
        }
        return handle
    }
}
