/// One thing that is wrong in a file: its place, and a sentence that says what is wrong and what would be right.
public struct Fault: Error, Hashable, Sendable {
    /// The path as people see it, made harmless for a terminal.
    public let file: String
    /// Counted from 1.
    public let line: Int
    /// In characters, counted from 1.
    public let column: Int
    public let severity: Severity
    /// Says what is wrong, and what would be right. Text that it quotes has gone through ``visible(_:atMost:)``.
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
        /// The file is right. The charter will say this of it at the meeting.
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

/// Why files could not be loaded: every fault of all of them, by file, line and column.
public struct Faults: Error, Equatable, Sendable {
    public let faults: [Fault]

    public init(_ faults: [Fault]) { self.faults = faults.sorted() }
}

extension Faults: CustomStringConvertible {
    /// One fault per line.
    public var description: String { faults.map(\.description).joined(separator: "\n") }
}

/// `text` as it may stand in a message: on one line, harmless to a terminal, and not too long.
///
/// Control characters, line ends, and characters that are invisible or change the direction of writing are spelt out,
/// such as `\u{1B}`.
public func visible(_ text: some StringProtocol, atMost limit: Int = 48) -> String {
    if text.utf8.count <= limit, text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return String(text) }
    var result = ""
    for (count, scalar) in text.unicodeScalars.enumerated() {
        if count == limit { return result + "…" }
        if (0x20..<0x7F).contains(scalar.value) {
            result.unicodeScalars.append(scalar)
            continue
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        default:
            result.unicodeScalars.append(scalar)
        }
    }
    return result
}
