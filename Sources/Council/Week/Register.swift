/// Who uses and who offers which data, platform part and reusable piece, as far as proposals and `platform.yaml` say.
///
/// Proposals that were rejected, withdrawn, replaced or stopped don't count.
public struct Register: Equatable, Encodable, Sendable {
    /// The day that it is of.
    public let day: CalendarDay
    /// Whether `platform.yaml` says what is live. Without it nobody knows, and what no proposal offers counts as missing.
    public let knowsWhatIsLive: Bool
    /// By name.
    public let pieces: [Piece]

    /// The lists that tell infrastructure what to look at.
    public enum List: String, CaseIterable, Encodable, Sendable {
        case askedFor
        case builtTwice
        case unused

        public var title: String {
            switch self {
            case .askedFor: "Asked for and not there"
            case .builtTwice: "Built twice"
            case .unused: "Offered and used by nobody"
            }
        }

        public var meaning: String {
            switch self {
            case .askedFor:
                "Two or more proposals of two or more pods need it. It is not live, and no approved proposal offers it."
            case .builtTwice: "Two or more proposals offer it, and none of them replaces the other."
            case .unused:
                "It is live or a proposal offers it, and no other proposal uses it. Data sources count only if offered."
            }
        }
    }

    public subscript(list: List) -> [Piece] {
        switch list {
        case .askedFor: pieces.filter(\.isMissing)
        case .builtTwice: pieces.filter(\.isBuiltTwice)
        case .unused: pieces.filter(\.isUnused)
        }
    }

    public var askedFor: [Piece] { self[.askedFor] }
    public var builtTwice: [Piece] { self[.builtTwice] }
    public var unused: [Piece] { self[.unused] }

    private enum CodingKeys: CodingKey { case day, pieces, askedFor, builtTwice, unused }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(day, forKey: .day)
        try container.encode(pieces, forKey: .pieces)
        try container.encode(askedFor.map(\.name), forKey: .askedFor)
        try container.encode(builtTwice.map(\.name), forKey: .builtTwice)
        try container.encode(unused.map(\.name), forKey: .unused)
    }
}

extension Library {
    public func register(on day: CalendarDay) -> Register {
        var pieces: [PieceName: Register.Piece] = [:]
        // Most names are there many times.
        var keys: [String: PieceName?] = [:]
        func key(of name: String) -> PieceName? {
            if let known = keys[name] { return known }
            let key = PieceName(name).map(platform.mainName)
            keys[name] = .some(key)
            return key
        }
        for part in platform.parts {
            if let name = PieceName(part.name) { pieces[name] = Register.Piece(part) }
        }
        for id in proposalIDs {
            guard let proposal = proposal(id), let stage = stage(of: id, on: day), stage.isStanding else { continue }
            let user = Register.Use(
                proposal: id, title: proposal.title, pod: proposal.pod, stage: stage.word,
                isApproved: stage.isApproved, origin: origin(of: proposal))
            for (kind, names) in [
                (PlatformPart.Kind.data, proposal.data), (.platform, proposal.platform), (.reuse, proposal.reuse),
            ] {
                for name in names {
                    guard let key = key(of: name) else { continue }
                    pieces[key, default: Register.Piece(name: name)].add(user, as: kind, under: name)
                }
            }
        }
        return Register(
            day: day, knowsWhatIsLive: !platform.parts.isEmpty, pieces: pieces.sorted { $0.key < $1.key }.map(\.value))
    }

    /// The first of the proposals that a proposal goes back to by what each replaces.
    private func origin(of proposal: Proposal) -> String {
        var (origin, seen) = (proposal, Set([proposal.id]))
        while let older = origin.revises.flatMap(self.proposal), seen.insert(older.id).inserted { origin = older }
        return origin.id
    }
}

extension Stage {
    /// Whether the proposal may still be built, or is.
    fileprivate var isStanding: Bool {
        switch self {
        case .rejected, .withdrawn, .revised, .stopped: false
        default: true
        }
    }

    fileprivate var isApproved: Bool {
        switch self {
        case .approved, .measured, .done: true
        default: false
        }
    }
}
