import Foundation
import Synchronization

/// An act that a signal lets come to its end before it ends the program: to record, and to write the files.
enum UninterruptedAct {
    private static let signals = [SIGTERM, SIGHUP, SIGINT]
    /// The signal that waits; 0 for none.
    private static let waiting = Atomic<Int32>(0)

    /// Does something, and lets a signal that came meanwhile end the program then. One that comes twice ends it at once.
    static func run(_ body: () -> Void) {
        waiting.store(0, ordering: .sequentiallyConsistent)
        let before = signals.map { number in
            var (old, new) = (sigaction(), sigaction())
            sigaction(number, nil, &old)
            // Whoever started the program may have it ignore a signal, as nohup does.
            if old.__sigaction_handler.sa_handler.map({ unsafeBitCast($0, to: Int.self) == 1 }) ?? false { return old }
            new.__sigaction_handler.sa_handler = { number in
                let earlier = UninterruptedAct.waiting.exchange(number, ordering: .sequentiallyConsistent)
                guard earlier == number else { return }
                signal(number, SIG_DFL)
                raise(number)
            }
            new.sa_flags = SA_RESTART
            sigaction(number, &new, nil)
            return old
        }
        body()
        for (number, old) in zip(signals, before) {
            var old = old
            sigaction(number, &old, nil)
        }
        let number = waiting.exchange(0, ordering: .sequentiallyConsistent)
        if number != 0 { raise(number) }
    }
}
