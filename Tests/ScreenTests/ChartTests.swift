import Testing

@testable import Screen

/// Bars, dots and large digits.
@Suite struct ChartTests {
    @Test func aMeterIsAlwaysAsWideAsAskedFor() {
        for symbols in Symbols.allCases {
            for width in 0...9 {
                for part in [-1, 0, 0.01, 0.3, 0.5, 0.99, 1, 2, Double.nan, .infinity] {
                    let meter = Meter(part, width: width, symbols: symbols, track: "░")
                    #expect(TextWidth.of(meter.filled + meter.rest) == width)
                }
            }
        }
        #expect(Meter(0.5, width: 4).filled == "██")
        #expect(Meter(0.55, width: 10).filled == "█████▌")
        #expect(Meter(0.55, width: 10, symbols: .blocks).filled == "█████▌")
        #expect(Meter(0.5, width: 4, symbols: .plain, track: "░") == Meter(0.5, width: 4, symbols: .plain, track: "-"))
        #expect(Meter(0.5, width: 4, symbols: .plain, track: "░").rest == "..")
    }

    @Test func dotsStandWhereTheyAreSet() {
        func text(_ symbols: Symbols, _ dots: [(Int, Int)]) -> String {
            var canvas = DotCanvas(size: Size(rows: 1, columns: 2), symbols: symbols)
            for (row, column) in dots { canvas.set(row: row, column: column) }
            return canvas.text(row: 0)
        }
        #expect(text(.braille, [(0, 0), (3, 1), (2, 2), (9, 9), (-1, 0)]) == "⢁⠄")
        #expect(text(.braille, [(0, 1), (1, 1), (2, 1), (3, 0)]) == "⡸ ")
        #expect(text(.blocks, [(0, 0), (1, 1), (0, 3)]) == "▚▝")
        #expect(text(.plain, [(0, 1)]) == " .")
    }

    @Test func aLineGoesFromEndToEnd() {
        var canvas = DotCanvas(size: Size(rows: 2, columns: 2), symbols: .plain)
        canvas.line(fromRow: 1, column: 0, toRow: 0, column: 1)
        #expect([canvas.text(row: 0), canvas.text(row: 1)] == [" .", ". "])
    }

    @Test func theTerminalsNameSaysWhatItMayShow() {
        #expect(Symbols(terminal: "xterm-256color", locale: "") == .braille)
        #expect(Symbols(terminal: "tmux-256color", locale: "C.UTF-8") == .braille)
        #expect(Symbols(terminal: "linux", locale: "en_US.utf8") == .blocks)
        #expect(Symbols(terminal: "vt100", locale: "C.UTF-8") == .plain)
        #expect(Symbols(terminal: "xterm", locale: "POSIX") == .plain)
    }
}
