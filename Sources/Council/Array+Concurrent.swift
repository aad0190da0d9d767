import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// What each element becomes, in order; on all cores at once, for what takes long.
    package func concurrentMap<Made: Sendable>(_ make: @Sendable (Element) -> Made) -> [Made] {
        let made = Mutex([Made?](repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: count) { place in
            let result = make(self[place])
            made.withLock { $0[place] = result }
        }
        return made.withLock { $0 }.compactMap { $0 }
    }
}
