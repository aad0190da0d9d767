import Foundation

/// Values one after another, so that no two rows make the same bytes: each begins with a mark for its type, and with its
/// length if that can differ.
struct SealedContent {
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

    /// The values that make these bytes.
    static func fields(in bytes: ArraySlice<UInt8>) -> [Field] {
        var rest = bytes
        func number() -> UInt64 {
            defer { rest = rest.dropFirst(8) }
            return rest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        }
        func text() -> ArraySlice<UInt8> {
            let count = Int(number())
            defer { rest = rest.dropFirst(count) }
            return rest.prefix(count)
        }
        var fields: [Field] = []
        while let mark = rest.popFirst().flatMap(Mark.init) {
            let field: Field =
                switch mark {
                case .null: .null
                case .integer: .integer(Int64(bitPattern: number()))
                case .real: .real(Double(bitPattern: number()))
                case .text: .text(String(decoding: text(), as: UTF8.self))
                case .blob: .blob(Data(text()))
                }
            fields.append(field)
        }
        return fields
    }
}

/// Rows in as few bytes as they take. Those of a meeting stay in memory as long as it is open, and are seldom looked at.
struct PackedRows: Sendable {
    private var bytes: [UInt8] = []
    /// Where each row ends.
    private var ends: [Int] = []

    var count: Int { ends.count }

    mutating func append(_ row: SealedEntry) {
        var content = SealedContent()
        for field in row.fields { content.add(field) }
        bytes += content.bytes
        ends.append(bytes.count)
    }

    subscript(place: Int) -> SealedEntry {
        SealedEntry(SealedContent.fields(in: bytes[(place > 0 ? ends[place - 1] : 0)..<ends[place]]))
    }
}
