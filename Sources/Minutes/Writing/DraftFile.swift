import Foundation
import Synchronization

/// A hidden file, such as `.minutes.md.812.7`, in which another file is written before it is renamed into place.
///
/// Its name has the id of the process that writes it. So the leftover of a killed program can be told from a file that is
/// being written.
struct DraftFile {
    let name: String
    /// The file that it becomes.
    let target: String
    private let process: pid_t

    /// The drafts that this program is writing. The process id alone does not tell: a program that was killed in a
    /// container may have had the same one.
    private static let underWay = Mutex<Set<String>>([])

    /// A draft of a file, which lasts until `end`.
    init(of target: String) {
        process = getpid()
        self.target = target
        name = ".\(target).\(process).\(UInt32.random(in: 0 ... .max))"
        Self.underWay.withLock { [name] in _ = $0.insert(name) }
    }

    /// Reads a file's name; nil if it is not the name of a draft.
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

    /// Whether it is a leftover, which nobody writes any more.
    var isLeft: Bool {
        if process == getpid() { return !Self.underWay.withLock { [name] in $0.contains(name) } }
        return kill(process, 0) != 0 && errno == ESRCH
    }

    /// A number as the program writes it: digits alone.
    private static func number<Number: FixedWidthInteger>(_ text: Substring, as type: Number.Type) -> Number? {
        Number(text).flatMap { String($0) == text ? $0 : nil }
    }
}
