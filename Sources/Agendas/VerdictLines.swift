import Council

/// Where a lead's verdict stands in a proposal's file.
public struct VerdictLine: Equatable, Sendable {
    public let id: String
    /// As people see it.
    public let path: String
    /// Counted from 1, as an editor and git count.
    public let line: Int
    public let column: Int
    public let review: LeadReview
}

extension Survey {
    /// The lines of all verdicts that leads have given, in the order of the files.
    public var verdictLines: [VerdictLine] {
        drafts.sorted { $0.proposal.id < $1.proposal.id }.flatMap { draft in
            Shelf(folder: folder).verdictLines(of: draft.proposal)
        }
    }
}

extension Shelf {
    fileprivate func verdictLines(of proposal: Proposal) -> [VerdictLine] {
        var places: [Place] = []
        var source: SourceText?
        let name = "\(Self.proposals)/\(proposal.id).md"
        if let bytes = try? bytes(name), let text = try? SourceText(bytes: bytes),
            let yaml = try? FrontMatter(text.text).yaml,
            let root = YAMLReader.root(of: yaml, such: "", on: Sheet(file: ""))
        {
            source = text
            places = (root.value(of: "leads")?.sequence ?? []).map { $0.value(of: "verdict")?.place ?? $0.place }
        }
        // A file that has changed since it was read has other lines.
        guard let source, places.count == proposal.leads.count else { return [] }
        return zip(places, proposal.leads).compactMap { place, review in
            guard review.verdict != .pending else { return nil }
            let position = source.position(yamlLine: place.line, column: place.column)
            return VerdictLine(
                id: proposal.id, path: path(name), line: position.line, column: position.column, review: review)
        }
    }
}
