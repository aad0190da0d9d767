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
        let edit: OutcomeEdit
        do throws(OutcomeEdit.Obstacle) {
            edit = try OutcomeEdit(outcome, in: bytes)
        } catch {
            throw byHand(error.sentence)
        }
        // What it says afterwards is what it said, and what was measured.
        var new = try week.place.agendas.proposal(id, in: edit.after).proposal
        let written = new.outcome
        new.outcome = old.outcome
        guard new == old, written?.on == outcome.on, written?.value == outcome.value, written?.unit == outcome.unit
        else { throw byHand("the place of `outcome` is not clear") }
        let before = old.outcome.map { ["measured so far: \($0.told)", "to be replaced:"] } ?? []
        change = FileChange(
            text: String(decoding: edit.after, as: UTF8.self),
            shown: before + Self.difference(from: edit.before, to: edit.after, in: path), path: path,
            commitLine: week.commitLine(
                ofFile: "agendas/proposals/\(name)", "Outcome of \(id): \(outcome.spoken)")
        ) {
            try folder.replace(name, saying: Data(edit.before), by: Data(edit.after))
            try folder.sync()
        }
    }

    /// The lines that differ, with the place of the first one.
    private static func difference(from before: [UInt8], to after: [UInt8], in path: String) -> [String] {
        let (old, new) = (lines(before), lines(after))
        let start = zip(old, new).prefix { $0 == $1 }.count
        let end = zip(old.dropFirst(start).reversed(), new.dropFirst(start).reversed()).prefix { $0 == $1 }.count
        return ["\(path):\(start + 1):"] + old.dropFirst(start).dropLast(end).map { "-\($0)" }
            + new.dropFirst(start).dropLast(end).map { "+\($0)" }
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map(String.init)
    }
}
