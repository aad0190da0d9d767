import Testing

@testable import Council

/// A council's proposals and its platform, told in lines:
///
/// - `a Search uses x, y data z offers w` the proposal `a` of the pod Search; `–` is no pod, and `_` in a name a blank
/// - `a Search uses x; 25 Nov approve; 2 Dec none` and what two meetings made of it
/// - `b Search uses x revises a`, `b Search uses x; gone` its file is deleted
/// - `platform x live kind data aka y by Wen` an entry of `platform.yaml`
struct RegisterStory: CustomTestStringConvertible {
    let lines: [String]

    var testDescription: String { lines.joined(separator: " | ") }

    var library: Library {
        var drafts: [Library.Draft] = []
        var parts: [PlatformPart] = []
        var history: [CalendarDay: [HeldItem]] = [:]
        for line in lines {
            let events = line.split(separator: ";").map { $0.split(separator: " ") }
            if events[0].first == "platform" {
                parts.append(Self.part(events[0].dropFirst().map(String.init)))
                continue
            }
            let proposal = Self.proposal(events[0].map { String($0).replacing(",", with: "") })
            for event in events.dropFirst() {
                guard let day = Story.day(event) else { continue }
                var item = HeldItem(
                    id: ItemID(proposal.id), number: (history[day]?.count ?? 0) + 1, title: proposal.title,
                    proposal: proposal, digest: "0")
                item.decision = Decision.Verdict(rawValue: String(event[2])).map {
                    HeldDecision(verdict: $0, spoken: "\(event[2])")
                }
                history[day, default: []].append(item)
            }
            if events.last != ["gone"] { drafts.append(Library.Draft(proposal, digest: "0")) }
        }
        return Library(
            roster: Weeks.roster, drafts: drafts, history: history.map { HeldMeeting(date: $0, items: $1) },
            platform: PlatformBook(parts))
    }

    private static func proposal(_ words: [String]) -> Proposal {
        var proposal = Weeks.proposal(words[0])
        proposal.pod = words[1] == "–" ? nil : words[1]
        var key = ""
        for word in words.dropFirst(2) {
            let name = word.replacing("_", with: " ")
            switch (word, key) {
            case ("uses", _), ("data", _), ("offers", _), ("revises", _): key = word
            case (_, "uses"): proposal.platform.append(name)
            case (_, "data"): proposal.data.append(name)
            case (_, "offers"): proposal.reuse.append(name)
            default: proposal.revises = word
            }
        }
        return proposal
    }

    private static func part(_ words: [String]) -> PlatformPart {
        let values = Dictionary(
            uniqueKeysWithValues: stride(from: 2, to: words.count - 1, by: 2).map {
                (words[$0], words[$0 + 1])
            })
        return PlatformPart(
            name: words[0], kind: values["kind"].flatMap { PlatformPart.Kind(rawValue: $0) } ?? .platform,
            owner: values["by"], state: PlatformPart.State(rawValue: words[1]) ?? .live,
            aka: values["aka"].map { [$0] } ?? [])
    }
}
