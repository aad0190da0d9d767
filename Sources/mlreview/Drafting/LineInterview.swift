import Council
import Screen

/// Asks the questions about a proposal line by line: for screen readers, scripts, and terminals without a screen.
///
/// It speaks on standard error, because standard output may be for the file.
struct LineInterview {
    private var input = InputLines()

    /// - Parameter keep: Is called after each answer.
    /// - Returns: Whether all questions were asked; false if the input ended before.
    mutating func run(_ interview: inout Interview, keep: (Interview) -> Void) throws -> Bool {
        keep(interview)
        while let question = interview.question {
            let count = interview.count
            say([
                "", "\(count.number)/\(count.all) \(question.text)", "  \(question.why)",
                "  For example: \(question.example)",
            ])
            guard try answer(question, in: &interview) else { return false }
            keep(interview)
        }
        return true
    }

    /// Asks until something fits.
    private mutating func answer(_ question: DraftQuestion, in interview: inout Interview) throws -> Bool {
        while true {
            StandardError.print("> ")
            guard let line = try input.next() else {
                StandardError.print("\n")
                return false
            }
            if line.trimmed == "?" {
                say(["  \(question.help)", "  Enter leaves it open."])
                continue
            }
            do throws(Refusal) {
                try interview.answer(line.writableLine)
                return true
            } catch {
                say(["  \(error.description)"])
            }
        }
    }

    /// Asks before anything is done, as `YesOrNo` does, with what is left of the input.
    mutating func isYes(_ question: String) throws -> Bool {
        try CheckedOutput.standard.print("\(question) [y/N] ")
        return YesOrNo.isYes(answer: try input.next())
    }

    /// Whether the answer to a question that was asked is a no.
    mutating func isNo() throws -> Bool { ["n", "no"].contains(try input.next()?.trimmed.lowercased()) }

    private func say(_ lines: [String]) {
        StandardError.print(lines.map { TextWidth.safe($0) + "\n" }.joined())
    }
}
