/// How many colours a terminal shows.
public enum ColorDepth: Int, CaseIterable, Comparable, Sendable {
    /// None, or none wanted: only traits tell things apart.
    case none = 0
    case eight = 8
    case sixteen = 16
    case indexed = 256
    /// 24 bits.
    case direct = 16_777_216

    public static func < (left: ColorDepth, right: ColorDepth) -> Bool {
        left.rawValue < right.rawValue
    }
}
