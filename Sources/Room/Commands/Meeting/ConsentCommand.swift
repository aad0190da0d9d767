import Council

extension Command {
    static let consent = Command(
        "consent", "[vote|approve|show]", key: "c", label: "consent", footer: 45, group: .deciding,
        completes: [.choice(ConsentForm.allCases.map(\.rawValue) + ["show"])],
        help: "Puts one motion on all items of the consent lane; approve needs no vote, show lists them.",
        probe: { _ in .consent(.vote, earlier: [:]) },
        keyProbe: { meeting, _ in
            // The key shows what is missing, too.
            meeting.phase == .inSession && meeting.roster.consent != nil ? nil : .consent(.vote, earlier: [:])
        },
        onKey: .does { $0.showConsentLane() },
        line: { if case .consent(let form, _) = $0 { "consent \(form.rawValue)" } else { nil } }
    ) { words, meeting throws(Refusal) in
        enum Word: String, CaseIterable { case vote, approve, show }
        switch words.isEmpty ? .vote : try words.requireChoice(Word.self) {
        case .vote: return .ask(.consent(.vote, earlier: [:]))
        case .approve: return .ask(.consent(.approve, earlier: [:]))
        case .show:
            guard meeting.roster.consent != nil else { throw Refusal(meeting.noConsentLane) }
            return .screen { room in
                room.showConsentLane()
            } console: { narrator throws(Refusal) in
                try narrator.consentLane()
            }
        }
    }

    static let flag = Command(
        "flag", "ITEM [@WHO] because TEXT", label: "flag", group: .deciding,
        completes: [.agendaItem, .either([.person, .choice(["because"])]), .choice(["because"]), .text],
        help: "Takes an item out of the consent lane, because something is wrong with it.",
        probe: { .flag(item: undecided(in: $0), who: nil, kind: .flag, reason: "…") },
        onRow: { thing, room in
            guard case .item(let number) = thing, room.meeting.roster.consent != nil else { return nil }
            return RowOffer(
                "f", "take it out of the consent lane: something is wrong", .begins("flag \(number) because "))
        },
        line: { line(of: $0, .flag) }
    ) { words, meeting throws(Refusal) in try objection(.flag, &words, meeting) }

    static let hold = Command(
        "hold", "ITEM [@WHO] [because TEXT]", label: "hold", group: .deciding,
        completes: [.agendaItem, .either([.person, .choice(["because"])]), .choice(["because"]), .text],
        help: "Takes an item out of the consent lane for discussion.",
        probe: { .flag(item: undecided(in: $0), who: nil, kind: .hold, reason: nil) },
        onRow: { thing, room in
            guard case .item(let number) = thing, room.meeting.roster.consent != nil else { return nil }
            return RowOffer("o", "take it out of the consent lane for discussion", .begins("hold \(number) "))
        },
        line: { line(of: $0, .hold) }
    ) { words, meeting throws(Refusal) in try objection(.hold, &words, meeting) }

    static let unflag = Command(
        "unflag", "ITEM [@WHO]", label: "unflag", group: .deciding, completes: [.agendaItem, .person],
        help: "Takes back your own flag or hold.",
        probe: { meeting in
            let objected = meeting.items.firstIndex { !$0.objections.isEmpty }
            return .unflag(
                item: objected.map { $0 + 1 } ?? undecided(in: meeting),
                who: objected.flatMap {
                    meeting.items[$0].objections[0].who
                })
        },
        line: { if case .unflag(let item, let who) = $0 { "unflag \(item)\(at(who))" } else { nil } }
    ) { words, meeting throws(Refusal) in
        let item = try words.requireItem(in: meeting)
        return .ask(.unflag(item: item, who: words.isEmpty ? nil : try words.requireHandle()))
    }

    private static func objection(
        _ kind: ConsentObjection.Kind, _ words: inout Words, _ meeting: Meeting
    ) throws(Refusal) -> Intent {
        let item = try words.requireItem(in: meeting)
        let who: Handle? = words.isEmpty || words.peek?.lowercased() == "because" ? nil : try words.requireHandle()
        return .ask(.flag(item: item, who: who, kind: kind, reason: try words.reason()))
    }

