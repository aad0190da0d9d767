import Foundation
import GRDB

/// Recording in another place.
extension Store {
    /// Closes a connection to files, so that they can be opened anew; reading goes on in a copy in memory until they are.
    /// A closed connection must never be read: that would end the program.
    func letGo(of queue: DatabaseQueue) throws {
        guard queue.path != ":memory:" else { return }
        let copy = try Self.emptyQueue()
        // What can't be read any more can't be copied.
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
    func move(to home: String?) throws(RecordError) -> RecordMove {
        guard isWritable, let here = state.withLock({ $0.files }) else { throw .readOnly(path: path) }
        let files = home.map { RecordFiles(under: $0) } ?? here
        return try noting { () throws in
            let isSamePlace = files.folder == here.folder
            if isSamePlace, state.withLock({ $0.presence != nil && $0.obstacle == nil }) {
                return RecordMove(folder: files.folder, isWhole: true, setAside: nil)
            }
            let setAside = isSamePlace ? try self.setAside(files) : nil
            _ = try files.make()
            let (old, reconciler) = state.withLock { ($0.queue, $0.reconciler) }
            var queue = try files.alone { () throws(RecordError) in try Self.openForWriting(files) }
            var isWhole = false
            if try queue.read({ try Self.isEmpty($0) }), let reconciler, Self.isWhole(old, reconciler) {
                try old.backup(to: queue)
                try queue.close()
                queue = try Self.openForWriting(files)
                isWhole = true
            }
            if let reconciler { try Self.transaction(queue) { db in try reconciler(db, true) } }
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
    private static func isWhole(_ queue: DatabaseQueue, _ reconciler: Reconciler) -> Bool {
        do {
            return try queue.read { db in
                try reconciler(db, false)
                return try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok"
            }
        } catch {
            return false
        }
    }

    /// Puts what lies in the record's place beside it, under names that nothing else has.
    func setAside(_ files: RecordFiles) throws -> String? {
        guard files.exists(files.database) else { return nil }
        var number = 1
        while files.exists("\(files.database).set-aside-\(number)") { number += 1 }
        for path in [files.log, files.index, files.database] where files.exists(path) {
            let suffix = path.dropFirst(files.database.count)
            guard rename(path, "\(files.database).set-aside-\(number)\(suffix)") == 0 else {
                throw RecordError.failed(path: path, reason: RecordError.systemReason)
            }
        }
        return "\(files.database).set-aside-\(number)"
    }
}
