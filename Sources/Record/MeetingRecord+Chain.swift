import Council
import Foundation
import GRDB

/// The chain that all entries form; see `SealedEntry`.
extension MeetingRecord {
    /// Walks the chains of all meetings, and reads as far as the file is sound.
    public func chains() throws(RecordError) -> [MeetingChain] {
        try store.read { db in try ChainWalk(db: db).all() }
    }

    /// Walks the chain of one meeting, and looks for what its first entry follows.
    public func chain(of date: CalendarDay) throws(RecordError) -> MeetingChain {
        try store.read { db in try ChainWalk(db: db).one(date.description) }
    }

    /// Whether the chain of a meeting holds.
    ///
    /// - Throws: `RecordError.forged` where it does not.
    public func checkChain(of date: CalendarDay) throws(RecordError) {
        let chain = try store.read { db in try ChainWalk(db: db).chain(of: date.description) }
        if let fault = chain.fault {
            throw .forged(path: store.path, date: date, fault: "\(fault.place) \(fault.meaning)")
        }
    }

    /// The digests that minutes can name: those of the entries by which a meeting was closed, and of its last entry.
    ///
    /// - Returns: hexadecimal digits by the entry's number.
    public func heads(of date: CalendarDay) throws(RecordError) -> [Int: String] {
        try store.read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT number, digest FROM entries WHERE meeting = :meeting AND (kind = 'closed'
                        OR number = (SELECT max(number) FROM entries WHERE meeting = :meeting))
                    """, arguments: ["meeting": date.description])
            var heads: [Int: String] = [:]
            while let row = try rows.next() { heads[row[0]] = Chain.digest(row[1])?.hex }
            return heads
        }
    }
}
