import Screen

/// A terminal's report of what the mouse did; see “Mouse Tracking” in xterm's control sequences.
struct MouseReport {
    /// What the mouse did; nil for other buttons and for malformed reports.
    let event: MouseEvent?

    /// The extended form, after its `<`: `0;12;5M`, with `m` for a release.
    init(extended bytes: ArraySlice<UInt8>) {
        let numbers = bytes.dropLast().split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            .map { Int(String(decoding: $0, as: UTF8.self)) }
        guard numbers.count == 3, let code = numbers[0], let column = numbers[1], let row = numbers[2],
            let last = bytes.last, last == UInt8(ascii: "M") || last == UInt8(ascii: "m")
        else {
            event = nil
            return
        }
        event = MouseReport.event(code, isRelease: last == UInt8(ascii: "m"), column: column, row: row)
    }

    /// The oldest form: three bytes, each 32 more than its value.
    init(plain code: UInt8, _ column: UInt8, _ row: UInt8) {
        let code = Int(code) - 32
        // This form does not say which button was released.
        let isRelease = code & ~MouseReport.modifiers == 3
        event = MouseReport.event(
            isRelease ? 0 : code, isRelease: isRelease, column: Int(column) - 32, row: Int(row) - 32)
    }

    /// Shift, Meta and Control.
    private static let modifiers = 4 | 8 | 16

    private static func event(_ code: Int, isRelease: Bool, column: Int, row: Int) -> MouseEvent? {
        guard column > 0, row > 0 else { return nil }
        let position = Position(row: row - 1, column: column - 1)
        switch code & ~modifiers {
        case 0: return MouseEvent(isRelease ? .release : .press, at: position)
        case 64 where !isRelease: return MouseEvent(.scrollUp, at: position)
        case 65 where !isRelease: return MouseEvent(.scrollDown, at: position)
        default: return nil
        }
    }
}
