import ArgumentParser
import Screen

/// A file of `agendas/` that a command makes or changes between two meetings.
struct FileChange {
    /// The whole file as it is to be.
    let text: String
    /// What is shown before a person is asked.
    let shown: [String]
    /// As people see it.
    let path: String
    /// What to type to commit it.
    let commitLine: String
    /// Puts the file in its place, whole or not at all.
    let write: () throws -> Void
    /// What there is to say of the file once it is written.
    var notes: [String] = []
}

/// How a command that makes or changes a file goes about it.
struct WritingOptions: ParsableArguments {
    @Flag(help: "Writes without asking.")
    var yes = false
    @Flag(name: .customLong("stdout"), help: "Prints the file as it would be, and writes nothing.")
    var toStandardOutput = false

    /// Shows a change, asks, writes it, and says what to type for the commit.
    ///
    /// - Parameter isYes: Asks on standard input.
    func perform(_ change: FileChange, asking isYes: (String) throws -> Bool = YesOrNo.isYes) throws {
        if toStandardOutput { return try CheckedOutput.standard.print(change.text) }
        try CheckedOutput.standard.printLines(change.shown.map(TextWidth.safe))
        guard try yes || isYes("Write \(TextWidth.safe(change.path))?") else {
            try CheckedOutput.standard.printLine("Nothing was written.")
            throw ExitCode.failure
        }
        try change.write()
        try CheckedOutput.standard.printLines(
            (["written: \(change.path)"] + change.notes + ["to commit: \(change.commitLine)"]).map(TextWidth.safe))
    }
}
