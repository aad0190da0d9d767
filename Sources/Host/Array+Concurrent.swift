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

extension Array where Element: Sendable {
    /// The results for each element, in order, of work that waits for a disk more than it computes. So it is done on more
    /// threads than there are cores: a disk takes hardly longer for many requests at once than for one.
    package func mapWhileWaiting<Made: Sendable>(
        onThreads most: Int = 16, _ make: @escaping @Sendable (Element) -> Made
    ) -> [Made] {
        guard count > 1 else { return map(make) }
        let share = Share(self, make)
        let others = DispatchGroup()
        for _ in 1..<Swift.min(count, most) {
            others.enter()
            Worker.start {
                share.work()
                others.leave()
            }
        }
        share.work()
        others.wait()
        return share.results
    }
}

/// Elements that several threads make something of, each taking the next one.
private final class Share<Element: Sendable, Made: Sendable>: Sendable {
    private let elements: [Element]
    private let make: @Sendable (Element) -> Made
    private let state: Mutex<(next: Int, made: [Made?])>

    init(_ elements: [Element], _ make: @escaping @Sendable (Element) -> Made) {
        self.elements = elements
        self.make = make
        state = Mutex((0, Array(repeating: nil, count: elements.count)))
    }

    func work() {
        while let place = next() {
            let made = make(elements[place])
            state.withLock { $0.made[place] = made }
        }
    }

    private func next() -> Int? {
        state.withLock { state in
            guard state.next < elements.count else { return nil }
            defer { state.next += 1 }
            return state.next
        }
    }

    var results: [Made] { state.withLock { $0.made.compactMap { $0 } } }
}
