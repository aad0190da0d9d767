/// One question on the way to a proposal: why it is asked, an example, and what an answer says.
public struct DraftQuestion: Sendable {
    /// As the file calls what it asks for.
    public let key: String
    public let text: String
    /// In one line.
    public let why: String
    public let example: String
    /// What somebody new wants to know besides.
    public let help: String
    /// Whether it is asked again until nothing is answered.
    public let isRepeated: Bool
    let completing: Completing
    let take: @Sendable (_ answer: String, _ proposal: inout Proposal, _ people: KnownPeople) throws(Refusal) -> Void

    /// What `Tab` offers.
    enum Completing: Sendable {
        case nothing
        /// One of some words.
        case word([String])
        /// Words with commas between them that other proposals have under a key.
        case used(ProposalField)
        /// The name of one of the options that were answered before.
        case option
        /// People with their roles.
        case people
        /// The unit of an impact or cost, behind a number.
        case unit(ProposalField)
    }

    init(
        _ key: String, _ text: String, why: String, example: String, help: String, isRepeated: Bool = false,
        completing: Completing = .nothing,
        take: @escaping @Sendable (String, inout Proposal, KnownPeople) throws(Refusal) -> Void
    ) {
        self.key = key
        self.text = text
        self.why = why
        self.example = example
        self.help = help
        self.isRepeated = isRepeated
        self.completing = completing
        self.take = take
    }

    /// A question whose answer is written as in `amend FIELD = ANSWER`.
    init(
        _ field: ProposalField, _ text: String, why: String, example: String, help: String,
        completing: Completing = .nothing
    ) {
        self.init(field.rawValue, text, why: why, example: example, help: help, completing: completing) {
            answer, proposal, _ throws(Refusal) in
            try proposal.amend(field, to: field.section == nil ? answer : Self.paragraph(answer))
        }
    }

    /// A text that begins no heading and no fence, wherever it stands.
    static func paragraph(_ text: String) -> String {
        ["#", "```", "~~~"].contains(where: text.hasPrefix) ? "\\" + text : text
    }
}
