extension Minutes {
    /// What a file of a meeting is called within the meeting's folder: `minutes.md`, `notices/prep-time.eml`.
    public struct DocumentName: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
        public let rawValue: String

        public init(rawValue: String) { self.rawValue = rawValue }

        public init(_ format: Format) { rawValue = format.fileName }

        public static let markdown = DocumentName(.markdown)
        public static let html = DocumentName(.html)
        public static let mail = DocumentName(.mail)
        public static let json = DocumentName(.json)

        /// The notice on a proposal.
        ///
        /// The name is the proposal's id. One that could lead elsewhere, or be taken for an option, is not trusted: its
        /// letters and digits stand behind the item's number.
        public static func notice(_ id: String, number: Int) -> DocumentName {
            let isSafe = id.unicodeScalars.allSatisfy { isLetterOrDigit($0) || "-_.".unicodeScalars.contains($0) }
            if isSafe, let first = id.unicodeScalars.first, isLetterOrDigit(first), id.utf8.count <= 200 {
                return DocumentName(rawValue: "\(noticeFolder)/\(id).eml")
            }
            let letters = String(String.UnicodeScalarView(id.unicodeScalars.filter(isLetterOrDigit).prefix(40)))
            return DocumentName(rawValue: "\(noticeFolder)/\(number)\(letters.isEmpty ? "" : "-")\(letters).eml")
        }

        private static let noticeFolder = "notices"

        private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }

        public var isNotice: Bool { rawValue.hasPrefix(Self.noticeFolder + "/") }
        public var isMail: Bool { rawValue.hasSuffix(".eml") }

        /// What a person calls it: `summary`, or the id of a notice's proposal; the file's name for anything else.
        public var shortName: String {
            guard isMail else { return rawValue }
            return String(rawValue.split(separator: "/").last?.dropLast(".eml".count) ?? "")
        }

        public var description: String { rawValue }

        /// The meeting's own files first, in the order of the formats; then the notices.
        public static func < (left: DocumentName, right: DocumentName) -> Bool {
            (left.rank, left.rawValue) < (right.rank, right.rawValue)
        }

        private var rank: Int {
            Format.allCases.firstIndex { $0.fileName == rawValue } ?? Format.allCases.count
        }
    }

    /// A file of a meeting: what it is called, and what it says.
    public struct Document: Equatable, Sendable {
        public let name: DocumentName
        /// Of the minutes that it belongs to, from 1; a notice that nothing has changed belongs to an earlier one.
        public let revision: Int
        public let text: String

        public init(_ name: DocumentName, revision: Int, text: String) {
            self.name = name
            self.revision = revision
            self.text = text
        }
    }
}
