import Foundation
import Room
import Screen
import Host

/// Copies texts to the terminal's clipboard, through tmux or GNU screen if the program runs in one.
///
/// A terminal doesn't answer whether it took a text. The answers here come from what is known of terminals.
struct Clipboard: Sendable {
    /// The outcome of a copy, as the end of a sentence: `to the clipboard`.
    enum Answer: Equatable, Sendable {
        case copied(String)
        case refused(String)
    }

    private let environment: [String: String]
    /// Hands a text to tmux, and waits for it. False if that failed.
    private let tmux: @Sendable (String) -> Bool

    /// The most bytes of a text. Terminals cut off or drop longer ones.
    static let limit = 74_000

    init(
        environment: [String: String] = ProcessInfo.processInfo.environment,
        tmux: @escaping @Sendable (String) -> Bool = Clipboard.loadTmuxBuffer
    ) {
        self.environment = environment
        self.tmux = tmux
    }

    /// Whether the program runs in tmux, so that `giveToTmux` comes before `copy`.
    var isWithinTmux: Bool { isSet("TMUX") }

    /// Gives a text to tmux by tmux's own command: unless it is configured to, tmux ignores the clipboard sequence of a
    /// program that runs in it. Waits for tmux, so it must not be called on the thread that draws.
    ///
    /// - Returns: nil if tmux did not take it, and `copy` should be tried.
    func giveToTmux(_ text: String) -> Answer? {
        if let refusal = refusal(of: text) { return refusal }
        return tmux(text)
            ? .copied("into tmux's buffer, and the clipboard where the terminal outside allows it") : nil
    }

    /// Sends a text to the terminal by the clipboard sequence.
    func copy(_ text: String, on terminal: any Terminal) -> Answer {
        if let refusal = refusal(of: text) { return refusal }
        let name = environment["TERM"] ?? ""
        if !isWithinTmux, Self.withoutClipboard.contains(where: { name == $0 || name.hasPrefix($0 + "-") }) {
            return .refused("a terminal of type \(name) has no clipboard to copy to")
        }
        terminal.copy(text, throughScreen: isSet("STY"))
        if isSet("XTERM_VERSION") { return .copied("if xterm allows it: the resource allowWindowOps has to be true") }
        if !isWithinTmux, name.hasPrefix("tmux") || name.hasPrefix("screen"), !isSet("STY") {
            return .copied("if tmux allows it: `set -g set-clipboard on`")
        }
        return .copied("to the clipboard")
    }

    private func refusal(of text: String) -> Answer? {
        text.utf8.count <= Self.limit ? nil : .refused("too long for a terminal's clipboard")
    }

    private func isSet(_ variable: String) -> Bool { environment[variable]?.isEmpty == false }

    private static let withoutClipboard = [
        "linux", "vt52", "vt100", "vt102", "vt220", "vt320", "vt420", "ansi", "cons25",
    ]

    /// Loads a text into tmux's buffer and, with `-w`, into the clipboard of the terminal outside.
    @Sendable static func loadTmuxBuffer(_ text: String) -> Bool {
        Program("tmux", ["load-buffer", "-w", "-"]).run(input: text, limit: patience).ending.isSuccess
    }

    /// The time that tmux may take. It answers within milliseconds, unless its server hangs.
    private static let patience = Duration.seconds(2)
}

extension Clipboard.Answer {
    /// The answer as the screen shows it.
    func message(of what: String) -> Message {
        switch self {
        case .copied(let place): .told("\(what) copied \(place)")
        case .refused(let why): .failed("\(what) is not copied: \(why)")
        }
    }
}
