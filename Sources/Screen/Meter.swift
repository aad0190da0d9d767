/// A bar across one row: how much of a whole there is.
public struct Meter: Hashable, Sendable {
    /// The part that is full, its last cell perhaps in part.
    public let filled: String
    /// The rest, so that both together are as wide as was asked for.
    public let rest: String

    /// - Parameters:
    ///   - part: 0…1; what is beyond is cut.
    ///   - width: Columns.
    ///   - track: What the rest is drawn with; blank, if nil. Plain symbols always draw it, with dots.
    public init(_ part: Double, width: Int, symbols: Symbols = .braille, track: Character? = nil) {
        let width = max(0, width)
        let eighths = Int((max(0, min(1, part.isFinite ? part : 0)) * Double(width * 8)).rounded())
        let (whole, more) = eighths.quotientAndRemainder(dividingBy: 8)
        guard symbols != .plain else {
            filled = String(repeating: "#", count: whole)
            rest = String(repeating: track == nil ? " " : ".", count: width - whole)
            return
        }
        let steps = Array("▏▎▍▌▋▊▉")
        // The Linux console has only the half among the eighths.
        let end = symbols == .blocks ? (more >= 4 ? "▌" : "") : (more > 0 ? String(steps[more - 1]) : "")
        filled = String(repeating: "█", count: whole) + end
        rest = String(repeating: track ?? " ", count: width - whole - end.count)
    }
}
