import Foundation
import GRDB
import Ledger

/// Recording in another place.
extension Store {
    /// Closes a connection to files, so that they can be opened anew; reading goes on in a copy in memory until they are.
    /// A closed connection must never be read: that would end the program.
    func letGo(of queue: DatabaseQueue) throws {
        guard queue.path != ":memory:" else { return }
        let copy = try Self.emptyQueue()
        // A file that can't be read any more can't be copied.
        try? queue.backup(to: copy)
        state.withLock { state in
            state.queue = copy
            // Nothing written into the copy would be found again.
            state.presence = nil
        }
        reading.lock()
        defer { reading.unlock() }
        try? queue.close()
    }

    /// Records in another place from here on, with everything that was written so far.
    func move(to home: String?) throws(LedgerError) -> RecordMove {
        guard isWritable else { throw .readOnly(path: path) }
        let here = state.withLock { $0.files }
        let files = home.map { RecordFiles(under: $0) } ?? here
        return try noting { () throws in
            let isSamePlace = files.folder == here.folder
            if isSamePlace, state.withLock({ $0.presence != nil && $0.obstacle == nil }) {
                return RecordMove(folder: files.folder, isWhole: true, setAside: nil)
            }
            let setAside = isSamePlace ? try self.setAside(files) : nil
            _ = try files.make()
            let old = state.withLock { $0.queue }
            var queue = try files.alone { () throws(LedgerError) in try Self.openForWriting(files) }
            var isWhole = false
            if try queue.read({ try Self.isEmpty($0) }), hasEverything(old) {
                try old.backup(to: queue)
                try queue.close()
                queue = try Self.openForWriting(files)
                isWhole = true
            }
            try completeMeeting(in: queue)
            state.withLock { state in
                state.lost.append(old)
                state.queue = queue
                state.files = files
                state.presence = FilePresence(of: files)
            }
            files.tellWatchers()
            return RecordMove(folder: files.folder, isWhole: isWhole, setAside: setAside)
        }
    }

    private static func isEmpty(_ db: Database) throws -> Bool {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM (SELECT 1 FROM entries LIMIT 1)") == 0
    }

    /// Whether a connection still has everything, though its files may lie nowhere any more.
    private func hasEverything(_ queue: DatabaseQueue) -> Bool {
        guard state.withLock({ $0.memory }) != nil else { return false }
        do {
            return try queue.read { db in
                try compareMeeting(in: db)
                return try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok"
            }
        } catch {
            return false
        }
    }

    // MARK: The meeting that is being recorded

    /// Compares a database with the copy of the meeting in memory.
    ///
    /// - Throws: `LedgerError.overwritten` if it has something else, or lacks something.
    func compareMeeting(in db: Database) throws {
        guard let memory = state.withLock({ $0.memory })?() else { return }
        guard try missing(from: db, memory).isEmpty else { throw LedgerError.overwritten(path: path) }
    }

    /// Writes the entries of the meeting that a database lacks at its end, sealed as they were when they were recorded.
    ///
    /// - Throws: `LedgerError.overwritten` if it has something else.
    func completeMeeting(in queue: DatabaseQueue) throws {
        guard let memory = state.withLock({ $0.memory })?() else { return }
        try Self.transaction(queue) { db in
            let missing = try missing(from: db, memory)
            guard !missing.isEmpty else { return }
            try EntryTable.insert(missing, into: db)
            // An older copy may have drafts that have become notes since.
            try DraftTable.replace(with: memory.drafts, of: memory.date, in: db)
        }
    }

    private func missing(from db: Database, _ memory: MeetingMemory) throws -> ArraySlice<SealedEntry> {
        let found = try EntryTable.rows(of: memory.date.description, in: db)
        guard let missing = memory.missing(behind: found) else { throw LedgerError.overwritten(path: path) }
        return missing
    }

    /// Puts the files in the record's place beside it, under names that nothing else has.
    func setAside(_ files: RecordFiles) throws -> String? {
        guard files.exists(files.database) else { return nil }
        var number = 1
        while files.exists("\(files.database).set-aside-\(number)") { number += 1 }
        for path in [files.log, files.index, files.database] where files.exists(path) {
            let suffix = path.dropFirst(files.database.count)
            guard rename(path, "\(files.database).set-aside-\(number)\(suffix)") == 0 else {
                throw LedgerError.failed(path, reason: LedgerError.systemReason)
            }
        }
        return "\(files.database).set-aside-\(number)"
    }
}
