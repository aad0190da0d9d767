import ArgumentParser
import Foundation

/// What was to be printed could not be.
struct OutputFailure: Error, Equatable {
    /// The system's error number.
    let code: Int32
    /// What a person has to know of what was done so far; may be empty.
    var aside = ""

    /// Whether nobody reads any more, as behind `| head`.
    var isClosedPipe: Bool { code == EPIPE }

    var sentence: String {
        "standard output can't be written: \(String(cString: strerror(code)))" + (aside.isEmpty ? "" : "; \(aside)")
    }

    func adding(_ aside: String) -> OutputFailure { OutputFailure(code: code, aside: aside) }

    /// Ends the program as a closed pipe ends others: quietly, by its signal.
    ///
    /// - Returns: the code to exit with if the signal is kept from the program.
    static func endQuietly() -> ExitCode {
        signal(SIGPIPE, SIG_DFL)
        raise(SIGPIPE)
        return ExitCode(128 + SIGPIPE)
    }
}
