import Agendas
import Council
import Screen

/// Asks for what a new council needs, as far as it is not given.
struct SeatQuestions {
    /// Whether anything is asked at all. If not, what is not given is as usual.
    private let asks: Bool
    private var input = InputLines()

    init(asks: Bool) { self.asks = asks }

    mutating func line(_ question: String, usual: String, given: String? = nil) throws -> String {
        if let given = given?.writableLine, !given.isEmpty { return given }
        guard asks else { return usual }
        let answer = try ask("\(question) [\(usual)]: ", help: "Enter takes the answer in brackets.").writableLine
        return answer.isEmpty ? usual : answer
    }

    /// - Throws: What is wrong with a given member; and if nobody is named.
    mutating func members(given: [String]) throws -> [Member] {
        var members: [Member] = []
        for text in given {
            let seat = try Self.seat(text)
            if let problem = Self.problem(with: seat, among: members) { throw Complaint(problem) }
            members.append(seat.member(TypedSeat.handle(for: seat.name, without: members.map(\.handle))))
        }
        guard members.isEmpty else { return members }
        guard asks else { throw Complaint("a council has at least one member: write --member \"\(TypedSeat.form)\"") }
        let disciplines = listed(Discipline.allCases.map(\.rawValue), "or")
        say("Members, one on a line: \(TypedSeat.form) (\(disciplines)). An empty line ends the list.")
        while true {
            let text = try ask("Member \(members.count + 1): ", help: Self.memberHelp).writableLine
            if let member = try member(text, among: members) {
                members.append(member)
            } else if text.isEmpty {
                if !members.isEmpty { return members }
                say("  a council has at least one member")
            }
        }
    }

    /// Reads a member as a person has typed one, and asks for the handle.
    ///
    /// - Parameters:
    ///   - others: All other members.
    ///   - usual: The handle that this one has had.
    /// - Returns: Nil if nothing was typed, or if something is wrong with it, which is said then.
    mutating func member(_ text: String, among others: [Member], usual: Handle? = nil) throws -> Member? {
        guard !text.isEmpty else { return nil }
        let seat: TypedSeat
        do throws(Refusal) {
            seat = try TypedSeat(text)
        } catch {
            say("  \(error.description)")
            return nil
        }
        if let problem = Self.problem(with: seat, among: others) {
            say("  \(problem)")
            return nil
        }
        return seat.member(try handle(for: seat.name, without: others.map(\.handle), usual: usual))
    }

    static let memberHelp =
        "Such as Priya Raman <priya@example.com>, engineering. Mail and discipline may be left out; an empty line ends the list."

    /// What is wrong with one more member; nil if nothing is.
    private static func problem(with seat: TypedSeat, among members: [Member]) -> String? {
        if let other = members.first(where: { $0.name.folded == seat.name.folded }) {
            return "\(other.name) is already a member: write a name that tells them apart"
        }
        guard let email = seat.email?.lowercased(),
            let other = members.first(where: { $0.email?.lowercased() == email })
        else { return nil }
        return "\(email) is already \(other.name)'s address: give everybody their own"
    }

    private mutating func handle(for name: String, without taken: [Handle], usual: Handle?) throws -> Handle {
        let usual = usual ?? TypedSeat.handle(for: name, without: taken)
        while true {
            let text = try ask(
                "  handle [\(usual)]: ",
                help: "The short name that is typed in a meeting; Enter takes the one in brackets."
            ).writableLine
            if text.isEmpty { return usual }
            if !Handle.isWellFormed(text) {
                say("  `\(text)` can't be a handle: use letters, digits, `-`, `_` and `.`")
            } else if taken.contains(where: { $0.rawValue.folded == text.folded }) {
                say("  `\(text)` is already somebody's: give everybody their own")
            } else {
                return Handle(text)
            }
        }
    }

    private static func seat(_ text: String) throws -> TypedSeat {
        do throws(Refusal) { return try TypedSeat(text) } catch { throw Complaint(error.description) }
    }

    /// - Parameter usual: Who it is if nobody else is named; nil for the first member.
    mutating func chair(of members: [Member], usual: Handle? = nil, given: String? = nil) throws -> Handle {
        let handles = members.map(\.handle.rawValue)
        let usual = usual?.rawValue ?? handles.first ?? ""
        var wanted = given
        while true {
            let text = try line("The chair's handle", usual: usual, given: wanted)
            if let member = members.first(where: { $0.handle.rawValue == text || $0.name == text }) {
                return member.handle
            }
            let sentence =
                "`\(text)` is not a member\(suggestion(for: text, among: handles)): the chair is one of \(listed(handles))"
            guard asks, wanted == nil else { throw Complaint(sentence) }
            say("  \(sentence)")
            wanted = nil
        }
    }

    /// Nil if no mails are sent.
    mutating func sender(usual: String? = nil, given: String? = nil) throws -> String? {
        while true {
            let text = try line(
                "Mails are from, such as ML Council <ml-council@example.com>", usual: usual ?? "nobody",
                given: given)
            if text == "nobody" { return nil }
            guard let problem = CouncilText.problem(withMailbox: text) else { return text }
            let sentence = "`\(text)` is not a mail address: \(problem)"
            guard asks, given == nil else { throw Complaint(sentence) }
            say("  \(sentence)")
        }
    }

    mutating func isYes(_ question: String) throws -> Bool {
        try CheckedOutput.standard.print("\(question) [y/N] ")
        return YesOrNo.isYes(answer: try input.next())
    }

    /// - Parameter help: The answer to `?`.
    mutating func ask(_ question: String, help: String) throws -> String {
        while true {
            StandardError.print(TextWidth.safe(question))
            guard let answer = try input.next() else { throw Complaint("the input ended, and nothing was written") }
            if answer.trimmed != "?" { return answer }
            say("  \(help)")
        }
    }

    func say(_ line: String) { StandardError.print(TextWidth.safe(line) + "\n") }
}
