import Council

/// Where the record stood when these minutes were made of it.
struct RecordModel {
    let head: HeadModel

    /// - Parameter heads: digests by the entry's number, in hexadecimal digits.
    /// - Returns: nil where the record has no digest of the entry that the minutes end with.
    init?(of journal: Journal, heads: [Int: String]) {
        let closing = journal.effective.last { if case .closed = $0.act { true } else { false } }
        let last = journal.meeting.phase == .closed ? closing ?? journal.entries.last : journal.entries.last
        guard let last, let digest = heads[last.number] else { return nil }
        head = HeadModel(entry: last.number, digest: HeadDigest(digest))
    }

    init(head: HeadModel) { self.head = head }
}

/// An entry of the record, and the digest by which it stands for all entries up to it.
struct HeadModel {
    let entry: Int
    let digest: HeadDigest
}

/// A digest, as programs and people read it.
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
