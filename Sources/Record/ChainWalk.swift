import Foundation
import Council
import Digests
import GRDB

/// Walks the chain of entries and finds, meeting by meeting, the first one that does not fit.
struct ChainWalk {
    let db: Database

    /// Every meeting of the record, oldest date first, as far as the file can be read.
    func all() throws -> [MeetingChain] {
        var chains: [MeetingChain] = []
        do {
            var last = ""
            let next = try db.makeStatement(sql: "SELECT min(meeting) FROM entries WHERE meeting > ?")
            while let meeting = try String.fetchOne(next, arguments: [last]), meeting > last {
                chains.append(try chain(of: meeting))
                last = meeting
            }
        } catch let error as DatabaseError where error.resultCode.isDamage {
            var lost = MeetingChain(meeting: chains.last?.meeting ?? "")
            lost.fault = ChainFault(
                entry: nil, words: chains.isEmpty ? "the first meeting" : "what follows the meeting of \(lost.meeting)",
                cause: .unreadable(error.message ?? "\(error.resultCode)"))
            chains.append(lost)
        }
        checkRoots(&chains)
        return chains
    }

    /// One meeting, with what it follows.
    func one(_ meeting: String) throws -> MeetingChain {
        var chain = try chain(of: meeting)
        guard chain.fault == nil, let root = chain.root else { return chain }
        let search = "SELECT EXISTS (SELECT 1 FROM entries WHERE digest = ? AND meeting <> ?)"
        if try Bool.fetchOne(db, sql: search, arguments: [Data(root.bytes), meeting]) != true {
            chain.lose(try first(of: meeting), .rootMissing)
        }
        return chain
    }

    /// One meeting by itself: what it follows is not looked for.
    func chain(of meeting: String) throws -> MeetingChain {
        var chain = MeetingChain(meeting: meeting)
        chain.sealedLater = try sealedLater(meeting)
        do {
            try ChainRow.forEach(of: meeting, in: db) { row in
                // What follows the first fault was recorded behind something else than what is there.
                guard chain.fault == nil else { return }
                if let cause = chain.follow(row) { chain.fault = ChainFault(row, cause) }
            }
        } catch let error as DatabaseError where error.resultCode.isDamage {
            guard chain.fault == nil else { return chain }
            chain.fault = ChainFault(
                entry: chain.count + 1, words: nil, cause: .unreadable(error.message ?? "\(error.resultCode)"))
        }
        return chain
    }

    /// Each meeting's first entry follows an entry of another meeting, but for one.
    private func checkRoots(_ chains: inout [MeetingChain]) {
        var known: [Digest: String] = [:]
        for chain in chains { for digest in chain.digests { known[digest] = chain.meeting } }
        var beginning: String?
        for index in chains.indices where chains[index].count > 0 {
            let chain = chains[index]
            if let root = chain.root {
                // Behind a fault there may be the entry that is looked for.
                if known[root] == nil, chains.allSatisfy({ $0.fault == nil || $0.fault?.cause == .rootMissing }) {
                    chains[index].lose(try? first(of: chain.meeting), .rootMissing)
                }
            } else if let other = beginning {
                chains[index].lose(try? first(of: chain.meeting), .secondBeginning(other: other))
            } else {
                beginning = chain.meeting
            }
        }
    }

    private func first(of meeting: String) throws -> ChainRow? {
        var first: ChainRow?
        try ChainRow.forEach(of: meeting, in: db) { if first == nil { first = $0 } }
        return first
    }

    private func sealedLater(_ meeting: String) throws -> MeetingChain.SealedLater? {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT number, at FROM sealed_later WHERE meeting = ?"), arguments: [meeting])
        guard let row, let entry: Int = row[0], let at: Int = row[1] else { return nil }
        return MeetingChain.SealedLater(entry: entry, at: Date(timeIntervalSince1970: Double(at) / 1000))
    }
}

extension MeetingChain {
    /// Takes in the next row.
    ///
    /// - Returns: why it does not fit; nil where it does.
    fileprivate mutating func follow(_ row: ChainRow) -> ChainFault.Cause? {
        if count == 0, date == nil { return .noDay }
        guard row.number == count + 1 else { return row.number <= count ? .repeated : .gap(expected: count + 1) }
        guard let sealed = row.sealed, let digest = row.digest else { return .notSealed }
        guard sealed.digest == digest else { return .changed }
        if count == 0 { root = sealed.previous } else if sealed.previous != digests.last { return .followsAnother }
        guard row.isKnown else { return .unknownKind(row.kind) }
        guard row.version <= ActCoder.version(of: row.kind) ?? 1 else { return .newerVersion(row.version) }
        count += 1
        digests.append(digest)
        return nil
    }

    /// Nothing of the meeting fits any more, as its first entry does not.
    fileprivate mutating func lose(_ first: ChainRow?, _ cause: ChainFault.Cause) {
        fault = ChainFault(entry: 1, words: first?.words, cause: cause)
        (count, digests) = (0, [])
    }
}

extension ChainFault {
    fileprivate init(_ row: ChainRow, _ cause: Cause) {
        self.init(entry: row.number, words: row.words, cause: cause)
    }
}

extension ResultCode {
    /// Whether the file is at fault.
    fileprivate var isDamage: Bool { [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_IOERR].contains(primaryResultCode) }
}
