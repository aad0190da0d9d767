/// What can be chosen among, and what a ballot in a choice names.
extension Meeting {
    /// The most options of a choice: each has a digit on the keyboard.
    private static let mostOptions = 9

    /// What a ballot in a choice says instead of naming options.
    private static let ballotWords = ["none", "yes"] + Ballot.Choice.allCases.map(\.rawValue)

    /// The options that offer themselves: those of a technology's proposal, and the members if a topic is about the chair.
    public func offeredOptions(on item: Item?) -> [String] {
        guard let item else { return [] }
        if let proposal = effectiveProposal(of: item) { return proposal.options.map(\.name) }
        let words = title(of: item).lowercased().split { !$0.isLetter }
        return words.contains("chair") ? roster.members.map(\.name) : []
    }

    /// The options of a motion; those that offer themselves if none are named.
    func requireOptions(_ named: [String], on item: Item) throws(Refusal) -> [String] {
        let options = (named.isEmpty ? offeredOptions(on: item) : named).map { option in
            option.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        guard !options.isEmpty else {
            throw Refusal("a choice needs options, and this item offers none: write `motion choose A | B`")
        }
        guard !options.contains("") else {
            throw Refusal("an option needs words: write `motion choose A | B`")
        }
        guard options.count > 1 else {
            throw Refusal("one option is no choice: write `motion choose A | B`, or ask yes or no with `motion TEXT`")
        }
        guard options.count <= Self.mostOptions else {
            throw Refusal("\(options.count) options are too many: nine at most, since each has a digit on the keyboard")
        }
        var seen: Set<String> = []
        for option in options where !seen.insert(option.folded).inserted {
            throw Refusal("“\(option)” stands twice among the options: name each once")
        }
        if let option = options.first(where: { Self.ballotWords.contains($0.folded) }) {
            throw Refusal("“\(option)” is always a possible ballot: leave it out")
        }
        return options
    }

    /// The options that a ballot names, as the motion has them and in its order.
    func options(named words: [String], on motion: Motion) throws(Refusal) -> [String] {
        guard let offered = motion.question.options else {
            throw Refusal("\(motion.question.spoken) asks for yes or no: a ballot can't name options")
        }
        guard words.count <= offered.count else {
            throw Refusal(
                "the ballot names \(words.count) options, and there are only \(offered.count): \(listed(offered, "or"))"
            )
        }
        var chosen: [String] = []
        for word in words {
            let option = try self.option(named: word, among: offered)
            guard !chosen.contains(option) else {
                throw Refusal("“\(option)” is named twice on one ballot: name each option once")
            }
            chosen.append(option)
        }
        return offered.filter(chosen.contains)
    }

    /// The option that a person means by its name, its number, a member's handle, or the beginning of one of its words.
    func option(named word: String, among offered: [String]) throws(Refusal) -> String {
        let typed = word.trimmed.folded
        if let option = offered.first(where: { $0.folded == typed }) { return option }
        if let place = Int(typed), offered.indices.contains(place &- 1) { return offered[place - 1] }
        let name = typed.hasPrefix("@") ? String(typed.dropFirst()) : typed
        if let member = roster.members.first(where: { $0.handle.rawValue == name }), offered.contains(member.name) {
            return member.name
        }
        let meant = offered.filter { option in
            !typed.isEmpty
                && (option.folded.hasPrefix(typed)
                    || option.folded.split(separator: " ").contains { $0.hasPrefix(typed) })
        }
        if meant.count == 1 { return meant[0] }
        let hint =
            nearest(to: word, among: offered).map { "did you mean “\($0)”?" } ?? "choose one of \(listed(offered))"
        throw Refusal(
            meant.isEmpty
                ? "“\(word)” is not offered: \(hint)" : "“\(word)” may be \(listed(meant, "or")): write more of it")
    }

    /// `moved by Wen Li, seconded by Bo Berg`; nil if nobody was named.
    public func movers(_ by: Handle?, _ second: Handle?) -> String? {
        guard let by else { return nil }
        return "moved by \(roster.name(of: by))" + (second.map { ", seconded by \(roster.name(of: $0))" } ?? "")
    }
}
