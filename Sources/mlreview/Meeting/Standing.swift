import Agendas
import Archive
import Council
import Foundation
import Ledger
import Minutes

/// What a closed meeting leaves beside its own minutes: pipeline, register and decisions, as files and all minutes have them,
/// and what the meeting changed in the register.
struct Standing {
    /// The day of the last meeting that was held.
    let day: CalendarDay
    let library: Library
    /// What the meeting changed, by revision of its minutes.
    let news: [RegisterNews]

    /// - Parameters:
    ///   - journal: That of the meeting, with acts that its minutes on the disk may lack.
    ///   - survey: What is in `agendas/`, if it is read already.
    ///   - text: The meeting's `record.json`, if it is made already.
    /// - Throws: What can't be read. Nothing is worked out from half of it.
    init(
        of journal: Journal, in place: MeetingPlace, record: any Ledger, after survey: Survey? = nil,
        made text: String? = nil
    ) throws {
        let day = journal.meeting.agenda.date
        let survey = survey ?? place.agendas.survey(tellsFindings: false)
        let others = try Recorded.journals(in: record, newerThan: place.minutes, except: day)
        let history = Archive.history(
            minutes: place.minutes, journals: others + [journal], made: text.map { [day: $0] } ?? [:],
            roster: survey.roster)
        if let fault = history.faults.first { throw Complaint(fault.description) }
        let library = try survey.library(history: history.meetings)
        self.library = library
        self.day = max(day, history.meetings.last?.date ?? day)
        // Nobody else asks for them, and each revision would be read for them.
        guard journal.meeting.roster.interestedInfra != nil else {
            news = []
            return
        }
        let earlier = Minutes.revisions(of: journal).dropLast().flatMap { revision in
            Archive.history(minutes: "", journals: [revision], roster: survey.roster).meetings
        }
        news = (earlier + history.meetings.filter { $0.date == day }).map(library.registerNews)
    }

    /// Between two meetings: nothing has changed.
    init(on day: CalendarDay, library: Library) {
        self.day = day
        self.library = library
        news = []
    }

    /// Writes the pages of pipeline and register, and the decisions.
    func write(into place: MeetingPlace, by templates: Templates) throws(MinutesError) {
        try StandingPages(folder: place.minutes, followsLink: place.isOutNamed, templates: templates).write(
            library, on: day)
    }
}
