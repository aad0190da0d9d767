@testable import Council

extension Tally {
    /// The sentence and what would change it: `2–1, 5 of 7 present: carried; one more no ties it`.
    var sentenceWithChange: String { sentence + (whatWouldChangeIt.map { "; \($0)" } ?? "") }
}
