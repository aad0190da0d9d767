import Agendas
import Council
import Foundation
import Room

/// What earlier meetings have to do with what is asked for. Unlike the screen, a console has nobody who could type while
/// they are read.
extension ConsoleSession {
    /// Brings forward what earlier meetings left open.
    func recall(following opening: Submission) {
        guard journal.meeting.phase == .inSession, journal.meeting.revision == 1 else { return }
        do throws(Refusal) {
            let (library, meeting) = (try readLibrary(), journal.meeting)
            let concerns = meeting.missing(
                library.openConcerns(on: meeting.items.map(\.agenda), before: meeting.agenda.date))
            let (actions, updates) = meeting.earlier == nil ? library.recall(for: meeting.agenda.date) : ([], [])
            guard !actions.isEmpty || !concerns.isEmpty else { return }
            try ask(.recall(actions, updates: updates, concerns: concerns), following: opening)
        } catch {
            say(["note: what earlier meetings left open is not known: \(error.sentence)"])
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
            say(["note: whether it was approved before is not known: \(error.sentence)"])
            return nil
        }
    }
}
