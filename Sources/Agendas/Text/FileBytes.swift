import Foundation

/// Reads a file whole, and says in a person's words why it can't.
enum FileBytes {
    /// 1 MB; nobody writes that much for a meeting.
    static let limit = 1_000_000

    /// Why a file can't be read.
    struct Problem: Error {
        let message: String
    }

    static func read(_ path: String) throws(Problem) -> [UInt8] {
        var status = stat()
        guard !path.utf8.contains(0), stat(path, &status) == 0 else {
            let code = path.utf8.contains(0) ? EINVAL : errno
            if code == ENOENT || code == ENOTDIR {
                throw Problem(message: "there is no such file; write it, or correct its name where it is used")
            }
            throw Problem(message: "the file can't be read: \(String(cString: strerror(code)))")
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw Problem(message: "this is a folder; a text file should be here")
        default: throw Problem(message: "this is not a regular file; a text file should be here")
        }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw Problem(message: "the file can't be read; is it yours to read?")
        }
        defer { try? handle.close() }
        let data: Data?
        do {
            data = try handle.read(upToCount: limit + 1)
        } catch {
            throw Problem(message: "the file can't be read: \(error.localizedDescription)")
        }
        let bytes = [UInt8](data ?? Data())
        guard bytes.count <= limit else {
            throw Problem(
                message: "the file is larger than 1 MB; an agenda, a proposal or a council is shorter than that")
        }
        guard !bytes.isEmpty else { throw Problem(message: "the file is empty; write its text, or remove it") }
        return bytes
    }
}
