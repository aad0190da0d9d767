import Council
import Digests
import Foundation

/// One value of a row, of one of the types that every database has.
public enum Field: Hashable, Sendable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob(Data)

    init(_ number: Int?) { self = number.map { .integer(Int64($0)) } ?? .null }
    init(_ text: String?) { self = text.map { .text($0) } ?? .null }
    init(_ digest: Digest?) { self = digest.map { .blob(Data($0.bytes)) } ?? .null }

    public var integer: Int? { if case .integer(let number) = self { Int(number) } else { nil } }
    public var text: String? { if case .text(let text) = self { text } else { nil } }
    public var blob: Data? { if case .blob(let bytes) = self { bytes } else { nil } }
}

/// An entry as a row of a ledger, sealed as a link of the chain that all entries of the ledger form.
///
/// Its digest covers the digest before it, so that nothing can be changed, taken out or put in later without changing
/// every digest behind it:
///
///     digest = SHA-256(previous ‖ header ‖ SHA-256(salt ‖ payload))
///
/// The payload has a digest of its own. It can be withheld, as a private note's is, and the chain still holds; the salt
/// keeps short texts from being guessed by their digest.
///
/// The bytes that are digested are the same for every ledger. A row that somebody has tampered with may have any value
/// in any column, which is why nothing here is a `CalendarDay` or a `UUID`.
public struct SealedEntry: Hashable, Sendable {
    /// A column of the row. The header comes first, then the payload, then the seal.
    enum Column: Int, CaseIterable {
        case meeting, number, at, author, request, kind, version
        case item, ordinal, who, word, text, detail
        case salt, previous, digest
    }

    /// The names of the columns, in the order of `fields`. To ask the cases for them would keep a start waiting.
    public static let columns = [
        "meeting", "number", "at", "author", "request", "kind", "version", "item", "ordinal", "who", "word", "text",
        "detail",
        "salt", "previous", "digest",
    ]

    private static let header = Column.meeting.rawValue...Column.version.rawValue
    private static let payload = Column.item.rawValue...Column.detail.rawValue
    static let saltLength = 16

    /// The values of `columns`.
    public internal(set) var fields: [Field]

    /// - Parameter fields: the values of `columns`; those that are missing are taken for null.
    public init(_ fields: [Field]) {
        self.fields = fields
        while self.fields.count < Self.columns.count { self.fields.append(.null) }
    }

    subscript(column: Column) -> Field {
        get { fields[column.rawValue] }
        set { fields[column.rawValue] = newValue }
    }

    /// The number within the meeting; 0 if the row has none.
    public var number: Int { self[.number].integer ?? 0 }
    /// The digest that the row has.
    public var digest: Digest? { self[.digest].blob.flatMap { Digest(Array($0)) } }
    /// The digest of the entry before; that of another meeting's for the first entry of a meeting, and nil for the very
    /// first entry.
    var previous: Digest? { self[.previous].blob.flatMap { Digest(Array($0)) } }

    // MARK: Sealing

    /// The row with a salt and a digest, behind the entry with the digest `previous`.
    public func sealed(behind previous: Digest?) -> SealedEntry {
        var row = self
        row[.salt] = .blob(Self.newSalt())
        row[.previous] = Field(previous)
        row[.digest] = Field(row.madeDigest)
        return row
    }

    /// Whether the row has the parts of a seal, whether or not they fit.
    var isSealed: Bool { (self[.salt].blob?.count == Self.saltLength || isWithheld) && digest != nil }

    /// Whether the payload is not that which was recorded, as whoever reads may not read it: in the place of the salt, a
    /// server gives its digest, with which the chain goes on.
    var isWithheld: Bool { self[.salt].blob?.count == Self.digestLength }

    private static let digestLength = 32

    /// The digest that the row should have.
    var madeDigest: Digest { Self.digest(behind: self[.previous], header: fields[Self.header], payloadDigest) }

    /// All that needs to be known of a payload to go on with the chain.
    var payloadDigest: Digest {
        if isWithheld, let digest = self[.salt].blob.flatMap({ Digest(Array($0)) }) { return digest }
        var content = SealedContent(self[.salt].blob ?? Data())
        for field in fields[Self.payload] { content.add(field) }
        return Digest(of: content.bytes)
    }

    private static func digest(behind previous: Field, header: ArraySlice<Field>, _ payload: Digest) -> Digest {
        var content = SealedContent()
        content.add(previous)
        for field in header { content.add(field) }
        content.add(Field(payload))
        return Digest(of: content.bytes)
    }

    /// The digest of an entry whose payload is withheld: its other columns are those of the row.
    func digest(withholding payload: Digest) -> Digest {
        Self.digest(behind: self[.previous], header: fields[Self.header], payload)
    }

    /// Bytes that nobody could have foreseen.
    private static func newSalt() -> Data {
        // Eight at a time: each draw asks the system.
        var bytes = Data(capacity: saltLength)
        while bytes.count < saltLength {
            withUnsafeBytes(of: UInt64.random(in: .min ... .max)) { bytes.append(contentsOf: $0) }
        }
        return bytes
    }
}

/// Values one after another, so that no two rows make the same bytes: each begins with a mark for its type, and with its
/// length if that can differ.
private struct SealedContent {
    private(set) var bytes: [UInt8] = []

    init(_ bytes: Data = Data()) {
        self.bytes.reserveCapacity(512)
        self.bytes += bytes
    }

    private enum Mark: UInt8 {
        case null, integer, text, blob, real
    }

    mutating func add(_ field: Field) {
        switch field {
        case .null: bytes.append(Mark.null.rawValue)
        case .integer(let number): add(.integer, UInt64(bitPattern: number))
        case .real(let number): add(.real, number.bitPattern)
        case .text(let text):
            add(.text, UInt64(text.utf8.count))
            bytes += text.utf8
        case .blob(let blob):
            add(.blob, UInt64(blob.count))
            bytes += blob
        }
    }

    /// Eight bytes behind the mark, the highest first.
    private mutating func add(_ mark: Mark, _ number: UInt64) {
        bytes.append(mark.rawValue)
        withUnsafeBytes(of: number.bigEndian) { bytes += $0 }
    }
}
