import Agendas
import Council
import Foundation
import Minutes

/// What was measured after an approval, as a change of the proposal's file.
struct OutcomeChange {
    let change: FileChange

    init(_ outcome: MeasuredOutcome, of id: String, in week: WeekFolder) throws {
        let folder = try week.openProposals()
        let (name, path) = ("\(id).md", week.place.agendas.path(ofProposal: id))
        guard let bytes = try folder.read(name).map({ [UInt8]($0) }) else { throw Complaint("there is no \(path)") }
        let old = try week.place.agendas.proposal(id, in: bytes).proposal
        let byHand: (String) -> Complaint = { reason in
            Complaint(
                "\(path): \(reason); write `outcome` by hand: on \(outcome.on), value \(outcome.value), "
                    + "unit \(outcome.unit)")
        }
        let edit: ProposalEdit
        do throws(ProposalEdit.Obstacle) {
            edit = try ProposalEdit(measured: outcome, in: bytes)
        } catch {
            throw byHand(error.sentence)
        }
        // What it says afterwards is what it said, and what was measured.
        var new = try week.place.agendas.proposal(id, in: edit.after).proposal
        let written = new.outcome
        new.outcome = old.outcome
        guard new == old, written?.on == outcome.on, written?.value == outcome.value, written?.unit == outcome.unit
        else { throw byHand("the place of `outcome` is not clear") }
        let text = String(decoding: edit.after, as: UTF8.self)
        let before = old.outcome.map { ["measured so far: \($0.told)", "to be replaced:"] } ?? []
        let difference = LineDifference(from: String(decoding: bytes, as: UTF8.self), to: text, context: 1).text
        change = FileChange(
            text: text, shown: before + ["\(path):"] + difference, path: path,
            commitLine: week.commitLine(ofProposal: id, "Outcome of \(id): \(outcome.spoken)")
        ) {
            try folder.replace(name, saying: Data(edit.before), by: Data(edit.after))
            try folder.sync()
        }
    }
}
