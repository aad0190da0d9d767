/// Why a wait ended. With neither events nor descriptors, its time was up.
public struct Wake: Hashable, Sendable {
    /// Everything that was pending, in order.
    public var events: [InputEvent]
    /// Those of the caller's descriptors that can be read, or whose other end is closed.
    public var ready: [Int32]

    public init(events: [InputEvent] = [], ready: [Int32] = []) {
        self.events = events
        self.ready = ready
    }
}
