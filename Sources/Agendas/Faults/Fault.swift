/// One thing that is wrong in a file: where it is, what it is, and what would be right.
public struct Fault: Hashable, Sendable {
    /// The path as the person who asked should see it, made harmless for a terminal.
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// In characters, counted from 1.
    public let column: Int
    public let severity: Severity
    /// What is wrong, and what would be right. Anything it quotes has gone through ``visible(_:)``.
    public let message: String

    public init(file: String, line: Int = 1, column: Int = 1, severity: Severity = .error, message: String) {
        self.file = visible(file, atMost: 1024)
        self.line = line
        self.column = column
        self.severity = severity
        self.message = message
    }

    public enum Severity: String, Codable, Sendable {
        /// The file can't be used.
        case error
        /// The file can be used, but says something its writer may not have meant.
        case warning
        /// The file is right, and this is what the charter will say of it at the meeting.
        case note
    }
}

extension Fault: CustomStringConvertible {
    /// `agendas/2026-11-25.yaml:3:10: error: …`, the form that editors and CI can jump to.
    public var description: String { "\(file):\(line):\(column): \(severity.rawValue): \(message)" }
}

extension Fault: Comparable {
    public static func < (left: Fault, right: Fault) -> Bool {
        (left.file, left.line, left.column, left.message) < (right.file, right.line, right.column, right.message)
    }
}
