import Foundation
import Synchronization

/// Messages from other threads to the one that owns the terminal, and a descriptor that wakes it.
final class Inbox<Element: Sendable>: Sendable {
    private let elements = Mutex<[Element]>([])
    private let pipe = Pipe()

    /// Readable while there are messages.
    var descriptor: Int32 { pipe.fileHandleForReading.fileDescriptor }

    func put(_ element: Element) {
        elements.withLock { waiting in
            waiting.append(element)
            pipe.fileHandleForWriting.write(Data([0]))
        }
    }

    func drain() -> [Element] {
        elements.withLock { waiting in
            guard !waiting.isEmpty else { return [] }
            defer { waiting = [] }
            // A byte was written for each, so that reading as many never waits.
            _ = try? pipe.fileHandleForReading.read(upToCount: waiting.count)
            return waiting
        }
    }
}
