/// How much of a length one part of a layout gets.
public enum Share: Hashable, Sendable {
    /// Exactly that many rows or columns, as long as there are any.
    case fixed(Int)
    /// A share of what the fixed parts leave, by weight.
    case flexible(Int)

    /// Lengths for each share, in order; their sum with the gaps is at most `length`.
    static func divide(_ length: Int, among shares: [Share], gap: Int) -> [Int] {
        var free = max(0, length - gap * max(0, shares.count - 1))
        var weight = 0
        var lengths = shares.map { share in
            switch share {
            case .fixed(let wanted):
                let given = min(max(0, wanted), free)
                free -= given
                return given
            case .flexible(let part):
                weight += max(0, part)
                return 0
            }
        }
        for (index, share) in shares.enumerated() {
            guard case .flexible(let part) = share, part > 0 else { continue }
            let given = free * part / weight
            lengths[index] = given
            free -= given
            weight -= part
        }
        return lengths
    }
}
