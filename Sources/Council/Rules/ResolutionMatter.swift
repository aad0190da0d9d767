/// What a resolution is made of: what the council carried, chose, amended and left open on an item.
struct ResolutionMatter: Equatable {
    var verdict: Decision.Verdict
    /// Questions in somebody's own words that were carried, oldest first: they say how far the decision goes.
    var scope: [String] = []
    /// What was chosen, or what an opening is for: `Managed (buy, run by the vendor)`.
    var option: String?
    /// What it costs, and what it cost before: `520 k USD to build (was 450 k USD)`.
    var cost: String?
    /// Whether anything of it was amended.
    var isAmended = false
    /// What else was amended: `pod Maps (was Dispatch)`.
    var changes: [String] = []
    /// What was measured of an outcome.
    var measured: String?
    /// Open concerns, with who has them, that the decision is bound to.
    var conditions: [String] = []
    /// All other open concerns, with who has them.
    var concerns: [String] = []
    /// Why members voted no, if the decision rests on that.
    var against: [String] = []

    /// One or two sentences, and one more for what is still open; empty if there is nothing to say beside the verdict.
    var text: String {
        ([measured] + scope + [first, changed, bound, open]).compactMap { $0 }.map(Self.asSentence)
            .joined(separator: " ")
    }

    private var goesAhead: Bool { verdict.isApproval }

    /// With what, and for how much. How far it goes stands before it: each question that was carried is a sentence.
    private var first: String? {
        let what = option?.withoutStop
        guard goesAhead else { return what }
        let isAlone = scope.isEmpty && what == nil && measured == nil && verdict == .approve
        let how = isAlone ? (isAmended ? "as amended" : "as proposed") : what
        guard let how else { return cost.map { "it costs \($0)" } }
        return [how, cost.map { "for \($0)" }].compactMap { $0 }.joined(separator: ", ")
    }

    private var changed: String? {
        goesAhead && !changes.isEmpty ? "Changed: \(changes.joined(separator: "; "))" : nil
    }

    private var bound: String? {
        conditions.isEmpty ? nil : "On condition that this is answered: \(Self.joined(conditions))"
    }

    private var open: String? {
        switch verdict {
        case .revise where !concerns.isEmpty: "To be answered: \(Self.joined(concerns))"
        case .reject where !concerns.isEmpty, .stopped where !concerns.isEmpty: "Concerns: \(Self.joined(concerns))"
        case .revise, .reject, .stopped: against.isEmpty ? nil : "Against it: \(Self.joined(against))"
        case .approve, .confirmed, .changed: concerns.isEmpty ? nil : "Still open: \(Self.joined(concerns))"
        case .defer, .withdraw, .noted: nil
        }
    }

    private static func joined(_ parts: [String]) -> String { parts.joined(separator: "; ") }

    private static func asSentence(_ text: String) -> String {
        // A name such as k-NN stays as it is.
        let isWord = !text.prefix { !$0.isWhitespace }.contains { $0.isUppercase }
        return (isWord ? text.capitalizedFirst : text).withFullStop
    }
}

extension String {
    /// As somebody's words: `“the holdout is short” (陳美玲 [Mei Chen])`; a name has brackets within the parentheses.
    public func quoted(from names: String...) -> String {
        let who = names.map { $0.replacing("(", with: "[").replacing(")", with: "]") }.joined(separator: ", ")
        return "“\(inShort)”\(who.isEmpty ? "" : " (\(who))")"
    }

    /// Without the full stop at its end.
    fileprivate var withoutStop: String { hasSuffix(".") && !hasSuffix("..") ? String(dropLast()) : self }

    /// On one line, without the full stop at its end, and of a long text its beginning.
    public var inShort: String {
        let line = split(whereSeparator: \.isWhitespace).joined(separator: " ").withoutStop
        guard line.count > 200 else { return line }
        let cut = line.prefix(200)
        return (cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut) + " …"
    }
}
