import Agendas
import Foundation
import Minutes

extension WeekFolder {
    /// `agendas/proposals/`, held open. It is made if there is none.
    func openProposals() throws -> OpenFolder {
        let folder = try openAgendas().folder("proposals")
        folder.removeLeftovers { $0.hasSuffix(".md") && AgendaFolder.isProposalID(String($0.dropLast(3))) }
        return folder
    }

    /// What to type to commit a proposal.
    func commitLine(ofProposal id: String, _ message: String) -> String {
        commitLine(adding: "agendas/proposals/\(id).md", message)
    }
}
