import Council
import Screen

/// What each key does while nothing is being typed: the commands' own keys, and before them a person's.
public struct KeyMap: Sendable {
    /// The line that a person's key runs; nil for a key that does nothing.
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

    /// The line that a key runs; nil if it runs none.
    func line(for key: KeyEvent) -> String? {
        if let line = own[key] { return line }
        return Self.lines[key]
    }

    /// The label of a key that runs this line, such as `n` for `note`; nil if no key does.
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

/// Reading the keys and the commands of a person's file, and saying what is wrong with one.
extension KeyMap {
    /// The key of a name such as `Ctrl-T`.
    ///
    /// - Throws: a refusal that says why the key can't be given another meaning, or how a key is written.
    public static func key(named name: String) throws(Refusal) -> KeyEvent {
        guard let key = KeyEvent(label: name) else {
            let hint = nearest(to: name, among: KeyEvent.names).map { "did you mean `\($0)`?" }
            let forms = "write a character, `F5`, `Ctrl-T`, `Alt-x` or `PgUp`"
            throw Refusal("there is no key `\(name)`: \(hint ?? forms)")
        }
        if let fixed = fixed[key] { throw Refusal("`\(key.label)` always \(fixed): choose another key") }
        if let same = sentAs[key] {
            throw Refusal("`\(key.label)` is what terminals send for \(same.label): choose another key")
        }
        return key
    }

    /// What a key may run: a command, a line that begins with one, or `none`, which is nil.
    ///
    /// - Throws: a refusal that names the nearest command.
    public static func line(_ text: String) throws(Refusal) -> String? {
        let words = text.trimmed.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let name = words.first else {
            throw Refusal("a command is missing: write one, such as `note`, or `none` to take the key away")
        }
        if words == ["none"] { return nil }
        guard let command = Command.named(name) else {
            let hint = Command.guess(name, or: ["none"])
            throw Refusal("there is no command `\(name)`: \(hint ?? "`mlreview run` lists them under ?")")
        }
        if words.count > 1, command.arguments.isEmpty {
            throw Refusal("`\(command.name)` takes nothing after it: write `\(command.name)` alone")
        }
        return ([command.name] + words.dropFirst()).joined(separator: " ")
    }

    /// Keys that always lead out, or to the help.
    private static let fixed: [KeyEvent: String] = [
        .escape: "leaves what is in front", .enter: "ends what is being typed",
        .character(":"): "opens the command line",
        .character("?"): "opens the help", .function(1): "opens the help", .control("z"): "suspends the program",
        .control("c"): "leaves what is in front",
    ]

    /// Keys that a terminal can't tell from others.
    private static let sentAs: [KeyEvent: KeyEvent] = [
        .control("i"): .tab, .control("m"): .enter, .control("["): .escape,
    ]
}
