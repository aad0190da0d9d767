/// Why the council's rules do not allow something, as a sentence that says what is wrong and what would be right.
///
/// The same sentence is shown on the screen and printed by the console.
public struct Refusal: Error, Equatable, Sendable, CustomStringConvertible {
    public let sentence: String

    public init(_ sentence: String) { self.sentence = sentence }

    public var description: String { sentence }

    /// The answer to whoever only looks on.
    public static let guestsLookOn = Refusal(
        "a guest looks on and records nothing: council.yaml says by `login` whose an account is")
}
