import CNcurses
import Glibc
import Screen

/// Turns complete pieces of input into key events. ncurses knows the terminal's function keys.
struct KeyDecoder {
    /// The first of our own key codes, above those that ncurses uses.
    private static let firstCode: Int32 = 0x2000

    /// Teaches ncurses the sequences that terminals send but their descriptions often lack.
    init() {
        for (index, (sequence, _)) in KeyDecoder.sequences.enumerated() {
            define_key("\u{1B}" + sequence, KeyDecoder.firstCode + Int32(index))
        }
    }

    /// The keys of a sequence that begins with Escape; none if it means nothing here.
    func decode(sequence: [UInt8]) -> [KeyEvent] {
        if let code = KeyDecoder.code(of: sequence) { return key(code: code).map { [$0] } ?? [] }
        let rest = Array(sequence.dropFirst())
        guard let first = rest.first else { return [.escape] }
        if first == InputCutter.escape {
            if rest.count > 1, let code = KeyDecoder.code(of: rest), let key = key(code: code) { return [.alt(key)] }
            return [.escape] + decode(sequence: rest)
        }
        if first == UInt8(ascii: "["), rest.count > 1 { return [] }
        let keys = String(decoding: rest, as: UTF8.self).unicodeScalars.map { decode(character: $0) }
        return keys.prefix(1).map { .alt($0) } + keys.dropFirst()
    }

    /// The key of a code; nil if it is none of ours.
    private func key(code: Int32) -> KeyEvent? {
        let index = Int(code - KeyDecoder.firstCode)
        if KeyDecoder.sequences.indices.contains(index) { return KeyDecoder.sequences[index].1 }
        if code > KEY_F0 && code <= KEY_F0 + 63 { return .function(Int(code - KEY_F0)) }
        return KeyDecoder.codes[code]
    }

    /// The code of the key that sends these bytes; nil if ncurses knows none.
    private static func code(of bytes: [UInt8]) -> Int32? {
        guard !bytes.contains(0) else { return nil }
        let code = (bytes + [0]).withUnsafeBufferPointer { text in
            text.withMemoryRebound(to: CChar.self) { $0.baseAddress.map { key_defined($0) } ?? 0 }
        }
        return code > 0 ? code : nil
    }

    /// The key of a character; Escape is one of them.
    func decode(character scalar: Unicode.Scalar) -> KeyEvent {
        let value = scalar.value
        // Some terminals send a control character where others send a sequence, such as Ctrl-H for Backspace.
        if value < 0x20 || value == 0x7F, let code = KeyDecoder.code(of: [UInt8(value)]), let key = key(code: code) {
            return key
        }
        switch value {
        case 0x09: return .tab
        case 0x0D: return .enter
        case 0x1B: return .escape
        case 0x7F: return .backspace
        case 0x00: return .control("@")
        case 0x01..<0x1B: return .control(Character(Unicode.Scalar(UInt8(value + 0x60))))
        case 0x1C..<0x20: return .control(Character(Unicode.Scalar(UInt8(value + 0x40))))
        default: return .character(Character(scalar))
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
