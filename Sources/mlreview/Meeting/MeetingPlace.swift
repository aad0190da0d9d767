import Agendas
import Council
import Foundation
import Host
import Ledger
import Live
import Minutes

/// The folder that the program was started for, and which of its meetings is meant.
struct MeetingPlace: Sendable {
    /// The folder that holds `agendas/`.
    let folder: String
    /// The folder of all minutes.
    let minutes: String
    /// Whether a person named the folder of the minutes. That folder may be a link; the council's may not.
    let isOutNamed: Bool
    /// The day or file that the person named, if any.
    private let agenda: String?
    /// The path of the agenda, if the person named a file.
    private let path: String?

    /// - Parameter out: where minutes go; nil for the folder that `council.yaml` names, else `minutes/` beside `agendas/`.
    init(folder: String, agenda: String? = nil, out: String? = nil) {
        if let agenda, CalendarDay(agenda) == nil {
            path = agenda
            self.folder = folder == "." ? Self.home(of: agenda) ?? folder : folder
        } else {
            path = nil
            self.folder = folder
        }
        let usual = (self.folder as NSString).appendingPathComponent(AgendaFolder(path: self.folder).minutesFolder)
        minutes = out ?? usual
        isOutNamed = minutes != usual
        self.agenda = agenda
    }

    /// The folder above `agendas/` in the path of an agenda.
    private static func home(of path: String) -> String? {
        let parent = path.folderAbove
        guard (parent as NSString).lastPathComponent == "agendas" else { return nil }
        let home = parent.folderAbove
        return home.isEmpty ? nil : home
    }

    var agendas: AgendaFolder { AgendaFolder(path: folder) }

    /// The council's own templates, over the program's.
    ///
    /// - Throws: the first fault in one of them, with its place.
    func templates() throws(MinutesError) -> Templates {
        try Templates(folder: templatesFolder)
    }

    var templatesFolder: String { (folder as NSString).appendingPathComponent("agendas/templates") }

    /// - Throws: A complaint if the folder holds no agendas.
    func requireAgendas() throws(Complaint) {
        guard FileManager.default.fileExists(atPath: (folder as NSString).appendingPathComponent("agendas")) else {
            throw Complaint(
                MeetingSocket.whyClosed(folder)
                    ?? "there is no agendas/ in \(folder): start in the folder that holds it, or name it with --dir")
        }
    }

    func openRecord(rehearsing: Bool) throws -> any Ledger {
        try requireAgendas()
        if rehearsing { return MemoryLedger() }
        do {
            return try RecordPlace.openForMeeting(folder)
        } catch let error as LedgerError where error.isAboutAccess {
            guard let owner = RecordPlace.foreignOwner(of: folder) else { throw error }
            let home = MeetingSocket(of: CalendarDay(daysSinceEpoch: 0), under: folder).home
            throw Complaint(
                "the record in \(folder) is the account \(owner)'s alone, as private notes are there: `\(Joining.line([home]))` "
                    + "takes part in the meeting once \(owner) runs `mlreview host` there")
        }
    }

    /// Today's meeting or the next one; an unfinished one before both.
    func choose(in record: any Ledger, today: CalendarDay? = nil) throws -> MeetingChoice {
        if let path {
            guard FileManager.default.fileExists(atPath: path) else { throw noSuchAgenda(path) }
            let name = ((path as NSString).lastPathComponent as NSString).deletingPathExtension
            if let date = CalendarDay(name) { return MeetingChoice([MeetingChoice.Candidate(date: date, path: path)]) }
            let docket = try agendas.load(path: path)
            return MeetingChoice([MeetingChoice.Candidate(date: docket.agenda.date, path: path)])
        }
        let files = agendas.meetings()
        if let agenda, let date = CalendarDay(agenda) {
            let path = files.first { $0.date == date }?.path
            guard try path != nil || record.knows(date) else {
                let known = files.map(\.date.description)
                throw Complaint(
                    "there is no agenda of \(date): "
                        + (known.isEmpty ? "agendas/ has none" : "agendas/ has \(listed(known))"))
            }
            return MeetingChoice([MeetingChoice.Candidate(date: date, path: path)])
        }
        let today = today ?? self.today
        return try MeetingChoice.among(
            files, recorded: record.meetings(), minuted: daysWithMinutes(among: files.map(\.date) + [today]),
            today: today)
    }

    /// The day it is where the council meets; in UTC if its file can't be read.
    var today: CalendarDay { LocalTime(zone: agendas.roster()?.timeZone ?? "UTC").day(Date()) }

    /// Those of the days that have minutes, and the last day of all that has. No other folder is looked into, and no file
    /// opened, since a meeting does not wait for history.
    private func daysWithMinutes(among days: [CalendarDay]) -> Set<CalendarDay> {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: minutes)) ?? []
        let last = names.compactMap { CalendarDay($0) }.sorted().last(where: hasMinutes)
        return Set(days.filter(hasMinutes) + [last].compactMap { $0 })
    }

    private func hasMinutes(of day: CalendarDay) -> Bool {
        FileManager.default.fileExists(atPath: "\(minutes)/\(day)/record.json")
    }

    /// Asked before a meeting begins that the record does not have.
    ///
    /// - Throws: A complaint if it has minutes: it would be held anew, as if nothing had been decided.
    func requireNotHeld(_ day: CalendarDay) throws(Complaint) {
        guard hasMinutes(of: day) else { return }
        throw Complaint(
            "the meeting of \(day) was held: its minutes are in \(minutes)/\(day), and its record is elsewhere; go on "
                + "where that is, or bring its .mlreview/ here; `--rehearse` tries the meeting out and records nothing")
    }

    private func noSuchAgenda(_ name: String) -> Complaint {
        let days = agendas.meetings().map(\.date.description)
        let hint = days.isEmpty ? "agendas/ has none" : "name a file, or one of the days \(listed(days))"
        return Complaint("there is no agenda \(name): \(hint)")
    }
}
