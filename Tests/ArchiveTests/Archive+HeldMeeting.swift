import Agendas
import Council

@testable import Archive

extension Archive {
    /// A meeting of the record as its minutes have it.
    static func heldMeeting(of journal: Journal) throws(Fault) -> HeldMeeting { try Source(of: journal).meeting }
}
