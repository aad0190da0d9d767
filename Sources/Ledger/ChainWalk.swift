import Council
import Digests
import Foundation

/// Reads the rows of a ledger as they lie there, whatever they hold.
public protocol ChainReader {
    /// The first meeting whose name is greater than `name`, as its rows have it; nil if there is none. In a ledger that
    /// somebody has tampered with it may be any text.
    func meeting(after name: String) throws(LedgerError) -> String?
    /// Hands out the rows of a meeting in order, as far as the store is sound.
    ///
    /// - Throws: an error with the cause `damaged` if the store can't be read from there on.
    func forEachRow(of meeting: String, _ body: (SealedEntry) -> Void) throws(LedgerError)
    /// Checks that no row is lost to a search by its meeting, as it can be if the store is damaged.
    ///
    /// - Throws: an error with the cause `damaged` if one is.
    func checkWhole() throws(LedgerError)
    /// Whether payloads may be withheld from whoever reads here. Elsewhere, one that is withheld was taken out.
    var mayWithhold: Bool { get }
    /// Nil if each entry was sealed as it was recorded.
    func sealedLater(_ meeting: String) throws(LedgerError) -> MeetingChain.SealedLater?
}

extension ChainReader {
    public var mayWithhold: Bool { false }

    public func checkWhole() throws(LedgerError) {}
}

/// The chain that all entries form; see `SealedEntry`.
extension Ledger {
    /// Walks the chains of all meetings, and reads as far as the store is sound.
    public func chains() throws(LedgerError) -> [MeetingChain] {
        try readChain { reader throws(LedgerError) in try ChainWalk(reader).all() }
    }

    /// Walks the chain of one meeting, and looks for the entry that its first one follows.
    public func chain(of date: CalendarDay) throws(LedgerError) -> MeetingChain {
        try readChain { reader throws(LedgerError) in try ChainWalk(reader).one(date.description) }
    }

    /// Checks that the chain of a meeting holds.
    ///
    /// - Throws: `LedgerError.forged` if it does not.
    public func checkChain(of date: CalendarDay) throws(LedgerError) {
        let chain = try readChain { reader throws(LedgerError) in try ChainWalk(reader).whole(date.description) }
        if let fault = chain.fault {
            throw .forged(name, date: date, fault: "\(fault.place) \(fault.meaning)")
        }
    }

    /// The digests that minutes can name: those of the entries by which a meeting was closed, and of its last entry.
    ///
    /// - Returns: hexadecimal digits by the entry's number.
    public func heads(of date: CalendarDay) throws(LedgerError) -> [Int: String] {
        try readChain { reader throws(LedgerError) in
            var heads: [Int: String] = [:]
            var last: SealedEntry?
            try reader.forEachRow(of: date.description) { row in
                if row.kind == "closed" { heads[row.number] = row.digest?.hex }
                last = row
            }
            if let last { heads[last.number] = last.digest?.hex }
            return heads
        }
    }
}

/// Walks the chain of entries and finds, meeting by meeting, the first one that does not fit.
private struct ChainWalk {
    private let reader: any ChainReader
    private let coder = ActCoder()

    init(_ reader: any ChainReader) { self.reader = reader }

    /// Every meeting of the ledger, oldest date first, as far as the store can be read.
    func all() throws(LedgerError) -> [MeetingChain] {
        var chains: [MeetingChain] = []
        do {
            var last = ""
            while let meeting = try reader.meeting(after: last) {
                chains.append(try chain(of: meeting))
                last = meeting
            }
            if chains.allSatisfy({ $0.fault == nil }) { try reader.checkWhole() }
        } catch let error where error.cause == .damaged {
            var lost = MeetingChain(meeting: chains.last?.meeting ?? "")
            lost.fault = ChainFault(
                entry: nil, words: chains.isEmpty ? "the first meeting" : "what follows the meeting of \(lost.meeting)",
                cause: .unreadable(error.reason ?? error.sentence))
            chains.append(lost)
        }
        checkRoots(&chains)
        return chains
    }

