import Council
import Foundation
import GRDB

/// The chain that all entries form; see `SealedEntry`.
extension MeetingRecord {
    /// Walks the chains of all meetings, and reads as far as the file is sound.
    public func chains() throws(RecordError) -> [MeetingChain] {
        try walk { try $0.all() }
    }

    /// Walks the chain of one meeting, and looks for what its first entry follows.
    public func chain(of date: CalendarDay) throws(RecordError) -> MeetingChain {
        try walk { try $0.one(date.description) }
    }

    /// Whether the chain of a meeting holds.
    ///
    /// - Throws: `RecordError.forged` where it does not.
    public func checkChain(of date: CalendarDay) throws(RecordError) {
        let chain = try walk { try $0.chain(of: date.description) }
        if let fault = chain.fault {
            throw .forged(path: store.path, date: date, fault: "\(fault.place) \(fault.meaning)")
        }
    }

    private func walk<T>(_ body: (ChainWalk) throws -> T) throws(RecordError) -> T {
        var walked: T?
        do {
            try store.read { db in walked = try body(ChainWalk(db: db)) }
        } catch {
            // SQLite can't end reading a damaged file as it should; what was read was read.
            guard walked != nil, case .damaged = error else { throw error }
        }
        guard let walked else { throw .failed(path: store.path, reason: "nothing was read") }
        return walked
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
