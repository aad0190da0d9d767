import Agendas
import Council
import Foundation
import Room

/// What earlier meetings have to do with what is asked for. Unlike the screen, a console has nobody who could type while
/// they are read.
extension ConsoleSession {
    /// Brings forward what earlier meetings left open.
    func recallActions(following opening: Submission) {
        guard journal.meeting.earlier == nil, journal.meeting.phase == .inSession else { return }
        do throws(Refusal) {
            let (actions, updates) = try readLibrary().recall(for: journal.meeting.agenda.date)
            guard !actions.isEmpty else { return }
            try ask(.recall(actions, updates: updates), following: opening)
        } catch {
            say(["note: the actions of earlier meetings are not known: \(error.sentence)"])
        }
    }

    private func readLibrary() throws(Refusal) -> Library {
        let moment = now()
        return try ProgressLine.whileRunning("reading earlier meetings") { [opened] () throws(Refusal) in
            try LibraryReading(of: opened.place, at: moment).library
        }
    }

    /// The request with what earlier meetings have to do with it.
    func completed(_ request: Request) throws(Refusal) -> Request {
        if request == .rollAsLastTime {
            let last = try readLibrary().rollAsLastTime(for: journal.meeting)
            say(["as on \(last.day.long): \(counted(last.entries.count, "person", plural: "people"))"])
            return .rolls(last.entries)
        }
        guard case .consent(let form, _) = request, journal.meeting.roster.consent != nil else { return request }
        return .consent(form, earlier: try narrator.earlierConcerns)
    }

    func addProposal(_ id: String) throws(Refusal) {
        let (proposal, digest) = try opened.place.agendas.proposal(id)
        try ask(.addProposal(proposal, digest: digest, approved: approvalToFollowUp(of: id)))
    }

    /// The approval whose outcome the council hears if the proposal comes before it; nil if it is to be approved, or if
    /// nobody knows: a fault in some other file stops nobody in the room.
    private func approvalToFollowUp(of id: String) -> CalendarDay? {
        do throws(Refusal) {
            return try readLibrary().approvalToFollowUp(of: id, on: journal.meeting.agenda.date)
        } catch {
            say(["note: nobody knows whether it was approved before: \(error.sentence)"])
            return nil
        }
    }
}
