import ArgumentParser
import Council

struct MeetingsCommand: AnsweringCommand {
    static let configuration = CommandConfiguration(
        commandName: "meetings",
        abstract: "Prints every meeting that was held, newest first: how long it took, what it decided, what is open.")

    @OptionGroup var options: AnswerOptions

    func answer(from week: WeekFolder, columns: Int? = nil) throws -> Answer {
        let meetings = week.library.meetings(on: week.today)
        let lines = Columns(meetings.map(Self.cells)).lines
        return Answer(lines: lines.isEmpty ? ["no meeting was held"] : lines, meetings)
    }

    private static func cells(_ meeting: PastMeeting) -> [String] {
        let planned = meeting.plannedMinutes.map { " of \($0)" } ?? ""
        return [
            "\(meeting.date)", meeting.minutes.map { "\($0)\(planned) min" } ?? "", counted(meeting.items, "item"),
            meeting.spokenDecisions ?? "nothing decided",
            meeting.openActions > 0 ? "\(counted(meeting.openActions, "action")) open" : "",
        ]
    }
}
