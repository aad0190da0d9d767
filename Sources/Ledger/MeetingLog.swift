import Council
import Host

/// The entries of a meeting with the rows that a ledger keeps of them.
///
/// The rows have the salts and digests that can't be made again, so that a record that is lost can be made anew with the
/// digests that minutes already name.
public struct MeetingLog: Sendable {
    public let date: CalendarDay
    /// The name of the ledger, for messages.
    private let name: String
    /// The number of the entry before the first one.
    private let before: Int
    public private(set) var entries: [Entry] = []
    public private(set) var rows: [SealedEntry] = []
    private let coder: ActCoder

    /// - Throws: `LedgerError.unreadableEntry` for the first row that holds no act that this version knows, or that has
    ///   not the number that follows.
    public init(
        _ rows: [SealedEntry] = [], of date: CalendarDay, after before: Int = 0, in name: String = "memory"
    ) throws(LedgerError) {
        var decoding = RowDecoding()
        for row in rows { decoding.take(row) }
        try self.init(decoding, of: date, after: before, in: name)
    }

    /// - Throws: As the one above.
    init(
        _ decoding: RowDecoding, of date: CalendarDay, after before: Int, in name: String
    ) throws(LedgerError) {
        self.date = date
        self.name = name
        self.before = before
        coder = decoding.coder
        entries.reserveCapacity(decoding.rows.count)
        rows.reserveCapacity(decoding.rows.count)
        for (row, entry) in zip(decoding.rows, decoding.entries()) {
            guard row.number >= next else {
                throw .unreadableEntry(name, date: date, number: row.number, reason: "it is there twice")
            }
            try add(row, try self.entry(row, entry))
        }
    }

    /// The number of the entry that follows.
    private var next: Int { before + rows.count + 1 }

    private mutating func add(_ row: SealedEntry, _ entry: Entry) throws(LedgerError) {
        guard row.number == next else {
            let reason = "entry \(next) should be before it, and is missing"
            throw .unreadableEntry(name, date: date, number: row.number, reason: reason)
        }
        entries.append(entry)
        rows.append(row)
    }

    /// The first row that is not as it was recorded; nil if the chain holds.
    ///
    /// - Parameters:
    ///   - mayWithhold: whether payloads may be withheld from whoever reads the ledger here.
    ///   - isUrgent: whether somebody waits for it. If not, one core is enough: who types needs the others.
    func fault(mayWithhold: Bool = false, isUrgent: Bool) -> ChainFault? {
        var chain = MeetingChain(meeting: date.description)
        let digests = isUrgent ? rows.concurrentMap(\.madeDigest) : rows.map(\.madeDigest)
        for (row, digest) in zip(rows, digests) {
            if let cause = chain.follow(row, nil, made: digest, mayWithhold: mayWithhold) {
                return ChainFault(row, cause)
            }
        }
        return nil
    }

    /// Takes in the rows that follow; those that are here already are passed over.
    ///
    /// - Returns: the entries of all the rows given.
    @discardableResult
    mutating func follow(_ rows: [SealedEntry]) throws(LedgerError) -> [Entry] {
        var all: [Entry] = []
        for row in rows {
            let entry = try entry(row)
            all.append(entry)
            if row.number >= next { try add(row, entry) }
        }
        return all
    }

    private func entry(_ row: SealedEntry, _ read: Result<Entry, RowFault>? = nil) throws(LedgerError) -> Entry {
        do throws(RowFault) {
            if let read { return try read.get() }
            return try row.entry(coder)
        } catch {
            throw .unreadableEntry(name, date: date, number: row.number, reason: error.reason)
        }
    }
}

/// A session's copy of its meeting, for a ledger that lost it.
public struct MeetingMemory: Sendable {
    public let date: CalendarDay
    public let rows: [SealedEntry]
    public let drafts: [DraftKey: String]

    /// The rows behind those that a ledger has.
    ///
    /// - Returns: nil if the ledger has something else.
    public func missing(behind found: [SealedEntry]) -> ArraySlice<SealedEntry>? {
        zip(found, rows).allSatisfy { $0 == $1 } ? rows.dropFirst(found.count) : nil
    }
}