    /// An item that could still be in the lane; the first one if there is none.
    private static func undecided(in meeting: Meeting) -> Int {
        let items = meeting.consentLane()?.items ?? []
        return items.first { item in !item.missing.contains { $0.kind == .taken } }?.number ?? 1
    }

    private static func line(of request: Request, _ kind: ConsentObjection.Kind) -> String? {
        guard case .flag(let item, let who, kind, let reason) = request else { return nil }
        return "\(kind.rawValue) \(item)\(at(who))\(because(reason))"
    }

    private static func at(_ who: Handle?) -> String { who.map { " @\($0)" } ?? "" }
}

extension Words {
    /// The place of an item on the agenda: its number, or the item's id.
    mutating func requireItem(in meeting: Meeting) throws(Refusal) -> Int {
        let word = try require("ITEM")
        if let number = Int(word.hasPrefix("#") ? String(word.dropFirst()) : word) { return number }
        let ids = meeting.items.map(\.id.spoken)
        guard let place = ids.firstIndex(of: word) else {
            let hint = nearest(to: word, among: ids).map { "did you mean `\($0)`?" }
            throw Refusal("no item is called `\(word)`: \(hint ?? "write its number or its id")")
        }
        return place + 1
    }
}

extension Model {
    /// Concerns that earlier hearings of this meeting's items left open; nil until the library has been read.
    var earlierConcerns: [ItemID: [EarlierConcern]]? {
        library?.openConcerns(on: meeting.items.map(\.agenda), before: meeting.agenda.date)
    }

    /// The items of the consent lane; nil if there is none, or as long as earlier meetings are not known.
    var consentLane: ConsentLane? { earlierConcerns.flatMap { meeting.consentLane(earlier: $0) } }

    fileprivate mutating func showConsentLane() -> [Effect] {
        layers.append(ConsentPage())
        return library == nil ? readLibrary() : []
    }

    static let readsConcerns = "the minutes of earlier meetings are being read for concerns that they left open"

    /// Decides the consent items together, as soon as it is known what earlier meetings left open.
    mutating func decideTogether(_ form: ConsentForm) -> [Effect] {
        guard meeting.roster.consent != nil, let concerns = earlierConcerns else {
            // What the rules refuse anyway need not wait.
            if meeting.roster.consent == nil || refusal(of: .consent(form, earlier: [:])) != nil {
                return ask(.consent(form, earlier: [:]))
            }
            waiting = .consent(form)
            notice = Notice(Self.readsConcerns)
            return readLibrary()
        }
        return ask(.consent(form, earlier: concerns))
    }

    /// Has the library read if there is a lane: what earlier meetings left open decides what is in it.
    mutating func readLibraryForConsent() -> [Effect] {
        meeting.roster.consent != nil && meeting.phase != .closed && library == nil ? readLibrary() : []
    }
}

extension Narrator {
    public var earlierConcerns: [ItemID: [EarlierConcern]] { get throws(Refusal) { try past.concerns() } }

    /// Each item of the lane's kinds, and what is missing.
    func consentLane() throws(Refusal) -> [String] {
        guard let lane = meeting.consentLane(earlier: try past.concerns()) else { throw Refusal(meeting.noConsentLane) }
        guard !lane.items.isEmpty else { return ["consent lane: no item of its kinds is on the agenda"] }
        return ["consent lane: \(lane.ready.count) of \(counted(lane.items.count, "item"))"]
            + lane.items.map { item in
                let approvals = "approved in writing by \(listed(item.approvals.map { meeting.roster.name(of: $0) }))"
                let cost = item.cost.map { ", \($0.spoken)" } ?? ""
                let state = item.wayOut ?? approvals
                return "\(item.number): \(item.title)\(cost): \(item.missing.isEmpty ? "in the lane, " : "")\(state)"
            }
    }
}
