import Synchronization
import Host

/// Takes messages from other threads to the thread that owns the terminal, which a descriptor wakes.
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

    /// Takes out all messages, oldest first.
    func drain() -> [Element] {
        elements.withLock { waiting in
            bell.lower()
            defer { waiting = [] }
            return waiting
        }
    }
}
