extension CalendarDay {
    /// Reads a day as a person says it at a meeting held on `day`: `2026-12-02`, `tomorrow`, `friday` or `fri`,
    /// `next friday`, `in two weeks`, `4 december`.
    ///
    /// A weekday is the next one after the meeting, so that `wednesday` on a Wednesday is a week away; `next` leads into
    /// the week after the meeting's, which begins on Monday. A day without its year is the next one from the meeting on.
    public init?(spoken text: some StringProtocol, at day: CalendarDay) {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
        guard let read = Self.exact(words) ?? Self.relative(words, to: day) ?? Self.ofMonth(words, from: day) else {
            return nil
        }
        self = read
    }

    /// Words that a day may have, as in `4th of december 2026`.
    public static let mostWords = 4

    /// What a person can say, for a refusal.
    public static let forms = "`2026-12-04`, `4 december`, `tomorrow`, `friday`, `next friday` or `in two weeks`"

    private static func exact(_ words: [String]) -> CalendarDay? { words.count == 1 ? CalendarDay(words[0]) : nil }

    private static func relative(_ words: [String], to day: CalendarDay) -> CalendarDay? {
        func later(_ days: Int) -> CalendarDay { CalendarDay(daysSinceEpoch: day.daysSinceEpoch + days) }
        switch words.count {
        case 1 where words[0] == "today": return day
        case 1 where words[0] == "tomorrow": return later(1)
        case 1: return weekday(words[0]).map { later(1 + ($0 - day.weekday + 6) % 7) }
        case 2 where words == ["next", "week"]: return later(7)
        case 2 where words[0] == "this":
            return weekday(words[1]).map { later(1 + ($0 - day.weekday + 6) % 7) }
        case 2 where words[0] == "next":
            let monday = day.daysSinceEpoch - (day.weekday + 6) % 7 + 7
            return weekday(words[1]).map { CalendarDay(daysSinceEpoch: monday + ($0 + 6) % 7) }
        case 3 where words[0] == "in":
            guard let number = number(words[1]), number > 0 else { return nil }
            switch words[2] {
            case "day", "days": return later(number)
            case "week", "weeks": return later(7 * number)
            case "month", "months": return day.adding(months: number)
            default: return nil
            }
        default: return nil
        }
    }

    /// `4 december`, `4th of dec`, `december 4`, each with or without a year.
    private static func ofMonth(_ words: [String], from day: CalendarDay) -> CalendarDay? {
        var words = words.filter { $0 != "of" }
        var year: Int?
        if words.count == 3, words[2].count == 4, let named = Int(words[2]) {
            year = named
            words.removeLast()
        }
        guard words.count == 2 else { return nil }
        let pairs = [(words[0], words[1]), (words[1], words[0])]
        for (number, name) in pairs {
            guard let ofMonth = dayOfMonth(number), let month = month(name) else { continue }
            if let year { return CalendarDay(year: year, month: month, day: ofMonth) }
            // The last of February is four years away at most, or eight.
            return (day.year...day.year + 8).lazy.compactMap {
                CalendarDay(year: $0, month: month, day: ofMonth)
            }.first { $0 >= day }
        }
        return nil
    }

    private static func weekday(_ word: String) -> Int? {
        word.count >= 3 ? weekdayNames.firstIndex { $0.hasPrefix(word) } : nil
    }

    private static func month(_ word: String) -> Int? {
        let bare = word.hasSuffix(".") ? String(word.dropLast()) : word
        return bare.count >= 3 ? monthNames.firstIndex { $0.hasPrefix(bare) }.map { $0 + 1 } : nil
    }

    /// `4`, `4.` or `4th`.
    private static func dayOfMonth(_ word: String) -> Int? {
        let ending = [".", "st", "nd", "rd", "th"].first { word.hasSuffix($0) } ?? ""
        let digits = word.dropLast(ending.count)
        return digits.count <= 2 ? Int(digits) : nil
    }

    private static func number(_ word: String) -> Int? {
        if let number = Int(word) { return number <= 999 ? number : nil }
        if word == "a" || word == "an" { return 1 }
        return numberWords.firstIndex(of: word).map { $0 + 1 }
    }

    /// The day that a person names; see `init(spoken:at:)`.
    ///
    /// - Throws: a refusal that says how a day is written.
    public static func read(_ text: some StringProtocol, at day: CalendarDay) throws(Refusal) -> CalendarDay {
        if let read = CalendarDay(spoken: text, at: day) { return read }
        let meant = nearest(to: text.trimmed, among: weekdayNames + ["today", "tomorrow"])
        let hint = meant.map { "did you mean `\($0)`?" } ?? "say \(forms)"
        throw Refusal("`\(text.trimmed)` is not a date: \(hint)")
    }

    /// `friday`.
    public var weekdayName: String { Self.weekdayNames[weekday] }

    /// Sunday first, as `weekday` counts.
    static let weekdayNames = [
        "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    ]
    private static let monthNames = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let numberWords = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
}
