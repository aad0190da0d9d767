/// One text that can be found.
public struct SearchEntry: Equatable, Sendable {
    public var kind: SearchKind
    /// The number of a note, amendment, vote or action; nil for what has none.
    public var number: Int?
    /// Who said it, owes it, or leads it.
    public var who: HeldPerson?
    public var text: String

    public init(_ kind: SearchKind, number: Int? = nil, who: HeldPerson? = nil, text: String) {
        self.kind = kind
        self.number = number
        self.who = who
        self.text = text
    }
}

/// What texts are about: an item at one meeting, or a proposal as its file is.
public struct SearchSubject: Equatable, Sendable {
    /// Nil for actions that came from no item.
    public var item: ItemID?
    public var title: String
    public var pod: String?
    public var verdict: Decision.Verdict?
    /// `sent back for revision`
    public var decision: String?
    public var reason: String?
    /// The data, platform parts and reusable pieces of a proposal, by what the register compares their names by.
    public var pieces: [String: String]
    /// The people whom a proposal names, as far as they are known.
    public var people: [String] = []
    /// In the order of the minutes.
    public var entries: [SearchEntry]

    public init(
        item: ItemID?, title: String = "", pod: String? = nil, verdict: Decision.Verdict? = nil,
        decision: String? = nil, reason: String? = nil, pieces: [String: String] = [:], entries: [SearchEntry] = []
    ) {
        self.item = item
        self.title = title
        self.pod = pod
        self.verdict = verdict
        self.decision = decision
        self.reason = reason
        self.pieces = pieces
        self.entries = entries
    }
}

extension HeldMeeting {
    /// Everything of the meeting that can be found, in its order.
    public var searchSubjects: [SearchSubject] {
        let known = Set(items.map(\.id))
        let others = actions.filter { $0.item.map { !known.contains($0) } ?? true }
        return items.map { item in
            var subject = item.searchSubject
            subject.entries += actions.filter { $0.item == item.id }.map(\.searchEntry)
            return subject
        } + (others.isEmpty ? [] : [SearchSubject(item: nil, entries: others.map(\.searchEntry))])
    }
}

extension HeldAction {
    fileprivate var searchEntry: SearchEntry {
        SearchEntry(.action, number: reference.number, who: owner, text: text)
    }
}

extension HeldItem {
    fileprivate var searchSubject: SearchSubject {
        var subject = SearchSubject(
            item: lastingID, title: title, entries: [SearchEntry(.topic, text: parted(title, text))])
        if var proposal {
            proposal.title = title
            subject = proposal.searchSubject
        }
        subject.verdict = decision?.verdict
        subject.decision = decision?.spoken
        subject.reason = decision?.reason
        subject.entries += notes.filter(\.wasSaid).compactMap(\.searchEntry) + amendments.map(\.searchEntry)
        subject.entries += votes.flatMap(\.searchEntries)
        if let decision {
            subject.entries.append(SearchEntry(.decision, text: decision.sentenceWithReason))
        }
        return subject
    }
}

extension HeldNote {
    fileprivate var searchEntry: SearchEntry? {
        SearchKind(kind).map {
            SearchEntry($0, number: number, who: speaker, text: parted(text, resolution.map { "resolved: \($0)" }))
        }
    }
}

extension HeldAmendment {
    fileprivate var searchEntry: SearchEntry {
        let change = "\(field): \(before ?? "nothing") → \(after ?? "nothing")"
        return SearchEntry(.amendment, number: number, text: parted(change, reason))
    }
}

extension HeldVote {
    fileprivate var searchEntries: [SearchEntry] {
        let isOwn = question != "The proposal" && !question.hasPrefix("Amendment ")
        let words = parted(isOwn ? question : nil, escalation.map { "escalated: \($0)" })
        let reasons = ballots.compactMap { ballot in
            ballot.reason.map {
                SearchEntry(.vote, number: number, who: ballot.who, text: "\(ballot.said): \($0)")
            }
        }
        let answer = ruling.map {
            SearchEntry(.ruling, number: number, who: $0.by, text: "\($0.said): \($0.reason)")
        }
        return (words.isEmpty ? [] : [SearchEntry(.vote, number: number, text: words)]) + reasons
            + [answer].compactMap { $0 }
    }
}

extension Proposal {
    /// All that its file says in words.
    public var searchSubject: SearchSubject {
        let pieces = (data + platform + reuse).compactMap { name in PieceName(name).map { ($0.key, name) } }
        let lead = techLeads.first.map { HeldPerson(name: $0.name) }
        var subject = SearchSubject(
            item: ItemID(id), title: title, pod: pod, pieces: Dictionary(pieces) { first, _ in first },
            entries: [SearchEntry(.proposal, who: lead, text: searchText)])
        let sponsor = sponsor.map { String($0.prefix { $0 != "<" }) }
        subject.people = (techLeads + team).map(\.name) + leads.compactMap(\.name) + [sponsor].compactMap { $0 }
        return subject
    }

    private var searchText: String {
        let people = [sponsor.map { String($0.prefix { $0 != "<" }) }] + team.map(\.name)
        let reviews = leads.map { [$0.name, $0.note].compactMap { $0 }.joined(separator: ": ") }
        let choices = options.flatMap { [$0.name, $0.cost, $0.runBy, $0.note] } + [opening?.level]
        var words: [String?] = [title, id, pod] + people
        words += [impact?.note, cost?.note, baseline?.method, thirdParty, followUp?.measure, outcome?.note]
        words += data + platform + reuse + reviews
        words += choices + [body]
        return words.compactMap { $0?.trimmed }.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

/// Texts one below the other, without those that are not there.
private func parted(_ texts: String?...) -> String {
    texts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n")
}
