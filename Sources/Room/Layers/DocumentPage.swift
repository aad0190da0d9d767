/// Something to be read in the room: minutes, a mail, or what differs between two versions of one.
public struct DocumentPage: Equatable, Sendable {
    /// What a person calls it: `minutes`, `summary`, a proposal's id.
    public let name: String
    public let lines: [Line]

    /// A line, and whether it is there in one of two versions alone.
    public enum Line: Equatable, Sendable {
        case text(String)
        case added(String)
        case removed(String)
    }

    public init(name: String, lines: [Line]) {
        self.name = name
        self.lines = lines
    }
}
