import Agendas
import Council
import Foundation
import Minutes

/// A proposal's file, and what a lead says or changes in it.
struct ReviewedProposal {
    let id: String
    private let week: WeekFolder
    private let folder: OpenFolder
    private let bytes: [UInt8]
    private let proposal: Proposal
    private let awaitedReviews: [LeadReview]
    private let role: LeadReview.Role
    /// The last word of that lead.
    private let last: LeadReview

    /// - Parameter reviewer: Nil if nobody knows who it is.
    init(_ id: String, by reviewer: Reviewer?, in week: WeekFolder) throws {
        (self.id, self.week) = (id, week)
        let path = week.place.agendas.path(ofProposal: id)
        guard let draft = week.library.drafts[id] else {
            throw Complaint("there is no \(path)\(suggestion(for: id, among: week.library.drafts.keys.sorted()))")
        }
        folder = try week.openProposals()
        guard let bytes = try folder.read("\(id).md").map({ [UInt8]($0) }) else {
            throw Complaint("there is no \(path)")
        }
        self.bytes = bytes
        proposal = try week.place.agendas.proposal(id, in: bytes).proposal
        awaitedReviews = week.library.awaitedReviews(of: Library.Draft(proposal, digest: draft.digest))
        role = try Self.role(of: reviewer, in: proposal)
        last = proposal.reviews.first { [role] in $0.role == role } ?? LeadReview(role: role, verdict: .pending)
    }

    private static func role(of reviewer: Reviewer?, in proposal: Proposal) throws -> LeadReview.Role {
        let leads = listed(proposal.reviews.map(\.spoken))
        guard let reviewer else {
            throw Complaint(
                "it is not known who you are: name yourself with `--as ROLE` or `--as HANDLE`; the leads are \(leads)")
        }
        let roles = reviewer.roles(in: proposal)
        switch roles.count {
        case 1: return roles[0]
        case 0:
            throw Complaint(
                "\(reviewer.spoken) is not a lead of \(proposal.id): its leads are \(leads); `--as ROLE` says for whom you speak"
            )
        default:
            throw Complaint(
                "\(reviewer.spoken) is \(listed(roles.map(\.spoken))) lead of \(proposal.id): say with `--as ROLE` which of them speaks"
            )
        }
    }

    // MARK: A word

    /// The file with a lead's word below the earlier ones.
    func change(to verdict: LeadReview.Verdict, because note: String?) throws -> FileChange {
        let isAwaited = awaitedReviews.contains { $0.role == role }
        if verdict == .approved, note == nil, proposal.stands(last), last.of != nil, !isAwaited {
            throw Complaint(
                "\(last.spoken) has already approved this version\(last.date.map { ", on \($0.long)" } ?? "")")
        }
        if verdict == .changes, note == nil {
            throw Complaint("changes need a reason that the authors can act on: `changes because TEXT`")
        }
        let review = LeadReview(
            role: role, name: last.name, verdict: verdict, date: week.today, note: note, email: last.email,
            of: verdict == .approved ? proposal.version : nil)
        var expected = proposal
        expected.leads.append(review)
        let edit = try editing { () throws(ProposalEdit.Obstacle) in try ProposalEdit(adding: review, to: bytes) }
        var change = try change(edit, expected, "\(id): \(role.spoken) lead, \(verdict.rawValue)")
        if last.name == nil {
            change.notes.append(
                "nobody is named as the \(role.spoken) lead: add `name: …` to that line, and `review` and `remind` know whom to ask"
            )
        }
        return change
    }

    // MARK: An amendment

    /// The file with a field changed, and a note of who changed it.
    func change(of field: ProposalField, to value: String, because reason: String) throws -> FileChange {
        var expected = proposal
        try refusing { () throws(Refusal) in try expected.amend(field, to: value) }
        let (before, after) = (proposal.value(of: field), expected.value(of: field))
        guard before != after else {
            throw Complaint("\(field.rawValue) already says that: write the new words")
        }
        let amendment = LeadAmendment(
            field: field, before: before, after: after, by: last.name ?? "the \(role.spoken) lead", on: week.today,
            because: reason, decided: week.library.meeting(thatDecided: field, asIn: expected))
        let edit = try editing { () throws(ProposalEdit.Obstacle) in
            try ProposalEdit(amendment, of: proposal, to: expected, in: bytes)
        }
        expected.amended.append(amendment)
        return try change(edit, expected, "\(id): \(role.spoken) lead amends \(field.rawValue)")
    }

    private func refusing(_ body: () throws(Refusal) -> Void) throws {
        do throws(Refusal) { try body() } catch { throw Complaint(error.description) }
    }

    private func editing(_ body: () throws(ProposalEdit.Obstacle) -> ProposalEdit) throws -> ProposalEdit {
        do throws(ProposalEdit.Obstacle) {
            return try body()
        } catch {
            throw Complaint("\(week.place.agendas.path(ofProposal: id)): \(error.sentence)")
        }
    }

    // MARK: The file

    private func change(_ edit: ProposalEdit, _ expected: Proposal, _ message: String) throws -> FileChange {
        let path = week.place.agendas.path(ofProposal: id)
        let after = try week.place.agendas.proposal(id, in: edit.after).proposal
        // What it says afterwards is what it said, and the change.
        guard after.says(expected) else {
            throw Complaint("\(path): the place of the change is not clear; make it by hand")
        }
        let text = String(decoding: edit.after, as: UTF8.self)
        let shown = LineDifference(from: String(decoding: edit.before, as: UTF8.self), to: text, context: 1).text
        var change = FileChange(
            text: text, shown: ["\(path):"] + shown, path: path, commitLine: week.commitLine(ofProposal: id, message)
        ) { [folder, id] in
            try folder.replace("\(id).md", saying: Data(edit.before), by: Data(edit.after))
            try folder.sync()
        }
        let awaited = week.library.awaitedReviews(of: Library.Draft(after))
        change.notes = [
            awaited.isEmpty ? "all its leads have approved it" : "it waits for \(listed(awaited.map(\.spoken)))"
        ]
        return change
    }
}

extension Proposal {
    /// Whether it says the same as another one. Blank lines in the text don't count.
    fileprivate func says(_ other: Proposal) -> Bool {
        var (left, right) = (self, other)
        (left.body, right.body) = ("", "")
        return left == right
            && body.split(whereSeparator: \.isWhitespace) == other.body.split(whereSeparator: \.isWhitespace)
    }
}
