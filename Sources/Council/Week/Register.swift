/// Who uses and who offers which data, platform part and reusable piece, as far as proposals say.
///
/// Proposals that were rejected, withdrawn, replaced or stopped don't count.
public struct Register: Equatable, Encodable, Sendable {
    /// By name.
    public let pieces: [Piece]

    public struct Piece: Equatable, Encodable, Sendable {
        public let name: String
        /// The proposals that name it as data, as a part of the platform, and as something that others could use; sorted.
        public fileprivate(set) var data: [String] = []
        public fileprivate(set) var platform: [String] = []
        public fileprivate(set) var reuse: [String] = []
        /// The pods that use it, sorted.
        public fileprivate(set) var pods: [String] = []

        /// The proposals that need it, each once, sorted.
        public var users: [String] { Set(data + platform).sorted() }
    }

    /// What two or more proposals of two or more pods need, and none offers.
    public var askedFor: [Piece] {
        pieces.filter { $0.reuse.isEmpty && $0.users.count >= 2 && $0.pods.count >= 2 }
    }

    /// What two or more proposals offer to build.
    public var builtTwice: [Piece] { pieces.filter { $0.reuse.count >= 2 } }

    /// What is offered, and no other proposal uses.
    public var unused: [Piece] {
        pieces.filter { piece in !piece.reuse.isEmpty && piece.users.allSatisfy { piece.reuse == [$0] } }
    }

    private enum CodingKeys: CodingKey { case pieces, askedFor, builtTwice, unused }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(pieces, forKey: .pieces)
        try container.encode(askedFor.map(\.name), forKey: .askedFor)
        try container.encode(builtTwice.map(\.name), forKey: .builtTwice)
        try container.encode(unused.map(\.name), forKey: .unused)
    }
}

extension Library {
    public func register(on day: CalendarDay) -> Register {
        var pieces: [String: Register.Piece] = [:]
        func add(_ names: [String], to list: WritableKeyPath<Register.Piece, [String]>, of id: String, pod: String?) {
            for name in names {
                let key = Self.key(of: name)
                if !key.isEmpty { pieces[key, default: Register.Piece(name: name)].add(id, to: list, pod: pod) }
            }
        }
        for id in proposalIDs {
            guard let proposal = proposal(id), let stage = stage(of: id, on: day), stage.isStanding else { continue }
            add(proposal.data, to: \.data, of: id, pod: proposal.pod)
            add(proposal.platform, to: \.platform, of: id, pod: proposal.pod)
            add(proposal.reuse, to: \.reuse, of: id, pod: nil)
        }
        return Register(pieces: pieces.sorted { $0.key < $1.key }.map(\.value))
    }

    /// `Feature store` and `feature-store` are one piece.
    private static func key(of name: String) -> String {
        name.folded.split { !($0.isLetter || $0.isNumber) }.joined(separator: "-")
    }
}

extension Register.Piece {
    fileprivate mutating func add(_ id: String, to list: WritableKeyPath<Register.Piece, [String]>, pod: String?) {
        if !self[keyPath: list].contains(id) { self[keyPath: list].append(id) }
        if let pod { pods = Set(pods + [pod]).sorted() }
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
}
