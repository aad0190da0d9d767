/// Whether somebody is in the room.
public enum Presence: String, Codable, CaseIterable, Sendable {
    case present
    case remote
    case absent

    public var isInRoom: Bool { self != .absent }
}
