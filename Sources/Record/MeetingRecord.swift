import Council
import Foundation
import GRDB

/// The live record of the meetings: the acts of each, appended one after another, and what is typed and not yet said.
///
/// Every write is one transaction that is on disk when the call returns. All calls may come from any thread; a write
/// waits for the disk, which is why a screen gives its writes to a `Recorder`.
public final class MeetingRecord: Sendable {
    let store: Store
    /// What was changed about files that were there already, such as who may read them; a sentence each.
    public let changes: [String]

    /// The folder of the record, `.mlreview`; nil for a record in memory.
    public var folder: String? { store.folder }

    /// Opens the record under `folder`, the one that holds `agendas/`, and makes it on first use.
    public init(folder: String) throws(RecordError) {
        let files = RecordFiles(under: folder)
        let changes = try files.make()
        let store = try Store(writing: files)
        self.changes = changes + store.changes
        self.store = store
    }

    /// Opens the record under `folder` to read it, and makes nothing; works where the folder can't be written.
    public init(reading folder: String) throws(RecordError) {
        changes = []
        store = try Store(reading: RecordFiles(under: folder))
    }

    /// Reads the record under `folder` and makes nothing, no file of SQLite's beside it either.
    public static func examine<T>(_ folder: String, _ body: (MeetingRecord) throws -> T) throws -> T {
        if let store = try Store(atRest: RecordFiles(under: folder)) {
            let result = Result { try body(MeetingRecord(store)) }
            if store.isUndisturbed { return try result.get() }
        }
        return try body(MeetingRecord(reading: folder))
    }

    /// A record for which there is no place now, such as on a full disk. What is there already can be read, as far as it
    /// can; every write tries first whether there is a place by then.
    public init(waitingFor error: RecordError, folder: String) throws(RecordError) {
        changes = []
        store = try Store(waitingFor: error, RecordFiles(under: folder))
    }

    /// A record that is gone when it is let go of: for rehearsals and tests.
    public static func inMemory() throws(RecordError) -> MeetingRecord { MeetingRecord(try Store()) }

    private init(_ store: Store) {
        changes = []
        self.store = store
    }

    /// Why nothing can be written now; nil where it can, as far as is known.
    public var obstacle: RecordError? { store.obstacle }

    /// Whether acts can be appended.
    public var isWritable: Bool { store.isWritable }

    /// Brings everything into the one database file, and lets go of it. Nothing is lost where this is never called.
    public func close() throws(RecordError) { try store.close() }
}
