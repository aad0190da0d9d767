import Council
import Digests
import Foundation

/// The result of walking the chain of one meeting.
public struct MeetingChain: Equatable, Sendable {
    /// The meeting's date as the record has it, which in a forged record may be any text.
    public let meeting: String
    /// How many entries fit, from the first.
    public internal(set) var count = 0
    /// The first entry that does not fit; nil if all do.
    public internal(set) var fault: ChainFault?
    /// The last entry that was sealed later than it was recorded, and when that was; nil if each was sealed as it was
    /// recorded.
    public internal(set) var sealedLater: SealedLater?
    /// The digests of the entries that fit, in order.
    var digests: [Digest] = []
    /// The digest that the first entry follows.
    var root: Digest?

    init(meeting: String) { self.meeting = meeting }

    /// Whether the record has nothing of the meeting.
    public var isEmpty: Bool { count == 0 && fault == nil }

    public var date: CalendarDay? { CalendarDay(meeting) }

    /// The last entry that fits.
    public var head: ChainHead? { digests.last.map { ChainHead(entry: count, digest: $0) } }

    /// The head as it was when an entry was the last one; nil if there is no such entry, or it does not fit.
    public func head(at entry: Int) -> ChainHead? {
        digests.indices.contains(entry - 1) ? ChainHead(entry: entry, digest: digests[entry - 1]) : nil
    }

    public struct SealedLater: Equatable, Sendable {
        public let entry: Int
        public let at: Date

        public init(entry: Int, at: Date) {
            self.entry = entry
            self.at = at
        }
    }
}

/// An entry, and the digest by which it stands for all entries up to it.
public struct ChainHead: Equatable, Sendable {
    public let entry: Int
    public let digest: Digest
}

/// The first entry of a meeting that does not fit, and why.
public struct ChainFault: Equatable, Sendable {
    /// The entry's number; nil if it can't be read.
    public let entry: Int?
    /// The entry in words: when it was recorded, what it is, who signed; nil if it can't be read.
    public let words: String?
    public let cause: Cause

    public enum Cause: Equatable, Sendable {
        /// Its digest was made of something else.
        case changed
        /// It has no digest: the program did not write it.
        case notSealed
        /// It was recorded behind another entry than the one that is before it now.
        case followsAnother
        /// Entries before it are missing.
        case gap(expected: Int)
        /// Two entries have one number.
        case repeated
        /// The first entry follows an entry of another meeting that is not in the record.
        case rootMissing
        /// It follows nothing, and another meeting does so, too.
        case secondBeginning(other: String)
        /// It fits, and this version does not know what it says.
        case unknown(String)
        /// The file can't be read from here on.
        case unreadable(String)
        /// There is no day of that name.
        case noDay
    }
}

extension ChainFault {
    /// `entry 57 (2026-11-25 18:24:03 UTC, the ballot of bo, not signed)`.
    public var place: String {
        guard let entry else { return words ?? "what follows" }
        return "entry \(entry)" + (words.map { " (\($0))" } ?? "")
    }

    /// What is wrong, and what that means, in words that follow `place`.
    public var meaning: String {
        switch cause {
        case .changed:
            "is not as it was recorded: its content, time or author was changed afterwards; don't rely on it, nor on what "
                + "follows it"
        case .notSealed:
            "has no digest: another program wrote it; don't rely on it, nor on what follows it"
        case .followsAnother:
            "was not recorded behind the entry before it: that one was changed and sealed again, or an entry "
                + "was taken out, put in or moved"
        case .gap(let expected):
            "comes too early: entry \(expected)\((entry ?? 0) > expected + 1 ? " to \((entry ?? 0) - 1)" : "") "
                + "should be before it, and was taken out or lost"
        case .repeated: "is there twice: one of the two was put in"
        case .rootMissing:
            "was recorded behind an entry of another meeting that is not in the record as it was: the end of an earlier "
                + "meeting was taken out or changed, or is in the record that `record` moved this meeting from"
        case .secondBeginning(let other):
            "follows nothing, as the meeting of \(other) does: a record has one beginning, so one of the two was put in, or "
                + "was moved here by `record`"
        case .unknown(let reason):
            "can't be read by this version (\(reason)): if a newer one wrote it, update this one"
        case .unreadable(let reason):
            "can't be read (\(reason)): the file is damaged; put a backup in its place"
        case .noDay: "is of no day (YYYY-MM-DD): another program wrote it"
        }
    }
}

extension Digest {
    /// The first 8 bytes, in four groups: `3f9a 77c2 10be 42d1`.
    public var short: String {
        let digits = Array(hex.prefix(16))
        return stride(from: 0, to: 16, by: 4).map { String(digits[$0..<$0 + 4]) }.joined(separator: " ")
    }
}
