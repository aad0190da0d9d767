import Council

/// The rest of a command line, taken word by word.
struct Words {
    private var rest: Substring
    private let usage: String
    private let roster: Roster

    init(_ text: some StringProtocol, usage: String, roster: Roster) {
        rest = Substring(text)
        self.usage = usage
        self.roster = roster
        skipSpace()
    }

    var isEmpty: Bool { rest.isEmpty }

    /// The next word without taking it.
    var peek: String? {
        let word = rest.prefix { !$0.isWhitespace }
        return word.isEmpty ? nil : String(word)
    }

    /// Whether this word stands behind the next one.
    func goesOn(with word: String) -> Bool {
        let parts = rest.split(maxSplits: 2, whereSeparator: \.isWhitespace)
        return parts.count > 1 && parts[1].lowercased() == word
    }

    mutating func next() -> String? {
        guard let word = peek else { return nil }
        rest = rest.dropFirst(word.count)
        skipSpace()
        return word
    }

    /// Takes this word if it is the next one, in capitals or not.
    mutating func take(_ word: String) -> Bool {
        guard peek?.lowercased() == word else { return false }
        return next() != nil
    }

    /// Everything up to the reason, or to the end of the line.
    mutating func untilReason() -> String {
        var words: [String] = []
        while let word = peek, word.lowercased() != "because" {
            words.append(word)
            _ = next()
        }
        return words.joined(separator: " ")
    }

    /// Everything that is left, without white space at either end.
    mutating func remainder() -> String {
        defer { rest = "" }
        return rest.trimmed
    }

    private mutating func skipSpace() { rest = rest.drop { $0.isWhitespace } }

    // MARK: Arguments

    mutating func require(_ what: String) throws(Refusal) -> String {
        guard let word = next() else { throw Refusal("\(what) is missing: write `\(usage)`") }
        return word
    }

    mutating func requireHandle() throws(Refusal) -> Handle {
        let word = try require("WHO")
        let name = word.hasPrefix("@") ? String(word.dropFirst()) : word
        guard Handle.isWellFormed(name) else { throw Refusal("`\(word)` is not a handle: write `\(usage)`") }
        return roster.spelling(of: Handle(name))
    }

    mutating func requireNumber(_ what: String = "N") throws(Refusal) -> Int {
        let word = try require(what)
        let digits = word.hasPrefix("#") ? String(word.dropFirst()) : word
        guard let number = Int(digits) else { throw noNumber(word) }
        return number
    }

    func noNumber(_ word: String) -> Refusal { Refusal("`\(word)` is not a number: write `\(usage)`") }

    func refusal(ofReference word: String) -> Refusal {
        Refusal("`\(word)` is not an action of an earlier meeting, such as 2026-11-18/2: write `\(usage)`")
    }

    mutating func requireChoice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) throws(Refusal) -> Choice
    where Choice.RawValue == String {
        let choices = Array(Choice.allCases)
        return choices[try requirePlace(among: choices.map(\.rawValue))]
    }

    /// Takes one of some words, in capitals or not.
    ///
    /// - Returns: its place among them.
    mutating func requirePlace(among known: [String]) throws(Refusal) -> Int {
        let word = try require(listed(known, "or"))
        guard let place = known.firstIndex(of: word.lowercased()) else {
            let hint = nearest(to: word, among: known).map { "did you mean `\($0)`?" } ?? "write one of these"
            throw Refusal("`\(word)` is none of \(listed(known, "or")): \(hint)")
        }
        return place
    }

    /// A day as a person says it, in as many words as belong to it: `next friday`, `in two weeks`.
    mutating func requireDate(at meeting: Meeting) throws(Refusal) -> CalendarDay {
        let day = meeting.agenda.date
        let words = rest.prefix { !$0.isNewline }.split(whereSeparator: \.isWhitespace).prefix(CalendarDay.mostWords)
        for count in stride(from: words.count, to: 1, by: -1) {
            guard let read = CalendarDay(spoken: words.prefix(count).joined(separator: " "), at: day) else { continue }
            for _ in 0..<count { _ = next() }
            return read
        }
        // A day that begins like one of several words is quoted with them.
        let isLong = ["in", "next", "this"].contains(peek?.lowercased() ?? "")
        let quoted = isLong ? words.prefix(peek?.lowercased() == "in" ? 3 : 2).joined(separator: " ") : nil
        if let quoted { return try CalendarDay.read(quoted, at: day) }
        return try CalendarDay.read(try require("a date"), at: day)
    }

    /// `because TEXT` at the end of a line; nil if nothing is left.
    mutating func reason() throws(Refusal) -> String? {
        guard let word = next() else { return nil }
        guard word.lowercased() == "because" else {
            throw Refusal("`\(word)` was not expected: write `\(usage)`")
        }
        let text = remainder()
        guard !text.isEmpty else { throw Refusal("`because` needs a reason after it: write `\(usage)`") }
        return text
    }

    /// The reason, or an empty one: the rules say whether one is needed.
    mutating func reasonOrEmpty() throws(Refusal) -> String { try reason() ?? "" }

    func requireEnd() throws(Refusal) {
        guard isEmpty else { throw Refusal("`\(rest.trimmed)` was not expected: write `\(usage)`") }
    }
}
