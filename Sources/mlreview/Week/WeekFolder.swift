import Agendas
import Archive
import ArgumentParser
import Council
import Foundation
import Minutes

/// The council's folder between two meetings: everything in `agendas/`, and the meetings that were held.
struct WeekFolder {
    let place: MeetingPlace
    let library: Library
    /// The day it is where the council meets.
    let today: CalendarDay
    /// Meetings that were called to order and are not closed.
    let open: Set<CalendarDay>
    /// All meetings that the record has.
    let recorded: Set<CalendarDay>
    /// Meetings that are left out, and other things a person should know of.
    let complaints: [String]
    /// What a person should know of, a sentence each.
    let notes: [String]

    /// - Parameters:
    ///   - out: The folder of all minutes; nil for the one that the council has.
    ///   - evenIfMeetingIsOpen: Whether a meeting may be going on. It is not among those that were held.
    ///   - saysWhatTakesLong: Whether a line on the terminal says what is read, if it takes long.
    ///   - keepsReadings: Whether what is read may be kept for the next time.
    ///   - look: How everything looks, if that is known.
    /// - Throws: the errors of the files; nothing is half-loaded.
    init(
        _ folder: String, out: String? = nil, today: CalendarDay? = nil, evenIfMeetingIsOpen: Bool = false,
        saysWhatTakesLong: Bool = true, keepsReadings: Bool = true, looking look: FolderState? = nil
    ) throws {
        place = MeetingPlace(folder: folder, out: out)
        let read = { [place] in
            let readings = KeptReadings(of: place, looking: look ?? FolderState(of: place))
            let survey = place.agendas.survey(tellsFindings: false, known: readings.drafts)
            let past = PastMeetings(in: place, roster: survey.roster, known: readings.meetings)
            if keepsReadings { readings.keep(survey, past) }
            return (survey, past)
        }
        let (survey, past) =
            saysWhatTakesLong
            ? ProgressLine.whileRunning("reading agendas, proposals and minutes", read) : read()
        if let day = past.open.first, !evenIfMeetingIsOpen {
            throw Complaint(
                "the meeting of \(day) is not closed, and may decide what is planned here: `mlreview \(day)` resumes it"
            )
        }
        library = try survey.library(history: past.history.meetings)
        self.today = today ?? LocalTime(zone: library.roster.timeZone).day(Date())
        (open, recorded) = (Set(past.open), past.recorded)
        notes = past.history.notes
        complaints = past.history.faults.map(\.description) + [past.obstacle].compactMap { $0 }
    }

    /// The path of an agenda as people see it.
    func path(of date: CalendarDay) -> String { place.agendas.path(of: date) }

    /// `agendas/`, held open.
    func openAgendas() throws -> OpenFolder {
        let folder = try OpenFolder(path: (place.folder as NSString).appendingPathComponent("agendas"))
        folder.removeLeftovers { $0.hasSuffix(".yaml") && CalendarDay($0.dropLast(5)) != nil }
        return folder
    }

    /// Says on standard error what was noticed and what is left out.
    ///
    /// - Throws: The exit code 1 if anything is left out.
    func tellComplaints() throws {
        try AnswerOptions.tell(notes, complaints)
    }

    /// What to type to commit an agenda.
    func commitLine(of date: CalendarDay, _ message: String) -> String {
        commitLine(adding: "agendas/\(date).yaml", message)
    }

    /// What to type to commit a file, by its path in the folder.
    func commitLine(adding path: String, _ message: String) -> String {
        CommitLine.text(in: place.folder, adding: [path], message)
    }
}
