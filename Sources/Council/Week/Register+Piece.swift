extension Register {
    /// A data source, a part of the platform or a reusable piece.
    public struct Piece: Equatable, Encodable, Sendable {
        /// As `platform.yaml` spells it, else as the first proposal that names it.
        public let name: String
        /// What `platform.yaml` says of it; nil if it is not there.
        public let part: PlatformPart?
        /// Other spellings and names of it, sorted.
        public private(set) var aka: [String] = []
        /// The proposals that need it as data or as a part of the platform, by id.
        public private(set) var uses: [Use] = []
        /// The proposals that offer it to others, by id.
        public private(set) var offers: [Use] = []
    }

    /// A proposal that names a piece.
    public struct Use: Equatable, Encodable, Sendable {
        public let proposal: String
        public let title: String
        public let pod: String?
        /// `leads`, `sent back`.
        public let stage: String
        let isApproved: Bool
        /// The first of the proposals that this one goes back to by what each replaces.
        let origin: String
        /// As what the proposal names the piece.
        public fileprivate(set) var kinds: [PlatformPart.Kind] = []

        init(proposal: String, title: String, pod: String?, stage: String, isApproved: Bool, origin: String) {
            self.proposal = proposal
            self.title = title
            self.pod = pod
            self.stage = stage
            self.isApproved = isApproved
            self.origin = origin
        }

        private enum CodingKeys: CodingKey { case proposal, title, pod, stage, kinds }
    }
}

extension Register.Piece {
    init(name: String) {
        self.name = name
        part = nil
    }

    init(_ part: PlatformPart) {
        name = part.name
        self.part = part
        aka = Set(part.aka).subtracting([part.name]).sorted()
    }

    mutating func add(_ user: Register.Use, as kind: PlatformPart.Kind, under name: String) {
        if name != self.name { aka = Set(aka + [name]).sorted() }
        if kind == .reuse { Self.add(user, as: kind, to: &offers) } else { Self.add(user, as: kind, to: &uses) }
    }

    private static func add(_ user: Register.Use, as kind: PlatformPart.Kind, to list: inout [Register.Use]) {
        // Proposals come one after another, so an earlier mention by this one is the last.
        if list.last?.proposal != user.proposal { list.append(user) }
        if !list[list.count - 1].kinds.contains(kind) { list[list.count - 1].kinds.append(kind) }
    }

    public var owner: String? { part?.owner }
    public var note: String? { part?.note }
    /// Nil if `platform.yaml` does not have it.
    public var state: PlatformPart.State? { part?.state }

    /// As `platform.yaml` says; else it is reusable if anybody offers it, and data if no proposal takes it for a part of the
    /// platform.
    public var kind: PlatformPart.Kind {
        if let part { return part.kind }
        if !offers.isEmpty { return .reuse }
        return platform.isEmpty ? .data : .platform
    }

    /// The proposals that name it as data, as a part of the platform, and as something that others could use; sorted.
    public var data: [String] { uses.filter { $0.kinds.contains(.data) }.map(\.proposal) }
    public var platform: [String] { uses.filter { $0.kinds.contains(.platform) }.map(\.proposal) }
    public var reuse: [String] { offers.map(\.proposal) }
    /// The proposals that need it, each once, sorted.
    public var users: [String] { uses.map(\.proposal) }
    /// The pods that use it, sorted.
    public var pods: [String] { Set(uses.compactMap(\.pod)).sorted() }

    /// The proposals that use it, by pod; those without a pod come last.
    public var usesByPod: [(pod: String?, uses: [Register.Use])] {
        let named = pods.map { pod in (pod: String?.some(pod), uses: uses.filter { $0.pod == pod }) }
        let others = uses.filter { $0.pod == nil }
        return named + (others.isEmpty ? [] : [(pod: nil, uses: others)])
    }

    var isMissing: Bool {
        users.count >= 2 && pods.count >= 2 && state != .live && !offers.contains(where: \.isApproved)
    }

    var isBuiltTwice: Bool { Set(offers.map(\.origin)).count >= 2 }

    var isUnused: Bool {
        // A data source is there whether anybody needs it or not.
        let isOffered = !offers.isEmpty || (state == .live && kind != .data)
        return isOffered && Set(users).isSubset(of: reuse)
    }

    private enum CodingKeys: CodingKey { case name, kind, owner, state, note, aka, uses, offers }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(name, forKey: .name)
        try container.encode(kind, forKey: .kind)
        try container.encodeIfPresent(owner, forKey: .owner)
        try container.encodeIfPresent(state, forKey: .state)
        try container.encodeIfPresent(note, forKey: .note)
        try container.encode(aka, forKey: .aka)
        try container.encode(uses, forKey: .uses)
        try container.encode(offers, forKey: .offers)
    }
}
