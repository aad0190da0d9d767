import Council
import Screen

/// The options of a choice one below the other, each with its digit and its votes in letters, and its words over a bar.
///
/// Words that are too long for letters are read from nearby; who leads, and by how much, is seen from everywhere.
struct OptionBars {
    struct Option {
        let words: String
        let votes: Int
        let role: Role
    }

    let options: [Option]
    /// The votes that fill a bar.
    let most: Int
    let easel: Easel

    /// The larger way first.
    var large: [[Line]] {
        guard let size = easel.sizes().last else { return [] }
        let drawn = options.enumerated().compactMap { lines($0.offset + 1, $0.element, size) }
        guard drawn.count == options.count, let height = drawn.first?.count, height > 1 else { return [] }
        return [Array(drawn.joined(separator: [Line()])), drawn.flatMap { $0 }]
    }

    /// One row each.
    var small: [Line] {
        let widest = options.map { TextWidth.of($0.words) }.max() ?? 0
        let words = min(widest, easel.width * 2 / 3)
        return options.enumerated().map { place, option in
            let style = Style(option.role, on: .page, .bold)
            let text = "\(place + 1) \(TextWidth.truncated(option.words, to: words))"
            let gap = String(repeating: " ", count: words + 4 - TextWidth.of(text))
            let count = " \(option.votes)"
            let bar = bar(option, width: easel.width - words - 4 - count.count)
            return Line([Span(text + gap, style)] + bar + [Span(count, style)], indent: easel.margin)
        }
    }

    /// Digit and votes in letters, and between them the words in the first row and the bar in the others.
    private func lines(_ digit: Int, _ option: Option, _ size: LetterSize) -> [Line]? {
        let style = Style(option.role, on: .page, .bold)
        func letters(_ number: Int) -> [Line]? { LargeText.line("\(number)", size, style, symbols: easel.symbols) }
        let widest = (0...9).compactMap { LargeText.columns("\($0)", size) }.max() ?? 1
        let room = String(max(most, 10)).count * (widest + 1)
        let width = easel.width - widest - 2 - room - 2
        guard let number = letters(digit), let votes = letters(option.votes), width > 10 else { return nil }
        return zip(number, votes).enumerated().map { row, sides in
            let (left, right) = sides
            let before = String(repeating: " ", count: widest + 2 - left.width)
            let after = String(repeating: " ", count: max(0, room + 2 - right.width))
            let text = TextWidth.truncated(option.words, to: width)
            let words = [Span(text + String(repeating: " ", count: width - TextWidth.of(text)), style)]
            return Line(
                left.spans + [Span(before)] + (row == 0 ? words : bar(option, width: width)) + [Span(after)]
                    + right.spans,
                indent: easel.margin)
        }
    }

    private func bar(_ option: Option, width: Int) -> [Span] {
        let meter = Meter(Double(option.votes) / Double(max(1, most)), width: width, symbols: easel.symbols, track: "·")
        return [Span(meter.filled, Style(option.role)), Span(meter.rest, Style(.muted))]
    }
}
