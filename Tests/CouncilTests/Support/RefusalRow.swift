import Testing

@testable import Council

/// A line in a situation in which it is wrong, and the sentence it is answered with.
struct RefusalRow: Sendable, CustomTestStringConvertible {
    let situation: String
    let line: String
    let sentence: String

    init(_ situation: String, _ line: String, _ sentence: String) {
        (self.situation, self.line, self.sentence) = (situation, line, sentence)
    }

    var testDescription: String { "\(line): \(sentence)" }

    /// Expects that the line is answered so, and that nothing changes.
    ///
    /// - Parameter review: A meeting after the lines of the situation.
    func check(in review: (String) throws -> Review = Self.review) throws {
        let review = try review(situation)
        let entries = review.journal.entries
        #expect(review.refusal(of: line) == sentence, "after: \(situation)")
        #expect(review.journal.entries == entries)
    }

    static func review(_ lines: String) throws -> Review {
        var review = Review()
        try review.type(lines)
        return review
    }
}

/// Situations of a council that has seven seats, a quorum of four, and Priya Raman in the chair.
enum Situation {
    static let two = "roll priya present / roll tomas remote / open / go 1"
    static let four = "roll priya present / roll tomas present / roll wen present / roll bo remote / open / go 1"
    static let five = "\(four) / roll mei present"
    static let voting = "\(five) / motion / vote tomas yes"
    static let tied = "\(five) / motion / vote tomas yes / vote wen no / tally"
    static let carried = "\(five) / motion / vote tomas yes / vote wen yes / vote bo no / tally"
    static let unanimous = "\(five) / motion / vote tomas yes / vote wen yes / tally"
    static let lost = "\(five) / motion / vote tomas no / vote wen yes / vote bo no / tally"
    static let noQuorum = "\(two) / motion / vote tomas yes / tally"
    static let closed = "\(five) / decide approve / close anyway"
}
