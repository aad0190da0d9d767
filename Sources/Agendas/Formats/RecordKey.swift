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
        let file = Shelf.join(agendas, CouncilFile.name)
        let bytes = try? FileBytes.read(file, within: Premises(path))
        guard let bytes, FileBytes.mention(RecordKey.key, in: bytes), let source = try? SourceText(bytes: bytes) else {
            return nil
        }
        let sheet = Sheet(file: file, source: source)
        guard let root = YAMLReader.root(of: source.text, such: "\(RecordKey.key): postgresql:///council", on: sheet)
        else {
            throw Faults(sheet.faults)
        }
        let address = sheet.mapping(root, "the council") { RecordKey.read($0) }
        let faults = sheet.faults.filter { $0.message.hasPrefix("`\(RecordKey.key)`") }
        guard faults.isEmpty else { throw Faults(faults) }
        return address
    }
}
