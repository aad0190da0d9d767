/// What a meeting changed in the three lists of the register.
///
/// It counts what the council has heard: a file may have been changed or deleted since, and the minutes of both meetings
/// can still tell.
public struct RegisterNews: Equatable, Sendable {
    /// The day of the meeting before; nil if this was the first.
    public let since: CalendarDay?
    /// As it was after the meeting.
    public let register: Register
    /// What was on no such list before, in the order of the lists.
    public let new: [Line]
    /// What was on a list before and is no longer.
    public let gone: [Line]

    /// A piece on one of the lists.
    public struct Line: Equatable, Sendable {
        public let list: Register.List
        public let piece: Register.Piece

        fileprivate var name: String { "\(list.rawValue) \(PieceName(piece.name)?.key ?? "")" }
    }

    public var isEmpty: Bool { new.isEmpty && gone.isEmpty }

    /// Whether both name the same pieces as new and as gone.
    public func saysTheSame(as other: RegisterNews) -> Bool {
        new.map(\.name) == other.new.map(\.name) && gone.map(\.name) == other.gone.map(\.name)
    }

    init(since: CalendarDay?, before: Register, after: Register) {
        self.since = since
        register = after
        new = after.lines.filter { !before.has($0) }
        gone = before.lines.filter { !after.has($0) }
    }
}

extension Register {
    fileprivate var lines: [RegisterNews.Line] {
        List.allCases.flatMap { list in self[list].map { RegisterNews.Line(list: list, piece: $0) } }
    }

    fileprivate func has(_ line: RegisterNews.Line) -> Bool {
        let name = PieceName(line.piece.name)
        return self[line.list].contains { PieceName($0.name) == name }
    }
}

extension Library {
    /// What a meeting changed in the lists. Later meetings don't count.
    ///
    /// - Parameter meeting: As it was at one of its closings; it takes the place of the one of that day.
    public func registerNews(of meeting: HeldMeeting) -> RegisterNews {
        let earlier = history.filter { $0.date < meeting.date }
        let since = earlier.last?.date
        return RegisterNews(
            since: since, before: heard(in: earlier).register(on: since ?? meeting.date),
            after: heard(in: earlier + [meeting]).register(on: meeting.date))
    }
}
