/// What happens to text that doesn't fit.
public enum Overflow: Hashable, Sendable {
    /// It is cut.
    case clip
    /// It is cut, and its last column shows `…`.
    case ellipsis
}
