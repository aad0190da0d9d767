/// The note that a person speaks of: its number, and its item if that is not the one before the council.
public struct NoteReference: Codable, Hashable, Sendable, CustomStringConvertible, ExpressibleByIntegerLiteral {
    /// The item's place on the agenda, from 1; nil for the item before the council.
    public let item: Int?
    public let number: Int

    public init(_ number: Int, of item: Int? = nil) {
        self.number = number
        self.item = item
    }

    public init(integerLiteral number: Int) { self.init(number) }

    /// Reads `3`, `#3`, or `2/3` for note 3 of item 2.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0.hasPrefix("#") ? $0.dropFirst() : $0) }
        guard (1...2).contains(parts.count), numbers.count == parts.count, let number = numbers.last else { return nil }
        self.init(number, of: numbers.count == 2 ? numbers[0] : nil)
    }

    /// `note 3 of item 2`.
    public var spoken: String { "note \(number)" + (item.map { " of item \($0)" } ?? "") }

    public var description: String { item.map { "\($0)/\(number)" } ?? "\(number)" }
}
