extension CalendarDay {
    /// Reads a day as a person says it at a meeting held on `day`: `2026-12-02`, `tomorrow`, `friday` or `fri`.
    ///
    /// A weekday is the next one after the meeting, so that `wednesday` on a Wednesday is a week away.
    public init?(spoken text: some StringProtocol, at day: CalendarDay) {
        let word = text.trimmed.lowercased()
        if let exact = CalendarDay(word) {
            self = exact
            return
        }
        let today = day.daysSinceEpoch
        switch word {
        case "today": self = day
        case "tomorrow": self = CalendarDay(daysSinceEpoch: today + 1)
        default:
            guard word.count >= 3, let weekday = Self.weekdayNames.firstIndex(where: { $0.hasPrefix(word) }) else {
                return nil
            }
            self = CalendarDay(daysSinceEpoch: today + 1 + (weekday - day.weekday + 6) % 7)
        }
    }

    /// The day that a person names; see `init(spoken:at:)`.
    ///
    /// - Throws: a refusal that says how a day is written.
    public static func read(_ text: some StringProtocol, at day: CalendarDay) throws(Refusal) -> CalendarDay {
        if let read = CalendarDay(spoken: text, at: day) { return read }
        let meant = nearest(to: text.trimmed, among: weekdayNames + ["today", "tomorrow"])
        let hint = meant.map { "did you mean `\($0)`?" } ?? "write it as YYYY-MM-DD, or as a weekday"
        throw Refusal("`\(text.trimmed)` is no date: \(hint)")
    }

    /// `friday`.
    public var weekdayName: String { Self.weekdayNames[weekday] }

    /// Sunday first, as `weekday` counts.
    static let weekdayNames = [
        "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    ]
}
