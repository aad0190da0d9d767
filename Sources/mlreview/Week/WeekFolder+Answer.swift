import Council
import Room

extension WeekFolder {
    /// What a command of the shell prints, from the files as they are now; a meeting may be going on.
    ///
    /// - Parameter words: The command and its arguments.
    static func lines(answering words: [String], in place: MeetingPlace, today: CalendarDay) throws -> [String] {
        guard let command = try MLReview.parseAsRoot(words) as? any AnsweringCommand else { throw Refusal.needsScreen }
        let week = try WeekFolder(place.folder, out: place.minutes, today: today, evenIfMeetingIsOpen: true)
        return try command.answer(from: week, columns: nil).lines + (week.notes + week.complaints).map { "note: \($0)" }
    }
}
