import Agendas
import Council
import Foundation
import Minutes

/// A proposal as the text of a file that is not there yet.
struct NewProposal {
    /// What a proposal is called that has no title yet.
    static let nameless = "draft"

    let id: String
    let text: String
    private let proposal: Proposal
    private let notes: [Fault]
    private let week: WeekFolder

    init(_ proposal: Proposal, in week: WeekFolder) throws {
        try self.init(ProposalText.text(of: proposal), in: week)
    }

    /// - Throws: The faults of the text, at their places.
    init(_ text: String, in week: WeekFolder) throws {
        (self.text, self.week) = (text, week)
        // Its title names the file, and the file's name is needed to read it.
        let draft = try week.place.agendas.proposal(Self.nameless, in: Array(text.utf8)).proposal
        id = Self.id(for: draft, in: week)
        (proposal, notes) = try week.place.agendas.proposal(id, in: Array(text.utf8))
    }

    /// The title's words, or the id that it revises with the next number; not taken by a file or in any minutes.
    private static func id(for proposal: Proposal, in week: WeekFolder) -> String {
        let taken = Set((week.library.itemNames + week.library.drafts.keys).map { $0.lowercased() })
        let (stem, first) = proposal.revises.map(numbered) ?? (slug(proposal.title), 1)
        for number in first... {
            let id = number == 1 ? stem : "\(stem)-\(number)"
            if !taken.contains(id.lowercased()) { return id }
        }
        return stem
    }

    /// The id of a proposal that is revised, without its number, and the next number.
    private static func numbered(_ id: String) -> (stem: String, next: Int) {
        if let dash = id.lastIndex(of: "-"), let number = Int(id[id.index(after: dash)...]), (2...999).contains(number)
        {
            return (String(id[..<dash]), number + 1)
        }
        return (id, 2)
    }

    /// `Dispatch by prep time` is `dispatch-by-prep-time`; as many words as a name can have.
    static func slug(_ title: String) -> String {
        let words = (ItemID(topic: title).topicName ?? "").split(separator: "-")
        var slug = ""
        for word in words where slug.utf8.count + word.utf8.count < 60 { slug += (slug.isEmpty ? "" : "-") + word }
        if slug.isEmpty { return "proposal" }
        // Topics are called `topic-7`.
        return AgendaFolder.isProposalID(slug) ? slug : "proposal-\(slug)"
    }

    /// The file as it is to be made.
    var change: FileChange {
        let path = week.place.agendas.path(ofProposal: id)
        var change = FileChange(
            text: text,
            shown: ["\(path):"]
                + text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init),
            path: path, commitLine: week.commitLine(ofProposal: id, "Proposal: \(proposal.title)")
        ) { [week, id, text] in
            let folder = try week.openProposals()
            try folder.create(Data(text.utf8), as: "\(id).md")
            try folder.sync()
        }
        change.notes = notes.map(\.description) + near
        return change
    }

    /// The nearest proposals of the past.
    private var near: [String] {
        let related = try? SearchFolder(week.place, keeping: .inMeeting).index.related(to: proposal.searchSubject)
        return (related ?? []).prefix(2).map { "near: \($0.line)" }
    }
}
