/// An entry of `agendas/platform.yaml`: a data source, a part of the platform or a reusable piece, and whether it is there.
public struct PlatformPart: Equatable, Sendable {
    public enum Kind: String, CaseIterable, Codable, Sendable {
        case data
        case platform
        case reuse

        /// All parts of the kind.
        public var title: String {
            switch self {
            case .data: "Data sources"
            case .platform: "Parts of the platform"
            case .reuse: "Reusable pieces"
            }
        }
    }

    public enum State: String, CaseIterable, Codable, Sendable {
        /// It can be used.
        case live
        /// It will be there, and is not yet.
        case planned
        /// It is gone, or will be soon.
        case retired
    }

    public let name: String
    public let kind: Kind
    public let owner: String?
    public let state: State
    /// Other names that it goes by.
    public let aka: [String]
    public let note: String?

    public init(
        name: String, kind: Kind, owner: String? = nil, state: State, aka: [String] = [], note: String? = nil
    ) {
        self.name = name
        self.kind = kind
        self.owner = owner
        self.state = state
        self.aka = aka
        self.note = note
    }
}

/// A name of data, of a platform part or of a reusable piece as names are compared.
///
/// `Feature store`, `feature-store` and `feature_store` are one. Case, accents, blanks, hyphens, underscores and
/// characters that nobody sees don't count.
public struct PieceName: Hashable, Comparable, Sendable {
    public let key: String

    /// Nil if nothing is left of the name.
    public init?(_ name: String) {
        let scalars = name.folded.unicodeScalars.filter { scalar in
            switch scalar.properties.generalCategory {
            case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format: false
            case .dashPunctuation, .connectorPunctuation: false
            default: true
            }
        }
        guard !scalars.isEmpty else { return nil }
        key = String(String.UnicodeScalarView(scalars))
    }

    public static func < (left: PieceName, right: PieceName) -> Bool { left.key < right.key }
}

/// The entries of `agendas/platform.yaml`, by every name that they go by.
public struct PlatformBook: Equatable, Sendable {
    /// In the order of the file.
    public let parts: [PlatformPart]
    private let places: [PieceName: Int]

    public init(_ parts: [PlatformPart] = []) {
        self.parts = parts
        var places: [PieceName: Int] = [:]
        for (place, part) in parts.enumerated() {
            for name in [part.name] + part.aka {
                if let name = PieceName(name), places[name] == nil { places[name] = place }
            }
        }
        self.places = places
    }

    /// The entry of a name, if there is one.
    public subscript(name: PieceName) -> PlatformPart? { places[name].map { parts[$0] } }

    /// The name under which a piece stands in the register: the entry's own if it is known by another here.
    func mainName(of name: PieceName) -> PieceName { self[name].flatMap { PieceName($0.name) } ?? name }

    /// The name that is one slip of the pen away from this one; nil if this one is known, or none is so near.
    ///
    /// Names with different digits are meant to differ: `orders-2025` and `orders-2026`.
    public func misspelt(_ name: PieceName) -> String? {
        guard self[name] == nil else { return nil }
        let digits = name.key.filter(\.isNumber)
        let alike = places.filter { $0.key.key.filter(\.isNumber) == digits }
        // Of two that are as near, nobody means the retired one.
        let keys = alike.map { (parts[$0.value].state == .retired ? 1 : 0, $0.key.key) }.sorted { $0 < $1 }.map(\.1)
        guard let near = nearest(to: name.key, among: keys, atMost: name.key.count < 10 ? 1 : 2),
            let part = PieceName(near).flatMap({ self[$0] })
        else { return nil }
        return ([part.name] + part.aka).first { PieceName($0)?.key == near }
    }
}
