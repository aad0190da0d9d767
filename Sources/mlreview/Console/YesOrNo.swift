import Council

/// A question that is answered on standard input before anything is done.
enum YesOrNo {
    /// Asks, and takes anything but a yes for a no.
    static func isYes(_ question: String) throws -> Bool {
        try CheckedOutput.standard.print("\(question) [y/N] ")
        var input = InputLines()
        return isYes(answer: try input.next())
    }

    /// - Parameter answer: Nil if there is none.
    static func isYes(answer: String?) -> Bool { ["y", "yes"].contains(answer?.trimmed.lowercased()) }
}
