import Council
import Digests
import Foundation

/// Entries as rows, and rows as entries.
extension SealedEntry {
    /// A row that is not sealed yet.
    init(_ entry: Entry, of date: CalendarDay, _ coder: ActCoder) throws(PayloadFault) {
        let payload = try coder.payload(of: entry.act)
        self.init([
            .text(date.description), Field(entry.number), Field(entry.at.milliseconds),
            Field(entry.author?.rawValue.withoutNUL), entry.request.map { .blob($0.bytes) } ?? .null,
            .text(payload.kind), Field(payload.version),
            Field(payload.item), Field(payload.ordinal), Field(payload.who), Field(payload.word), Field(payload.text),
            Field(payload.detail.map { String(decoding: $0, as: UTF8.self) }),
        ])
    }

    /// - Throws: `RowFault` if the row holds no entry that this version knows.
    func entry(_ coder: ActCoder) throws(RowFault) -> Entry {
        guard let at = self[.at].integer else { throw RowFault(reason: "it has no time") }
        guard at.magnitude <= ModestNumbers.largest else { throw RowFault(reason: "its time is no time") }
        guard self[.version] == .null || self[.version].integer != nil else {
            throw RowFault(reason: "its form has no number")
        }
        try checkTypes()
        let act: Act
        do {
            act = try coder.act(from: payload)
        } catch {
            throw RowFault(reason: error.reason)
        }
        return Entry(
            number: number, at: Date(milliseconds: at), act: act,
            request: self[.request].blob.flatMap { UUID(bytes: $0) },
            author: self[.author].text.map(Handle.init(rawValue:)))
    }

    /// A value of another type would be read as if it were missing.
    private func checkTypes() throws(RowFault) {
        for column in [Column.author, .item, .who, .word, .text, .detail]
        where self[column] != .null && self[column].text == nil {
            throw RowFault(reason: "its \(column) is not a text")
        }
        guard self[.ordinal] == .null || self[.ordinal].integer != nil else {
            throw RowFault(reason: "its ordinal is not a number")
        }
        guard self[.request] == .null || self[.request].blob?.count == 16 else {
            throw RowFault(reason: "its request is not 16 bytes")
        }
    }

    var payload: ActPayload {
        ActPayload(
            kind: kind, version: self[.version].integer ?? 1, item: self[.item].text, ordinal: self[.ordinal].integer,
            who: self[.who].text, word: self[.word].text, text: self[.text].text,
            detail: self[.detail].text.map { Data($0.utf8) })
    }

    public var meeting: String { self[.meeting].text ?? "" }

    public var kind: String { self[.kind].text ?? "" }

    /// Whether both came from the same request, which went into the ledger once and no more. Time and author are not
    /// compared: a server may set both itself.
    func isSame(as other: SealedEntry) -> Bool {
        let compared: [Column] = [
            .meeting, .number, .request, .kind, .version, .item, .ordinal, .who, .word, .text, .detail,
        ]
        return self[.request] != .null && compared.allSatisfy { self[$0] == other[$0] }
    }
}

/// Why a row can't be read.
struct RowFault: Error {
    let reason: String
}

/// Entries that go into a ledger together, or not at all.
public struct Batch: Sendable {
    public let date: CalendarDay
    /// In order, and not sealed yet.
    public let rows: [SealedEntry]

    /// - Throws: `LedgerError.unwritable` if an act has no form in a ledger, or the numbers have a gap.
    public init(_ entries: [Entry], of date: CalendarDay, _ coder: ActCoder) throws(LedgerError) {
        self.date = date
        var rows: [SealedEntry] = []
        do {
            for entry in entries { rows.append(try SealedEntry(entry, of: date, coder)) }
        } catch {
            throw .unwritable(reason: error.reason)
        }
        let expected = (0..<rows.count).map { (rows.first?.number ?? 1) + $0 }
        guard rows.map(\.number) == expected else { throw .unwritable(reason: "entries are numbered without gaps") }
        self.rows = rows
    }

    public var isEmpty: Bool { rows.isEmpty }

    /// The number that the first entry should get.
    public var firstNumber: Int { rows.first?.number ?? 1 }

    /// The rows, each sealed behind the one before it.
    ///
    /// - Parameter previous: the digest that the first one follows.
    public func sealed(behind previous: Digest?) -> [SealedEntry] {
        var previous = previous
        return rows.map { row in
            let sealed = row.sealed(behind: previous)
            previous = sealed.digest
            return sealed
        }
    }

    /// The rows as they were recorded earlier, by an attempt whose answer was lost.
    ///
    /// - Parameters:
    ///   - there: the ledger's rows from the first number on.
    ///   - last: the number of the ledger's last entry.
    /// - Throws: `LedgerError.overtaken` if it has something else there.
    public func recorded(among there: [SealedEntry], last: Int) throws(LedgerError) -> [SealedEntry] {
        let own = Array(there.prefix(rows.count))
        guard own.count == rows.count, zip(own, rows).allSatisfy({ $0.isSame(as: $1) }) else {
            throw .overtaken(date: date, expected: firstNumber, found: last)
        }
        return own
    }
}

extension Date {
    /// As a ledger keeps a moment: since 1970-01-01 UTC.
    public var milliseconds: Int { Int((timeIntervalSince1970 * 1000).rounded()) }

    public init(milliseconds: Int) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }
}

extension UUID {
    fileprivate var bytes: Data { withUnsafeBytes(of: uuid) { Data($0) } }

    /// Nil if there are not 16 bytes.
    fileprivate init?(bytes: Data) {
        guard bytes.count == 16 else { return nil }
        self = bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    }
}

extension String {
    /// Most stores end a text at its first NUL, or refuse it.
    public var withoutNUL: String { utf8.contains(0) ? filter { $0 != "\0" } : self }
}
