/// One key press, modifiers included.
public enum KeyEvent: Hashable, Sendable {
    /// A printable character.
    case character(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1, F2, …
    case function(Int)
    /// A letter, or one of `@ [ \ ] ^ _`, with Ctrl held; letters in lower case.
    case control(Character)
    case controlUp, controlDown, controlLeft, controlRight, controlHome, controlEnd, controlDelete
    case shiftUp, shiftDown, shiftLeft, shiftRight
    /// Another key with Alt held.
    indirect case alt(KeyEvent)

    /// A character with Alt held.
    public static func alt(_ character: Character) -> KeyEvent { .alt(.character(character)) }
}

extension KeyEvent {
    /// The key's name in help and configuration: `n`, `Ctrl-R`, `Tab`, `Alt-Left`.
    public var label: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(" "), .control("@"): "Ctrl-Space"
        case .control(let character): "Ctrl-\(character.uppercased())"
        case .function(let number): "F\(number)"
        case .alt(let key): "Alt-\(key.label)"
        default: KeyEvent.labels[self] ?? ""
        }
    }

    /// The key with that label; modifiers and names in upper or lower case. Nil if there is no such key.
    public init?(label: String) {
        if label.count == 1, let character = label.first {
            self = .character(character)
            return
        }
        let lower = label.lowercased()
        if let key = KeyEvent.keys[lower] {
            self = key
        } else if lower.hasPrefix("alt-"), let key = KeyEvent(label: String(label.dropFirst(4))) {
            self = .alt(key)
        } else if lower.hasPrefix("ctrl-"), lower.count == 6, let last = lower.last, last.isASCII {
            self = .control(last)
        } else if lower.first == "f", let number = Int(lower.dropFirst()), (1...63).contains(number) {
            self = .function(number)
        } else {
            return nil
        }
    }

    private static let labels: [KeyEvent: String] = [
        .enter: "Enter", .escape: "Esc", .tab: "Tab", .backTab: "Shift-Tab", .backspace: "Backspace",
        .delete: "Del", .insert: "Ins", .up: "Up", .down: "Down", .left: "Left", .right: "Right",
        .home: "Home", .end: "End", .pageUp: "PgUp", .pageDown: "PgDn",
        .controlUp: "Ctrl-Up", .controlDown: "Ctrl-Down", .controlLeft: "Ctrl-Left", .controlRight: "Ctrl-Right",
        .controlHome: "Ctrl-Home", .controlEnd: "Ctrl-End", .controlDelete: "Ctrl-Del",
        .shiftUp: "Shift-Up", .shiftDown: "Shift-Down", .shiftLeft: "Shift-Left", .shiftRight: "Shift-Right",
    ]

    /// The names of the keys that are not characters: `Enter`, `PgUp`.
    public static let names = labels.values.sorted() + ["Space", "Ctrl-Space"] + (1...12).map { "F\($0)" }

    private static let keys: [String: KeyEvent] = {
        var keys = Dictionary(labels.map { ($0.value.lowercased(), $0.key) }) { first, _ in first }
        keys["space"] = .character(" ")
        keys["ctrl-space"] = .control("@")
        keys["escape"] = .escape
        keys["return"] = .enter
        return keys
    }()
}
