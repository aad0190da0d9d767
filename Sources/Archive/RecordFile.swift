import Agendas
import Council
import Foundation
import Host

/// The `record.json` of a meeting, as it lies in the meeting's folder.
struct RecordFile {
    let path: String
    let day: CalendarDay

    /// 16 MB; a record of a whole day's meeting has less than one.
    static let limit = 16 << 20

    init(in folder: String, of day: CalendarDay) {
        path = "\(folder.hasSuffix("/") ? String(folder.dropLast()) : folder)/\(day)/record.json"
        self.day = day
    }

    /// Reads the meeting; nil if the folder has no record.
    func meeting(within premises: Premises, roster: Roster?) throws(Fault) -> ReadMinutes? {
        guard let bytes = try bytes(within: premises) else { return nil }
        do throws(JSONReader.Fault) {
            return try RecordReader.read(bytes, of: day, roster: roster)
        } catch {
            let (line, column) = JSONReader(bytes).position(of: error.place)
            throw fault(error.sentence, line: line, column: column)
        }
    }

    private func bytes(within premises: Premises) throws(Fault) -> [UInt8]? {
        if let place = premises.placeOutside(of: path) { throw fault(Premises.fault(leadingTo: place)) }
        let file = openToRead(path)
        guard file >= 0 else {
            let cause = errno
            var status = stat()
            if cause == ENOENT || cause == ENOTDIR, lstat(path, &status) != 0 { return nil }
            throw fault("it can't be read: \(String(cString: strerror(cause)))")
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw fault("there is something other than a file where the record should be")
        }
        guard status.st_size <= Self.limit else {
            throw fault("it is larger than 16 MB, the most that is read")
        }
        return try bytes(of: file, size: Int(status.st_size))
    }

    /// As many bytes as the file had when it was looked at: one that grows meanwhile is cut off, and is told so.
    private func bytes(of file: Int32, size: Int) throws(Fault) -> [UInt8] {
        var cause: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let more = read(file, buffer.baseAddress.map { $0 + count }, size - count)
                if more < 0, errno == EINTR { continue }
                if more < 0 { cause = errno }
                if more <= 0 { return }
                count += more
            }
        }
        guard cause == 0 else { throw fault("it can't be read: \(String(cString: strerror(cause)))") }
        return bytes
    }

    private func fault(_ sentence: String, line: Int = 1, column: Int = 1) -> Fault {
        Fault(
            file: path, line: line, column: column,
            message: "\(sentence); the meeting of \(day) is left out")
    }
}
