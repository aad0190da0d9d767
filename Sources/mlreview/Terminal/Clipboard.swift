import Foundation
import Room
import Screen
import Host

/// Where a copied text goes: to the terminal's clipboard, through tmux or GNU screen where one is in between.
///
/// A terminal doesn't answer whether it took a text, so what is known of it beforehand is said.
struct Clipboard: Sendable {
    /// What became of a copy, as a sentence goes on after what was copied.
    enum Answer: Equatable, Sendable {
        case copied(String)
        case refused(String)
    }

    private let environment: [String: String]
    /// Hands a text to tmux; false where that failed. May take as long as tmux does.
    private let tmux: @Sendable (String) -> Bool

    /// Terminals cut off longer texts, or drop them.
    static let limit = 74_000

    init(
        environment: [String: String] = ProcessInfo.processInfo.environment,
        tmux: @escaping @Sendable (String) -> Bool = Clipboard.loadTmuxBuffer
    ) {
        self.environment = environment
        self.tmux = tmux
    }

    /// Whether tmux stands between this program and the terminal, and is to be asked first by `giveToTmux`.
    var isWithinTmux: Bool { isSet("TMUX") }

    /// Gives tmux a text: it ignores the sequence of a program within it unless it is told otherwise, but not its own
    /// command. May take as long as tmux does, so not on the thread that draws.
    ///
    /// - Returns: nil where tmux did not take it; then `copy` is what is left.
    func giveToTmux(_ text: String) -> Answer? {
        if let refusal = refusal(of: text) { return refusal }
        return tmux(text)
            ? .copied("into tmux's buffer, and the clipboard where the terminal outside allows it") : nil
    }

    /// Sends a text to the terminal by its own sequence.
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

    /// Gives tmux a text for its buffer, and by `-w` for the clipboard of the terminal that it runs in.
    @Sendable static func loadTmuxBuffer(_ text: String) -> Bool {
        Program("tmux", ["load-buffer", "-w", "-"]).run(input: text, limit: patience).ending.isSuccess
    }

    /// How long tmux may take. It answers within milliseconds, unless its server hangs.
    private static let patience = Duration.seconds(2)
}

extension Clipboard.Answer {
    /// The answer as the person at the keyboard is told it.
    func message(of what: String) -> Message {
        switch self {
        case .copied(let place): .told("\(what) copied \(place)")
        case .refused(let why): .failed("\(what) is not copied: \(why)")
        }
    }
}
