import Digests
import Foundation
import GRDB

/// An entry as a link of the chain that all entries of the record form.
///
/// Its digest is made of the digest before it, so that nothing can be changed, taken out or put in later without every
/// digest behind it being another one:
///
///     digest = SHA-256(previous ‖ header ‖ SHA-256(salt ‖ payload))
///
/// The payload has a digest of its own. It can be withheld, as a private note's is, and the chain still holds; the salt
/// keeps short texts from being guessed by their digest.
struct SealedEntry {
    /// What was said, or its digest alone.
    enum Payload {
        case open(salt: [UInt8], fields: [DatabaseValue])
        case withheld(Digest)
    }

    /// The values of `headerColumns`.
    var header: [DatabaseValue]
    var payload: Payload
    /// The digest of the entry before; that of another meeting's for the first entry of a meeting, and nil for the very
    /// first entry.
    var previous: Digest?

    static let headerColumns = "meeting, number, at, author, request, kind, version"
    static let payloadColumns = "item, ordinal, who, word, text, detail"
    static let saltLength = 16

    /// What the entry's digest should be.
    var digest: Digest {
        var content = SealedContent()
        content.add(previous)
        for value in header { content.add(value) }
        content.add(payloadDigest)
        return Digest(of: content.bytes)
    }

    var payloadDigest: Digest {
        switch payload {
        case .withheld(let digest): return digest
        case .open(let salt, let fields):
            var content = SealedContent(salt)
            for value in fields { content.add(value) }
            return Digest(of: content.bytes)
        }
    }

    /// Walks an export in which payloads may be withheld.
    ///
    /// - Parameter export: entries in order, each with the digest that was published of it.
    /// - Returns: the place of the first that does not fit; nil where all do.
    static func firstBreak(in export: [(entry: SealedEntry, digest: Digest)]) -> Int? {
        export.indices.first { place in
            let (entry, digest) = export[place]
            return entry.digest != digest || place > 0 && entry.previous != export[place - 1].digest
        }
    }

    /// Bytes that nobody could have foreseen.
    static func newSalt() -> [UInt8] {
        // Eight at a time: each draw asks the system.
        var bytes: [UInt8] = []
        while bytes.count < saltLength {
            withUnsafeBytes(of: UInt64.random(in: .min ... .max)) { bytes += $0 }
        }
        return Array(bytes.prefix(saltLength))
    }
}

/// Values one after another, so that no two rows make the same bytes: each begins with a mark for its type, and its
/// length where that can differ.
struct SealedContent {
    private(set) var bytes: [UInt8]

    init(_ bytes: [UInt8] = []) { self.bytes = bytes }

    private enum Mark: UInt8 {
        case null, integer, text, blob, real
    }

    mutating func add(_ value: DatabaseValue) {
        switch value.storage {
        case .null: bytes.append(Mark.null.rawValue)
        case .int64(let number): add(.integer, UInt64(bitPattern: number))
        case .double(let number): add(.real, number.bitPattern)
        case .string(let text):
            add(.text, UInt64(text.utf8.count))
            bytes += text.utf8
        case .blob(let data): add(Array(data))
        }
    }

    mutating func add(_ digest: Digest?) {
        if let digest { add(digest.bytes) } else { bytes.append(Mark.null.rawValue) }
    }

    private mutating func add(_ blob: [UInt8]) {
        add(.blob, UInt64(blob.count))
        bytes += blob
    }

    /// Eight bytes behind the mark, the highest first.
    private mutating func add(_ mark: Mark, _ number: UInt64) {
        bytes.append(mark.rawValue)
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}
