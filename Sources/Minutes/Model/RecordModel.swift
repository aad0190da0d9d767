import Council
import Foundation

/// The state of the record when these minutes were made from it.
struct RecordModel {
    let head: HeadModel

    /// - Parameter heads: Digests by the entry's number, in hexadecimal digits.
    /// - Returns: Nil if there is no digest of the entry that the minutes end with.
    init?(of journal: Journal, heads: [Int: String]) {
        guard let last = Minutes.lastEntry(of: journal), let digest = heads[last] else { return nil }
        head = HeadModel(entry: last, digest: HeadDigest(digest))
    }

    init(head: HeadModel) { self.head = head }
}

/// An entry of the record, and the digest by which it stands for all entries up to it.
struct HeadModel {
    let entry: Int
    let digest: HeadDigest
}

/// A digest in full for programs, and in short for people.
struct HeadDigest {
    /// Hexadecimal digits.
    let hex: String

    init(_ hex: String) { self.hex = hex }

    /// The first 8 bytes, in four groups: `3f9a 77c2 10be 42d1`.
    var short: String {
        let digits = Array(hex.prefix(16))
        return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<min($0 + 4, digits.count)]) }
            .joined(separator: " ")
    }

    var fact: Fact { .formed(hex, forms: ["hex": hex, "short": short]) }
}

extension Minutes {
    /// The number of the entry that the minutes of a meeting end with: of a closed one, the closing.
    public static func lastEntry(of journal: Journal) -> Int? {
        guard journal.meeting.phase == .closed else { return journal.entries.last?.number }
        let closing = journal.last { if case .closed = $0 { true } else { false } }
        return (closing ?? journal.entries.last)?.number
    }

    /// The head of the record that a document names.
    public struct PrintedHead: Equatable, Sendable {
        public let entry: Int
        /// Hexadecimal digits of the digest, as many as the document has.
        public let digits: String
    }

    /// The head of the record that a file names; nil if it names none.
    public static func printedHead(in text: String, of name: DocumentName) -> PrintedHead? {
        if name == .json {
            let read = try? JSONDecoder().decode(RecordFile.self, from: Data(text.utf8))
            return read?.record.map { PrintedHead(entry: $0.head.entry, digits: $0.head.digest.lowercased()) }
        }
        // A mail's long lines are broken softly (RFC 2045, section 6.7). The head is the last match: people's words, in
        // which somebody may have quoted one, come before it.
        let whole = name.isMail ? text.replacing("=\r\n", with: "") : text
        let line = /Record: entry ([0-9]{1,9}), ([0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4})/
        guard let last = whole.matches(of: line).last, let entry = Int(last.1) else { return nil }
        return PrintedHead(entry: entry, digits: last.2.split(separator: " ").joined())
    }

    private struct RecordFile: Decodable {
        struct Record: Decodable {
            struct Head: Decodable {
                let entry: Int
                let digest: String
            }
            let head: Head
        }
        let record: Record?
    }
}
