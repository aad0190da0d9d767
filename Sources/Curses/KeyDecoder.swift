import CNcurses
import Glibc
import Screen

/// From what ncurses reads to key events.
struct KeyDecoder {
    /// What one read of ncurses meant.
    enum Read: Equatable {
        case key(KeyEvent)
        case pasteBegins
        case mouse
        /// Something that means nothing here.
        case nothing
    }

    /// Codes of our own start here, above those of ncurses and those that it gives to extended keys.
    private static let firstCode: Int32 = 0x2000
    private static let pasteBegin: Int32 = 0x1FFE
    private static let pasteEnd: Int32 = 0x1FFF

    /// Teaches ncurses the sequences that terminals send but their descriptions often lack.
    init() {
        define_key("\u{1B}[200~", KeyDecoder.pasteBegin)
        define_key("\u{1B}[201~", KeyDecoder.pasteEnd)
        for (index, (sequence, _)) in KeyDecoder.sequences.enumerated() {
            define_key("\u{1B}" + sequence, KeyDecoder.firstCode + Int32(index))
        }
    }

    /// What a function key's code means.
    func decode(code: UInt32) -> Read {
        let code = Int32(bitPattern: code)
        if code == KeyDecoder.pasteBegin { return .pasteBegins }
        if code == KEY_MOUSE { return .mouse }
        let index = Int(code - KeyDecoder.firstCode)
        if KeyDecoder.sequences.indices.contains(index) { return .key(KeyDecoder.sequences[index].1) }
        if code > KEY_F0 && code <= KEY_F0 + 63 { return .key(.function(Int(code - KEY_F0))) }
        return KeyDecoder.codes[code].map { .key($0) } ?? .nothing
    }

    /// The key of a character that was read; Escape is one of them.
    func decode(character value: UInt32) -> KeyEvent? {
        switch value {
        case 0x09: return .tab
        case 0x0D: return .enter
        case 0x1B: return .escape
        case 0x7F: return .backspace
        case 0x00: return .control("@")
        case 0x01..<0x1B: return .control(Character(Unicode.Scalar(UInt8(value + 0x60))))
        case 0x1C..<0x20: return .control(Character(Unicode.Scalar(UInt8(value + 0x40))))
        default: return Unicode.Scalar(value).map { .character(Character($0)) }
        }
    }

    private static let codes: [Int32: KeyEvent] = [
        KEY_ENTER: .enter, KEY_BTAB: .backTab, KEY_BACKSPACE: .backspace, KEY_DC: .delete, KEY_IC: .insert,
        KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home, KEY_END: .end,
        KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_SF: .shiftDown, KEY_SR: .shiftUp, KEY_SLEFT: .shiftLeft,
        KEY_SRIGHT: .shiftRight,
    ]

    /// What follows Escape, and the key it is.
    private static let sequences: [(String, KeyEvent)] = {
        let motions: [(String, KeyEvent, control: KeyEvent, shift: KeyEvent)] = [
            ("A", .up, .controlUp, .shiftUp), ("B", .down, .controlDown, .shiftDown),
            ("C", .right, .controlRight, .shiftRight), ("D", .left, .controlLeft, .shiftLeft),
            ("H", .home, .controlHome, .home), ("F", .end, .controlEnd, .end),
        ]
        var sequences: [(String, KeyEvent)] = [
            ("[1~", .home), ("[4~", .end), ("[7~", .home), ("[8~", .end), ("[2~", .insert), ("[3~", .delete),
            ("[5~", .pageUp), ("[6~", .pageDown), ("[3;5~", .controlDelete), ("[3;3~", .alt(.delete)), ("[Z", .backTab),
        ]
        for (final, plain, control, shift) in motions {
            sequences += [
                ("[" + final, plain), ("O" + final, plain), ("[1;2" + final, shift), ("[1;3" + final, .alt(plain)),
                ("[1;5" + final, control),
            ]
        }
        return sequences
    }()
}
