import Screen

/// Where each hint of the footer stands: as many as fit, the first ones first.
///
/// The way out (`Esc`) and the way to everything else (`?`) are never among those that are dropped. A narrow line
/// does without their labels, because those two are the keys that people know.
struct FooterLine: Equatable {
    struct Place: Equatable {
        let hint: Hint
        let column: Int
        let columns: Int
    }

    private(set) var places: [Place] = []

    /// Below this many columns a hint is one column from the next, and not two.
    private static let narrow = 60

    /// - Parameters:
    ///   - hints: The keys that work now, the most wanted first.
    ///   - always: The keys at the right edge.
    init(_ hints: [Hint], always: [Hint], columns: Int) {
        let isNarrow = columns < Self.narrow
        let gap = isNarrow ? 1 : 2
        let right = always.filter { fixed in !hints.contains { $0.key == fixed.key } }
            .map { isNarrow ? Hint($0.key, "") : $0 }
        var left = hints.map { isNarrow && $0.key == "Esc" ? Hint("Esc", "") : $0 }
        func width(_ hints: [Hint]) -> Int { hints.reduce(0) { $0 + $1.columns + gap } }
        let room = columns - 1 - width(right)
        while width(left) > room, let last = left.lastIndex(where: { $0.key != "Esc" }) { left.remove(at: last) }
        place(left, from: 1, gap)
        place(right, from: max(1, columns - width(right)), gap)
    }

    private mutating func place(_ hints: [Hint], from start: Int, _ gap: Int) {
        var column = start
        for hint in hints {
            places.append(Place(hint: hint, column: column, columns: hint.columns))
            column += hint.columns + gap
        }
    }

    func draw(_ canvas: inout Canvas) {
        canvas.fill(Style(.text, on: .bar))
        for place in places {
            let used = canvas.put(place.hint.key, row: 0, column: place.column, style: Style(.key, on: .bar, .bold))
            canvas.put(place.hint.label, row: 0, column: place.column + used + 1, style: Style(.text, on: .bar))
        }
    }

    /// The key of the hint at a column; nil where there is none, or where it is no key of its own.
    func key(at column: Int) -> KeyEvent? {
        guard let place = places.first(where: { (0..<$0.columns).contains(column - $0.column) }) else { return nil }
        // A hint such as `] [` is for several keys: the one that was pointed at, or the first.
        let names = place.hint.key.split(separator: " ").map(String.init)
        var start = place.column
        var pointed = names.first
        for name in names {
            if (start..<start + name.count).contains(column) { pointed = name }
            start += name.count + 1
        }
        return pointed.flatMap(KeyEvent.init(label:))
    }
}

extension Hint {
    /// Columns of the key, a blank and the label.
    var columns: Int { TextWidth.of(key) + (label.isEmpty ? 0 : 1 + TextWidth.of(label)) }
}
