import Council
import Host

/// `record` of `council.yaml`: the database that the record is in, if it is not in `.mlreview/`. It belongs to the folder
/// and not to the roster, which every meeting takes in.
enum RecordKey {
    static let key = "record"

    static func read(_ fields: Fields) -> DatabaseAddress? {
        guard let text = fields.line(key) else { return nil }
        do throws(DatabaseAddress.Fault) {
            return try DatabaseAddress(text)
        } catch {
            // The text may have a password in it, and is not repeated.
            fields.fault(key, "`\(key)` is no address: \(error.sentence)")
            return nil
        }
    }
}

extension AgendaFolder {
    /// The database that `council.yaml` names for the record; nil if it names none, and the record is in `.mlreview/`.
    ///
    /// Other faults of that file are no hindrance, as with the folder of the minutes.
    ///
    /// - Throws: why it can't be that database. A record is not begun elsewhere by mistake.
    public func record() throws(Faults) -> DatabaseAddress? {
        try councilKey(RecordKey.key, such: "\(RecordKey.key): postgresql:///council", RecordKey.read)
    }
}
