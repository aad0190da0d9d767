/// All that a ledger holds, to be put into another one as it is.
public struct LedgerContents: Equatable, Sendable {
    /// By meeting and number.
    public var entries: [SealedEntry]
    /// The rows of each table, with the values of its columns.
    public var tables: [Table: [[Field]]]

    public init(entries: [SealedEntry], tables: [Table: [[Field]]]) {
        self.entries = entries
        self.tables = tables
    }

    /// What belongs to the meetings beside their entries.
    public enum Table: String, CaseIterable, Sendable {
        case sealedLater = "sealed_later"
        case drafts, outputs, unsettled, deliveries

        public var columns: [String] {
            switch self {
            case .sealedLater: ["meeting", "number", "at"]
            case .drafts: ["meeting", "kind", "item", "author", "text"]
            case .outputs: ["meeting", "revision", "name", "text", "source"]
            case .unsettled: ["meeting", "revision", "name", "text"]
            case .deliveries: ["meeting", "message", "recipient", "at", "state", "detail"]
            }
        }

        /// The columns by which the rows are in the same order in every ledger.
        public var order: String {
            switch self {
            case .sealedLater: "meeting"
            case .drafts: "meeting, kind, item, author"
            case .outputs: "meeting, revision, name"
            case .unsettled: ""
            case .deliveries: "meeting, message, recipient"
            }
        }

        /// Whether a column holds numbers.
        public static func isNumber(_ column: String) -> Bool { ["number", "at", "revision"].contains(column) }
    }
}

/// A ledger that can be copied to another kind of ledger.
public protocol CopyableLedger: Ledger {
    /// All that it holds, as it is at one moment.
    func contents() throws(LedgerError) -> LedgerContents
    /// Puts all of it in, or nothing.
    ///
    /// - Throws: `LedgerError.notEmpty` if something is recorded here already.
    func fill(with contents: LedgerContents) throws(LedgerError)
}

extension LedgerError {
    public static func notEmpty(_ name: String) -> Self {
        Self(
            .notEmpty,
            "the record at \(name) has meetings already, and is not overwritten: name a place without a record", .final)
    }

    /// What was put in did not come out the same.
    public static func notTheSame(_ name: String) -> Self {
        .failed(name, reason: "it does not give back what was put in, and nothing was copied")
    }
}

extension LedgerError.Cause {
    static let notEmpty = Self(rawValue: "not empty")
}
