/// The known word nearest to a mistyped one, where one is near enough to be meant.
///
/// Near enough is at most a third of the longer word's letters changed, added, dropped or swapped.
///
/// - Parameter limit: The most letters that may differ, even if they are less than a third; nil for any number.
public func nearest(to word: String, among known: some Sequence<String>, atMost limit: Int? = nil) -> String? {
    // No word that could be meant is as long.
    guard word.utf8.count <= 256 else { return nil }
    let typed = Array(word.lowercased())
    var best: (word: String, distance: Int)?
    for candidate in known {
        let distance = editDistance(typed, Array(candidate.lowercased()))
        guard distance <= min(limit ?? .max, max(1, max(typed.count, candidate.count) / 3)),
            distance < best?.distance ?? .max
        else { continue }
        best = (candidate, distance)
    }
    return best?.word
}

/// Changes, additions, omissions and swaps of neighbours that make one word of the other (Damerau, optimal alignment).
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 1...left.count {
        var current = [row] + [Int](repeating: 0, count: right.count)
        for column in 1...right.count {
            let isSame = left[row - 1] == right[column - 1]
            current[column] = min(
                last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
            if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                current[column] = min(current[column], beforeLast[column - 2] + 1)
            }
        }
        (beforeLast, last) = (last, current)
    }
    return last[right.count]
}

/// `1 member`, `2 members`; a plural of its own where adding an s won't do.
public func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
}

/// Numbers up to ten as words, as sentences have them.
public func inWords(_ number: Int) -> String {
    let words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return words.indices.contains(number) ? words[number] : String(number)
}

/// `a`, `a and b`, `a, b and c`.
public func listed(_ parts: [String], _ conjunction: String = "and") -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}

extension StringProtocol {
    /// With a capital at its beginning.
    public var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// With a full stop, unless it ends as a sentence does.
    public var withFullStop: String { last.map { ".?!…".contains($0) } ?? true ? String(self) : self + "." }
}
