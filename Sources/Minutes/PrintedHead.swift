import Foundation

extension Minutes {
    /// The head of the record that a document names.
    public struct PrintedHead: Equatable, Sendable {
        public let entry: Int
        /// Hexadecimal digits: the whole digest, or as many as the document has.
        public let digits: String
    }

    /// Reads which head of the record a file of a meeting names; nil where it names none.
    public static func printedHead(in text: String, of name: DocumentName) -> PrintedHead? {
        if name == .json {
            let read = try? JSONDecoder().decode(RecordFile.self, from: Data(text.utf8))
            return read?.record.map { PrintedHead(entry: $0.head.entry, digits: $0.head.digest.lowercased()) }
        }
        // A mail's long lines are broken softly (RFC 2045, section 6.7). What people said stands before the head.
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
