import Council

extension Minutes {
    /// The name of a file within the meeting's folder: `minutes.md`, `notices/prep-time.eml`.
    public struct DocumentName: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
        public let rawValue: String

        public init(rawValue: String) { self.rawValue = rawValue }

        public init(_ format: Format) { rawValue = format.fileName }

        public static let markdown = DocumentName(.markdown)
        public static let html = DocumentName(.html)
        public static let mail = DocumentName(.mail)
        public static let json = DocumentName(.json)
        /// The mail on what the meeting changed in the register.
        public static let register = DocumentName(rawValue: "register.eml")

        /// The notice on a proposal.
        ///
        /// The file is named for the proposal's id. An id that could lead elsewhere, or look like an option, is replaced
        /// by the item's number and the id's letters and digits.
        public static func notice(_ id: String, number: Int) -> DocumentName {
            let isSafe = id.unicodeScalars.allSatisfy { isLetterOrDigit($0) || "-_.".unicodeScalars.contains($0) }
            if isSafe, let first = id.unicodeScalars.first, isLetterOrDigit(first), id.utf8.count <= 200 {
                return DocumentName(rawValue: "\(noticeFolder)/\(id).eml")
            }
            let letters = String(String.UnicodeScalarView(id.unicodeScalars.filter(isLetterOrDigit).prefix(40)))
            return DocumentName(rawValue: "\(noticeFolder)/\(number)\(letters.isEmpty ? "" : "-")\(letters).eml")
        }

        private static let noticeFolder = "notices"

        /// The mail to somebody who owes something.
        public static func owner(_ handle: Handle) -> DocumentName {
            DocumentName(rawValue: "\(ownerFolder)/\(handle.rawValue.asFileName).eml")
        }

        private static let ownerFolder = "owners"

        private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }

        public var isNotice: Bool { rawValue.hasPrefix(Self.noticeFolder + "/") }
        public var isOwners: Bool { rawValue.hasPrefix(Self.ownerFolder + "/") }
        /// Whether each revision of the minutes has one of its own, even if it says the same as the one before.
        public var isOfEveryRevision: Bool { !isNotice && !isOwners && self != .register }
        public var isMail: Bool { rawValue.hasSuffix(".eml") }

        /// The name in people's words: `summary`, `register`, the id of a notice's proposal, or `owners/lena`; for other
        /// files, the file's name.
        public var shortName: String {
            guard isMail else { return rawValue }
            if isOwners { return String(rawValue.dropLast(".eml".count)) }
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

    /// A file of a meeting: its name and its text.
    public struct Document: Equatable, Sendable {
        public let name: DocumentName
        /// The revision of the minutes that it belongs to, from 1. A notice that did not change belongs to an earlier one.
        public let revision: Int
        public let text: String

        public init(_ name: DocumentName, revision: Int, text: String) {
            self.name = name
            self.revision = revision
            self.text = text
        }
    }
}
