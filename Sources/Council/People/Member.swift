/// A person the council file names: the holder of a seat, or a practitioner.
public struct Member: Codable, Equatable, Sendable {
    public let handle: Handle
    public let name: String
    public let email: String?
    public let discipline: Discipline?
    /// How long they hold their seat; nil if the file does not say.
    public let term: Term?
    /// The account by which a terminal knows them; nil for one of the handle's name.
    public let login: String?

    public init(
        handle: Handle, name: String, email: String? = nil, discipline: Discipline? = nil, term: Term? = nil,
        login: String? = nil
    ) {
        self.login = login
        self.handle = handle
        self.name = name
        self.email = email
        self.discipline = discipline
        self.term = term
    }
}

/// The craft a person brings to the council.
public enum Discipline: String, Codable, CaseIterable, Sendable {
    case engineering
    case dataScience = "data-science"
    case infrastructure
    case analytics
    case product
}
