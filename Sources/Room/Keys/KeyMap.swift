import Council
import Screen

/// Which key does what where nothing is being typed: the commands' own keys, and before them a person's.
public struct KeyMap: Sendable {
    /// What a person's key runs, by key; nil for a key that does nothing.
    private var own: [KeyEvent: String?] = [:]
    /// The label of the key that runs a line, the person's own first.
    private let labels: [String: String]

    /// - Parameter own: A person's keys in the order of their file, and what each runs: a command, or a line that
    ///   could be typed after `:`; nil takes the key away from whatever it does.
    public init(own: [(key: KeyEvent, line: String?)] = []) {
        for (key, line) in own { self.own[key] = .some(line) }
        var labels: [String: String] = [:]
        for (key, line) in own { if let line, labels[line] == nil { labels[line] = key.label } }
        for (key, line) in Self.standard where self.own[key] == nil && labels[line] == nil { labels[line] = key.label }
        self.labels = labels
    }

    /// Whether a person has given the key another meaning, or none.
    func isOwn(_ key: KeyEvent) -> Bool { own[key] != nil }

    /// The line that a key runs; nil where it runs none.
    func line(for key: KeyEvent) -> String? {
        if let line = own[key] { return line }
        return Self.lines[key]
    }

    /// The label of a key that runs this line, such as `n` for `note`; nil where no key does.
    func label(of line: String) -> String? { labels[line] }

    /// Every key that a person gave a meaning, with its line, in the order of the labels.
    var ownLines: [(label: String, line: String)] {
        own.compactMap { key, line in line.map { (key.label, $0) } }.sorted { $0.label < $1.label }
    }

    private static let standard: [(key: KeyEvent, line: String)] =
        Command.all.compactMap { command in
            command.key.flatMap(KeyEvent.init(label:)).map { ($0, command.name) }
        } + [(.character("]"), "go next"), (.character("["), "go back")]

    private static let lines = Dictionary(standard.map { ($0.key, $0.line) }) { first, _ in first }
}
