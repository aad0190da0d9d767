import Council
import Foundation
import Host

/// Reads whole files, and says in plain words why one can't be read.
enum FileBytes {
    /// 1 MB; nobody writes that much for a meeting.
    static let limit = 1_000_000

    /// Why a file can't be read.
    struct Problem: Error {
        let message: String
    }

    /// - Parameter premises: The folder that the file must lie in once links are followed; if nil, it may lie anywhere.
    static func read(_ path: String, within premises: Premises? = nil) throws(Problem) -> [UInt8] {
        if let place = premises?.placeOutside(of: path) { throw Problem(message: Premises.fault(leadingTo: place)) }
        let file = path.utf8.contains(0) ? -1 : openToRead(path)
        guard file >= 0 else {
            let code = path.utf8.contains(0) ? EINVAL : errno
            if code == ENOENT || code == ENOTDIR {
                throw Problem(message: "there is no such file; write it, or correct its name where it is used")
            }
            if code == EACCES { throw Problem(message: "you have no right to read this file; change its permissions") }
            // A socket can't be opened.
            if code == ENXIO { throw Problem(message: "this is not a regular file; a text file should be here") }
            throw Problem(message: "the file can't be read: \(String(cString: strerror(code)))")
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else {
            throw Problem(message: "the file can't be read: \(String(cString: strerror(errno)))")
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw Problem(message: "this is a folder; a text file should be here")
        default: throw Problem(message: "this is not a regular file; a text file should be here")
        }
        let bytes = try bytes(of: file, size: Int(status.st_size))
        guard bytes.count <= limit else {
            throw Problem(
                message: "the file is larger than 1 MB, the most that is read; shorten it")
        }
        guard !bytes.isEmpty else { throw Problem(message: "the file is empty; write its text, or remove it") }
        return bytes
    }

    /// Whether a word is anywhere in the bytes. Most councils don't use most keys, and a start does not wait for the whole
    /// file to be read as YAML for each of them.
    static func mention(_ word: String, in bytes: [UInt8]) -> Bool {
        let word = Array(word.utf8)
        return bytes.indices.contains { bytes[$0] == word.first && bytes[$0...].starts(with: word) }
    }

    /// All bytes, or more than the limit if there are more.
    ///
    /// - Parameter size: As many as there seem to be.
    private static func bytes(of file: Int32, size: Int) throws(Problem) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= limit {
            let most = min(max(0, size - bytes.count), limit) + 1
            var cause: Int32 = 0
            let part = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
                let more = Foundation.read(file, buffer.baseAddress, most)
                if more < 0 { cause = errno }
                count = max(0, more)
            }
            guard cause == 0 else {
                throw Problem(message: "the file can't be read: \(String(cString: strerror(cause)))")
            }
            if part.isEmpty { break }
            bytes = bytes.isEmpty ? part : bytes + part
        }
        return bytes
    }
}
