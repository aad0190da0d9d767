import Agendas
import Council
import Foundation
import Host
import Room

/// Reads what all weeks together know, on a thread of its own: whoever types does not wait for it.
extension RoomProgram {
    func readLibrary() {
        let (inbox, place, moment) = (inbox, opened.place, now())
        let meeting = opened.isLibraryAlone ? nil : model.meeting
        Worker.startInTurn {
            inbox.put(.library(Result { () throws(Refusal) in try LibraryReading(of: place, in: meeting, at: moment) }))
        }
    }
}

extension LibraryReading {
    /// Reads the folder of a meeting that may be going on.
    ///
    /// - Parameter meeting: The meeting that it is read in, to whose day everything is counted; nil without one.
    /// - Throws: A sentence on what can't be read; nothing is half-loaded.
    init(of place: MeetingPlace, in meeting: Meeting? = nil, at moment: Date) throws(Refusal) {
        do {
            // The terminal is taken: a line that says what takes so long would stand across the screen.
            let week = try WeekFolder(
                place.folder, out: place.minutes, evenIfMeetingIsOpen: true, saysWhatTakesLong: false,
                keepsReadings: meeting == nil)
            let today = LocalTime(zone: week.library.roster.timeZone).day(moment)
            // A rehearsal is in session, and the record does not know.
            let here = meeting.map { $0.phase == .inSession ? [$0.agenda.date] : [] } ?? []
            self.init(
                week.library, today: meeting?.agenda.date ?? today, isInMeeting: meeting != nil,
                inSession: week.open.union(here), recorded: week.recorded, complaints: week.notes + week.complaints)
        } catch let faults as Faults {
            throw Refusal(faults.inBrief)
        } catch {
            throw Refusal(Complaint(error).description)
        }
    }
}

extension Faults {
    /// The first fault, and how many there are more.
    var inBrief: String {
        let more = faults.count > 1 ? ", and \(counted(faults.count - 1, "more fault"))" : ""
        return "\(faults.first?.description ?? "the files are faulty")\(more)"
    }
}
