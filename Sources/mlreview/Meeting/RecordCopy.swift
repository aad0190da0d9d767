import Council
import Ledger
import PostgresLedger
import SQLiteLedger

/// Copies a whole record from one place to another, or nothing.
struct RecordCopy {
    private let source: any CopyableLedger
    private let target: RecordPlace.Named

    init(_ from: RecordPlace.Named, _ to: RecordPlace.Named) throws {
        guard from.name != to.name else { throw Complaint("from and to are the same record") }
        source = try Self.open(from) { try SQLiteLedger(reading: $0) }
        target = to
    }

    private static func open(
        _ place: RecordPlace.Named, folder: (String) throws -> SQLiteLedger
    ) throws -> any CopyableLedger {
        switch place {
        case .server(let address): try PostgresLedger(address)
        case .folder(let path): try folder(path)
        }
    }

    /// - Returns: what was copied, such as `3 meetings with 57 entries`.
    func perform() throws -> String {
        for chain in try source.chains() {
            guard let fault = chain.fault else { continue }
            throw Complaint(
                "\(chain.meeting): \(fault.place) of \(source.name) \(fault.meaning); nothing is copied from a record that was "
                    + "changed")
        }
        let contents = try source.contents()
        let meetings = Set(contents.entries.map(\.meeting)).count
        guard meetings > 0 else { throw Complaint("the record at \(source.name) has no meeting to copy") }
        try Self.open(target) { try SQLiteLedger(folder: $0) }.fill(with: contents)
        return counted(meetings, "meeting") + " with " + counted(contents.entries.count, "entry", plural: "entries")
    }
}
