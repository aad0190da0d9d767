import Council

/// Items added at the end of an agenda's file. All bytes that were there stay, in their order.
public struct AgendaEdit: Equatable, Sendable {
    public let before: [UInt8]
    public let after: [UInt8]
    /// The lines that are new or changed, and the number of the first of them.
    public let lines: [String]
    public let firstLine: Int
    /// The line as it was, if one was added to; nil if there are new lines only.
    public let oldLine: String?

    /// Why items can't be added by a program.
    public struct Obstacle: Error, Equatable, Sendable {
        public let sentence: String
    }

    /// - Parameter items: At least one.
    public init(adding items: [AgendaPlan.Item], to bytes: [UInt8]) throws(Obstacle) {
        let end: ListEnd?
        do throws(SyntaxProblem) {
            end = try ListEnd(of: "items", in: bytes)
        } catch {
            throw Obstacle(sentence: error.message)
        }
        guard let end else {
            throw Obstacle(sentence: "its `items` are no list that ends in a place of its own: add these lines by hand")
        }
        let edit = ListEdit(adding: items.map(AgendaText.entry), at: end, in: bytes)
        (before, after) = (edit.before, edit.after)
        (lines, firstLine, oldLine) = (edit.lines, edit.firstLine, edit.oldLine)
    }
}

extension AgendaFolder {
    /// Whether an agenda's text could stand in the folder: the agenda it says.
    ///
    /// - Throws: Its errors, as `check` would find them.
    public func agenda(in bytes: [UInt8], of date: CalendarDay) throws(Faults) -> Agenda {
        try Shelf(folder: agendas, today: today).agenda("\(date).yaml", saying: bytes)
    }
}
