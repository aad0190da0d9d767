import Foundation
import Screen

/// Where a copied text goes: to the terminal's clipboard, through tmux or GNU screen where one is in between.
///
/// A terminal doesn't answer whether it took a text, so what is known of it beforehand is said.
struct Clipboard {
    /// What became of a copy, as a sentence goes on after what was copied.
    enum Answer: Equatable {
        case copied(String)
        case refused(String)
    }

    private let environment: [String: String]
    /// Hands a text to tmux; false where that failed.
    private let tmux: (String) -> Bool

    /// Terminals cut off longer texts, or drop them.
    static let limit = 74_000

    init(
        environment: [String: String] = ProcessInfo.processInfo.environment,
        tmux: @escaping (String) -> Bool = Clipboard.loadTmuxBuffer
    ) {
        self.environment = environment
        self.tmux = tmux
    }

    func copy(_ text: String, on terminal: any Terminal) -> Answer {
        let name = environment["TERM"] ?? ""
        guard text.utf8.count <= Self.limit else { return .refused("too long for a terminal's clipboard") }
        if isSet("TMUX") {
            // tmux ignores the sequence of a program within it unless it is told otherwise, but not its own command.
            if tmux(text) {
                return .copied("into tmux's buffer, and the clipboard where the terminal outside allows it")
            }
        } else if Self.withoutClipboard.contains(where: { name == $0 || name.hasPrefix($0 + "-") }) {
            return .refused("a terminal of type \(name) has no clipboard to copy to")
        }
        terminal.copy(text, throughScreen: isSet("STY"))
        if isSet("XTERM_VERSION") { return .copied("if xterm allows it: the resource allowWindowOps has to be true") }
        if !isSet("TMUX"), name.hasPrefix("tmux") || name.hasPrefix("screen"), !isSet("STY") {
            return .copied("if tmux allows it: `set -g set-clipboard on`")
        }
        return .copied("to the clipboard")
    }

    private func isSet(_ variable: String) -> Bool { environment[variable]?.isEmpty == false }

    private static let withoutClipboard = [
        "linux", "vt52", "vt100", "vt102", "vt220", "vt320", "vt420", "ansi", "cons25",
    ]

    /// Gives tmux a text for its buffer, and by `-w` for the clipboard of the terminal that it runs in.
    static func loadTmuxBuffer(_ text: String) -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["tmux", "load-buffer", "-w", "-"]
        let pipe = Pipe()
        process.standardInput = pipe
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        try? pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try? pipe.fileHandleForWriting.close()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
