import Council
import Foundation
import GRDB

/// The live record of the meetings: the acts of each, appended one after another, and what is typed and not yet said.
///
/// Every write is one transaction that is on disk when the call returns. All calls may come from any thread; a write
/// waits for the disk, which is why a screen gives its writes to a `Recorder`.
public final class MeetingRecord: Sendable {
    /// The folder of the record, `.mlreview`; nil for a record in memory.
    public let folder: String?
    let store: Store

    /// Opens the record under `folder`, the one that holds `agendas/`, and makes it on first use.
    public init(folder: String) throws(RecordError) {
        let files = RecordFiles(under: folder)
        try files.make()
        self.folder = files.folder
        store = try Store(writing: files)
    }

    /// Opens the record under `folder` to read it, and makes nothing; works where the folder can't be written.
    public init(reading folder: String) throws(RecordError) {
        let files = RecordFiles(under: folder)
        self.folder = files.folder
        store = try Store(reading: files)
    }

    /// A record that is gone when it is let go of: for rehearsals and tests.
    public static func inMemory() throws(RecordError) -> MeetingRecord { MeetingRecord(try Store()) }

    private init(_ store: Store) {
        folder = nil
        self.store = store
    }

    /// Whether acts can be appended.
    public var isWritable: Bool { store.isWritable }

    /// Brings everything into the one database file, and lets go of it. Nothing is lost where this is never called.
    public func close() throws(RecordError) { try store.close() }
}
