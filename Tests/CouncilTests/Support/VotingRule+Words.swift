import Council

extension VotingRule {
    /// Reads `simple of cast, quorum 1/2, chair tie-break`, as the rule tables have it; what is left out is the default.
    init(words: String) {
        self.init()
        for part in words.split(separator: ",").map(\.trimmed) {
            let word = part.split(separator: " ").map(String.init)
            switch word[0] {
            case "quorum":
                let share = word[1].split(separator: "/").compactMap { Int($0) }
                quorum = Fraction(share[0], share[1])
            case "chair": chair = ChairVote(rawValue: word[1])!
            default:
                majority = Majority(rawValue: word[0])!
                of = Denominator(rawValue: word[2])!
            }
        }
    }
}
