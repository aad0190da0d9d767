import Foundation
import Host

/// Shows a text of many lines as git does: by the person's pager, if standard output is a terminal.
enum Pager {
    /// Prints the text as it is if there is no terminal or no pager, or `$PAGER` is empty or `cat`.
    static func show(_ text: String) throws {
        let environment = ProcessInfo.processInfo.environment
        guard isatty(STDOUT_FILENO) != 0, let pager = command(in: environment) else {
            return try CheckedOutput.standard.print(text)
        }
        // Less ends by itself if the text fits, keeps bold, and leaves the text on the screen.
        let settings = environment["LESS"] == nil ? "LESS=FRX " : ""
        let program = Program("/bin/sh", ["-c", "\(settings)\(pager)"])
        if !program.runInForeground(reading: text).isSuccess { try CheckedOutput.standard.print(text) }
    }

    /// What a shell runs; nil for none.
    static func command(in environment: [String: String]) -> String? {
        if let named = environment["PAGER"] { return ["", "cat"].contains(named) ? nil : named }
        return ["/usr/bin/less", "/usr/bin/pager", "/bin/more"].first { access($0, X_OK) == 0 }
    }
}
