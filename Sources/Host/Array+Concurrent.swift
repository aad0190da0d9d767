import Dispatch
import Synchronization

extension Array where Element: Sendable {
    /// The results for each element, in order. All cores work at once.
    package func concurrentMap<Made: Sendable>(_ make: @Sendable (Element) -> Made) -> [Made] {
        // Of very many elements, several are one task, so that cores don't wait for each other after each of them.
        let size = Swift.max(1, count / 256)
        let starts = Array<Int>(stride(from: 0, to: count, by: size))
        let made = Mutex([[Made]](repeating: [], count: starts.count))
        DispatchQueue.concurrentPerform(iterations: starts.count) { place in
            let results = self[starts[place]..<Swift.min(starts[place] + size, count)].map(make)
            made.withLock { $0[place] = results }
        }
        return made.withLock { $0 }.flatMap { $0 }
    }
}
