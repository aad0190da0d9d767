import Synchronization
import Host

/// Messages from other threads to the one that owns the terminal, and a descriptor that wakes it.
final class Inbox<Element: Sendable>: Sendable {
    private let elements = Mutex<[Element]>([])
    private let bell: SelfPipe

    init() throws(SystemError) { bell = try SelfPipe() }

    /// Readable while there are messages.
    var descriptor: Int32 { bell.descriptor }

    func put(_ element: Element) {
        elements.withLock { waiting in
            waiting.append(element)
            bell.raise()
        }
    }

    func drain() -> [Element] {
        elements.withLock { waiting in
            bell.lower()
            defer { waiting = [] }
            return waiting
        }
    }
}
