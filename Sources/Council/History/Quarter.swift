/// A quarter of a year: `2026Q4`.
public struct Quarter: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let year: Int
    /// 1 to 4.
    public let number: Int

    private init(year: Int, number: Int) {
        self.year = year
        self.number = number
    }

    public init(of day: CalendarDay) {
        self.init(year: day.year, number: (day.month + 2) / 3)
    }

    /// Reads `2026Q4`, `Q4`, the last fourth quarter that has begun, and `Q`, the quarter of today; in small letters too.
    public init?(_ text: String, on today: CalendarDay) {
        let now = Quarter(of: today)
        let parts = text.uppercased().split(separator: "Q", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, (parts[0] + parts[1]).utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        switch (parts[0].count, parts[1].count) {
        case (0, 0): self = now
        case (0, 1), (4, 1):
            guard let number = Int(parts[1]), (1...4).contains(number) else { return nil }
            self.number = number
            year = Int(parts[0]) ?? (number <= now.number ? now.year : now.year - 1)
        default: return nil
        }
    }

    /// The quarter before it.
    var previous: Quarter { number > 1 ? Quarter(year: year, number: number - 1) : Quarter(year: year - 1, number: 4) }

    public var description: String { "\(year)Q\(number)" }

    public static func < (left: Quarter, right: Quarter) -> Bool {
        (left.year, left.number) < (right.year, right.number)
    }
}

extension Quarter: Encodable {
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