    /// One meeting, with the entry that it follows.
    func one(_ meeting: String) throws(LedgerError) -> MeetingChain {
        var chain = try whole(meeting)
        guard chain.fault == nil, let root = chain.root else { return chain }
        var (isThere, last) = (false, "")
        while !isThere, let other = try reader.meeting(after: last) {
            if other != meeting { try reader.forEachRow(of: other) { isThere = isThere || $0.digest == root } }
            last = other
        }
        if !isThere { chain.lose(try first(of: meeting), .rootMissing) }
        return chain
    }

    /// One meeting by itself, in a store of which no row is lost.
    func whole(_ meeting: String) throws(LedgerError) -> MeetingChain {
        var chain = try chain(of: meeting)
        guard chain.fault == nil else { return chain }
        do {
            try reader.checkWhole()
        } catch let error where error.cause == .damaged {
            chain.fault = ChainFault(unreadable: chain.count + 1, error)
        }
        return chain
    }

    /// One meeting by itself, without the entry that it follows.
    func chain(of meeting: String) throws(LedgerError) -> MeetingChain {
        var chain = MeetingChain(meeting: meeting)
        chain.sealedLater = try reader.sealedLater(meeting)
        do {
            try reader.forEachRow(of: meeting) { row in
                // The entries behind the first fault were recorded behind something that is no longer there.
                guard chain.fault == nil else { return }
                if let cause = chain.follow(row, coder, made: row.madeDigest, mayWithhold: reader.mayWithhold) {
                    chain.fault = ChainFault(row, cause)
                }
            }
        } catch let error where error.cause == .damaged {
            guard chain.fault == nil else { return chain }
            chain.fault = ChainFault(unreadable: chain.count + 1, error)
        }
        return chain
    }

    /// Each meeting's first entry follows an entry of another meeting, except one.
    private func checkRoots(_ chains: inout [MeetingChain]) {
        var known: Set<Digest> = []
        for chain in chains { known.formUnion(chain.digests) }
        var beginning: String?
        for index in chains.indices where chains[index].count > 0 {
            let chain = chains[index]
            if let root = chain.root {
                // The entry that is looked for may be behind a fault.
                if !known.contains(root), chains.allSatisfy({ $0.fault == nil || $0.fault?.cause == .rootMissing }) {
                    chains[index].lose(try? first(of: chain.meeting), .rootMissing)
                }
            } else if let other = beginning {
                chains[index].lose(try? first(of: chain.meeting), .secondBeginning(other: other))
            } else {
                beginning = chain.meeting
            }
        }
    }

    private func first(of meeting: String) throws(LedgerError) -> SealedEntry? {
        var first: SealedEntry?
        try reader.forEachRow(of: meeting) { if first == nil { first = $0 } }
        return first
    }
}

extension MeetingChain {
    /// Takes in the next row.
    ///
    /// - Parameters:
    ///   - coder: nil if the row's entry was made already.
    ///   - made: the digest that the row should have.
    /// - Returns: why it does not fit; nil if it does.
    mutating func follow(
        _ row: SealedEntry, _ coder: ActCoder?, made: @autoclosure () -> Digest, mayWithhold: Bool
    ) -> ChainFault.Cause? {
        if count == 0, date == nil { return .noDay }
        guard row.number == count + 1 else { return row.number <= count ? .repeated : .gap(expected: count + 1) }
        guard row.isSealed, let digest = row.digest else { return .notSealed }
        guard made() == digest, mayWithhold || !row.isWithheld else { return .changed }
        if count == 0 { root = row.previous } else if row.previous != digests.last { return .followsAnother }
        do {
            if let coder { _ = try row.entry(coder) }
        } catch {
            return .unknown(error.reason)
        }
        count += 1
        digests.append(digest)
        return nil
    }

    /// Nothing of the meeting fits any more, as its first entry does not.
    fileprivate mutating func lose(_ first: SealedEntry?, _ cause: ChainFault.Cause) {
        fault = ChainFault(entry: 1, words: first?.words, cause: cause)
        (count, digests) = (0, [])
    }
}

extension ChainFault {
    init(unreadable entry: Int, _ error: LedgerError) {
        self.init(entry: entry, words: nil, cause: .unreadable(error.reason ?? error.sentence))
    }

    init(_ row: SealedEntry, _ cause: Cause) {
        self.init(entry: row.number, words: row.words, cause: cause)
    }
}
