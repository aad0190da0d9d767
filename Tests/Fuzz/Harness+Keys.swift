import CNcurses
import Council
import Foundation
import Screen

@testable import Curses
@testable import Room

/// What a terminal sends.
extension Harness {
    static var keys: [Harness] {
        [
            Harness(name: "keys") { bytes in
                let decoder = KeyDecoder.ofXterm
                var (whole, parts) = (InputBuffer(), InputBuffer())
                let now = ContinuousClock.now
                let pieces = whole.take(bytes, at: now) + whole.finish()
                // In whatever parts the bytes arrive, the keys are the same.
                let others = bytes.flatMap { parts.take([$0], at: now) } + parts.finish()
                expect(pieces == others, "\(pieces)\nand byte by byte\n\(others)")
                for piece in pieces {
                    switch piece {
                    case .character(let scalar): _ = decoder.decode(character: scalar)
                    case .sequence(let sequence): _ = decoder.decode(sequence: sequence)
                    case .mouse, .paste: break
                    }
                }
            },
            Harness(name: "screen") { bytes in
                var room = Model(journal: meeting, size: Size(rows: 24, columns: 80), now: start)
                room.run(bytes)
            },
            Harness(name: "library") { bytes in
                var room = Model(
                    journal: Journal(docket: .nothing), isLibraryAlone: true, size: Size(rows: 24, columns: 80),
                    now: start)
                room.run(bytes)
            },
        ]
    }

    static let start = meeting.entries.last?.at ?? Date()
}

extension Model {
    /// Lets each byte be a key, or something else that reaches the room, and paints after every one.
    fileprivate mutating func run(_ bytes: [UInt8]) {
        let painter = Painter()
        var (grid, now) = (Grid(size), now)
        var rest = bytes[...]
        func next() -> Int { Int(rest.popFirst() ?? 0) }
        while let byte = rest.popFirst() {
            now += 1
            _ = update(Self.message(byte, next), at: now)
            // A terminal that is fast paints once for keys that come together.
            guard rest.count % 8 == 0 else { continue }
            if grid.size != size { grid = Grid(size) }
            painter.paint(&self, into: &grid)
        }
        expectHarmless(grid.text, "the screen", lines: true)
    }

    private static func message(_ byte: UInt8, _ next: () -> Int) -> Message {
        switch byte {
        case 0x09: return .input(.key(.tab))
        case 0x0A, 0x0D: return .input(.key(.enter))
        case 0x1B: return .input(.key(.escape))
        case 0x7F: return .input(.key(.backspace))
        case 0..<0x1B: return .input(.key(.control(Character(Unicode.Scalar(byte + 0x60)))))
        case 0x1C..<0x7F: return .input(.key(.character(Character(Unicode.Scalar(byte)))))
        case 0x80..<0xA0: return .input(.key(named[Int(byte) % named.count]))
        case 0xA0..<0xB0: return .input(.key(.character(wide[Int(byte) % wide.count])))
        case 0xB0: return .input(.resize(Size(rows: next() % 90, columns: next())))
        case 0xB1..<0xB8:
            let kinds: [MouseEvent.Kind] = [.press, .release, .scrollUp, .scrollDown]
            return .input(.mouse(MouseEvent(kinds[Int(byte) % 4], at: Position(row: next(), column: next()))))
        case 0xB8: return .tick
        case 0xB9: return .recorded(1)
        case 0xBA: return .recordingFailed("the disk is full", pending: 2)
        case 0xBB: return .input(.paste(String(repeating: "a \u{1B}[m\n", count: next())))
        default: return .input(.key(.alt(Character(Unicode.Scalar(byte & 0x7F)))))
        }
    }

    private static let named: [KeyEvent] = [
        .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .delete, .insert, .backTab, .function(1),
        .controlUp,
        .controlDown, .controlLeft, .controlRight, .controlHome, .controlEnd, .controlDelete, .shiftUp, .shiftDown,
        .shiftLeft, .shiftRight, .alt(.enter), .alt(.left), .function(12),
    ]
    private static let wide: [Character] = ["é", "陳", "👩‍👩‍👧‍👧", "e\u{302}\u{303}", "\u{202E}", "🇸🇪", "ﷺ", "\u{200B}"]
}

extension KeyDecoder {
    /// ncurses knows the keys of a terminal that it was told of.
    fileprivate static let ofXterm: KeyDecoder = {
        newterm("xterm-256color", fopen("/dev/null", "w"), fopen("/dev/null", "r"))
        return KeyDecoder()
    }()
}
