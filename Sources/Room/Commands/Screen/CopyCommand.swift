import Council
import Screen

extension Command {
    static let copy = Command(
        "copy", "[item|decision]", key: "y", label: "copy", group: .screen,
        completes: [.choice(Copied.allCases.map(\.rawValue))],
        help: "Copies the item's decision, or the item where there is none yet, to the terminal's clipboard.",
        onRow: { thing, _ in
            if case .item = thing { RowOffer("y", "copy it", .runs("copy")) } else { nil }
        }
    ) { words, _ throws(Refusal) in
        let copied = words.isEmpty ? nil : try words.requireChoice(Copied.self)
        return .screen { room throws(Refusal) in [try room.copy(copied)] }
    }
}

/// The part of an item that is copied.
private enum Copied: String, CaseIterable {
    case item
    case decision
}

/// Facts to paste into a message, without drawing and without private notes.
extension Model {
    fileprivate func copy(_ wanted: Copied?) throws(Refusal) -> Effect {
        guard let item = shownItem else { throw Refusal("there is no item to copy") }
        let number = meeting.number(of: item)
        switch wanted ?? (item.decision == nil ? .item : .decision) {
        case .item: return .copy(text(of: lines(of: item)), what: "item \(number)")
        case .decision:
            guard let decision = item.decision else {
                throw Refusal("item \(number) has no decision yet: `copy item` copies what it is")
            }
            let text = text(of: [meeting.title(of: item)] + lines(of: decision, on: item))
            return .copy(text, what: "the decision on item \(number)")
        }
    }

    private func text(of lines: [String]) -> String { ClipboardText.safe(lines.joined(separator: "\n")) }

    private func lines(of item: Item) -> [String] {
        var lines = [meeting.title(of: item)]
        if let proposal = meeting.effectiveProposal(of: item) {
            var facts = [proposal.kind.rawValue]
            if let pod = proposal.pod { facts.append(pod) }
            facts += proposal.techLeads.map { "lead \($0.spoken)" }
            if let impact = proposal.impact { facts.append("impact \(impact.spoken)") }
            if let cost = proposal.cost { facts.append(cost.spoken) }
            lines.append(facts.joined(separator: ", "))
        } else if case .topic(_, let text) = item.agenda.subject, !text.isEmpty {
            lines.append(text)
        }
        lines += item.amendments.map { "amended: \($0.field.rawValue) = \($0.after)" }
        lines += item.motions.filter { item.isLatest($0) }.map { $0.resultSentence(in: meeting) }
        lines += item.decision.map { self.lines(of: $0, on: item) } ?? []
        lines += meeting.actions.filter { $0.item == item.id }.map { action in
            let owner = action.owner.map { meeting.roster.name(of: $0) } ?? "no owner"
            return "action: \(owner), \(action.due.map { "by \($0.long)" } ?? "no date"): \(action.text)"
        }
        return lines
    }

    private func lines(of decision: Decision, on item: Item) -> [String] {
        ["decision: \(decision.sentence(in: meeting, on: item))"]
            + (decision.resolved.map { ["resolution: \($0)"] } ?? [])
            + (decision.reason.map { ["because: \($0)"] } ?? [])
    }
}
