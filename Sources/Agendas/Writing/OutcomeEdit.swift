import Council

/// What was measured, written into a proposal's file under `outcome`. All other bytes stay, in their order.
public struct OutcomeEdit: Equatable, Sendable {
    public let before: [UInt8]
    public let after: [UInt8]

    /// Why a program can't write it.
    public struct Obstacle: Error, Equatable, Sendable {
        public let sentence: String
    }

    public init(_ outcome: MeasuredOutcome, in bytes: [UInt8]) throws(Obstacle) {
        let number = Int(exactly: outcome.value).map(String.init) ?? "\(outcome.value)"
        let note = outcome.note.map { ", note: \(YAMLText.escaped($0))" } ?? ""
        var edit = FrontMatterEdit(bytes)
        do throws(FrontMatterEdit.Obstacle) {
            try edit.set(
                ["outcome"],
                to: "{ on: \(outcome.on), value: \(number), unit: \(YAMLText.line(outcome.unit))\(note) }")
        } catch {
            throw Obstacle(sentence: error.sentence)
        }
        (before, after) = (bytes, edit.bytes)
    }
}

extension AgendaFolder {
    /// The path of a proposal's file, whether it is there or not.
    public func path(ofProposal id: String) -> String { Shelf.join(agendas, "\(Shelf.proposals)/\(id).md") }

    /// The proposal that a text would be in this folder, and what the charter finds in it.
    ///
    /// - Throws: Its errors, as `check` would find them.
    public func proposal(_ id: String, in bytes: [UInt8]) throws(Faults) -> (proposal: Proposal, notes: [Fault]) {
        try Shelf(folder: agendas).proposal(id, saying: bytes)
    }
}
