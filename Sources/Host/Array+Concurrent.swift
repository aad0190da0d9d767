import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// The results for each element, in order. All cores work at once, which pays for long tasks.
    package func concurrentMap<Made: Sendable>(_ make: @Sendable (Element) -> Made) -> [Made] {
        let made = Mutex([Made?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { place in
            let result = make(self[place])
            made.withLock { $0[place] = result }
        }
        return made.withLock { $0 }.compactMap { $0 }
    }
}
