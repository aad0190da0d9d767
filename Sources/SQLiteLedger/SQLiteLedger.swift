import Council
import Foundation
import GRDB
import Ledger

/// The record of the meetings in a folder: `.mlreview/record.sqlite`.
///
/// Every write is one transaction that is on disk when the call returns.
public final class SQLiteLedger: Ledger {
    let store: Store
    public let changes: [String]

    public var name: String { store.path }
    public var folder: String? { store.folder }

    /// Opens the record under `folder`, the one that holds `agendas/`, and makes it on first use.
    public init(folder: String) throws(LedgerError) {
        let files = RecordFiles(under: folder)
        let changes = try files.make()
        let store = try Store(writing: files)
        self.changes = changes + store.changes
        self.store = store
    }

    /// Makes the folder of the record if there is none: it is its owner's alone, and kept out of git.
    public static func makeFolder(under folder: String) throws(LedgerError) {
        let files = RecordFiles(under: folder)
        if !files.exists(files.folder) { _ = try files.make() }
    }

    /// Opens the record under `folder` to read it, and makes nothing; works if the folder can't be written.
    public init(reading folder: String) throws(LedgerError) {
        changes = []
        store = try Store(reading: RecordFiles(under: folder))
    }

    /// Reads the record under `folder` and makes nothing, not even SQLite's own files beside it.
    public static func examine<T>(_ folder: String, _ body: (SQLiteLedger) throws -> T) throws -> T {
        if let store = try Store(atRest: RecordFiles(under: folder)) {
            let result = Result { try body(SQLiteLedger(store)) }
            if store.isUndisturbed { return try result.get() }
        }
        return try body(SQLiteLedger(reading: folder))
    }

    /// A record for which there is no place now, such as on a full disk. What is there already can be read, as far as it
    /// can; every write tries first whether there is a place by then.
    public init(waitingFor error: LedgerError, folder: String) throws(LedgerError) {
        changes = []
        store = try Store(waitingFor: error, RecordFiles(under: folder))
    }

    private init(_ store: Store) {
        changes = []
        self.store = store
    }

    public var obstacle: LedgerError? { store.obstacle }

    public var isWritable: Bool { store.isWritable }

    public func check() throws(LedgerError) { try store.check() }

    public func move(to home: String?) throws(LedgerError) -> RecordMove { try store.move(to: home) }

    public func setMemory(_ memory: (@Sendable () -> MeetingMemory?)?) { store.setMemory(memory) }

    public func watch() throws(LedgerError) -> (any LedgerWatch)? { try ChangeWatch(folder: store.folder) }

    /// Brings everything into the one database file, and lets go of it. Nothing is lost if this is never called.
    public func close() throws(LedgerError) { try store.close() }
}
