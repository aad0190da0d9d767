import Foundation
import Synchronization

/// The hidden file beside the place of another, in which that one is written before it is renamed: `.minutes.md.812.7`.
///
/// Its name says which program writes it, so that what a killed program left behind is told from what is being written.
struct DraftFile {
    let name: String
    /// The file that it becomes.
    let target: String
    private let process: pid_t

    /// Those that this program is writing. A process id alone does not tell them: a program that was killed in a
    /// container may have had the same.
    private static let underWay = Mutex<Set<String>>([])

    /// A draft of a file, which lasts until `end`.
    init(of target: String) {
        process = getpid()
        self.target = target
        name = ".\(target).\(process).\(UInt32.random(in: 0 ... .max))"
        Self.underWay.withLock { [name] in _ = $0.insert(name) }
    }

    /// Reads the name of a file; nil if it is not that of a draft.
    init?(named name: String) {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard name.hasPrefix("."), parts.count >= 4, let process = Self.number(parts[parts.count - 2], as: pid_t.self),
            process > 0, Self.number(parts[parts.count - 1], as: UInt32.self) != nil
        else { return nil }
        self.name = name
        self.process = process
        target = parts.dropFirst().dropLast(2).joined(separator: ".")
    }

    func end() { Self.underWay.withLock { [name] in _ = $0.remove(name) } }

    /// Whether nobody writes it any more.
    var isLeft: Bool {
        if process == getpid() { return !Self.underWay.withLock { [name] in $0.contains(name) } }
        return kill(process, 0) != 0 && errno == ESRCH
    }

    /// A number as the program writes it: digits alone.
    private static func number<Number: FixedWidthInteger>(_ text: Substring, as type: Number.Type) -> Number? {
        Number(text).flatMap { String($0) == text ? $0 : nil }
    }
}
