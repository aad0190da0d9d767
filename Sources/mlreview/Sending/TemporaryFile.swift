import Foundation

/// A file that nobody else sees and that is gone when it is let go of.
final class TemporaryFile {
    let descriptor: Int32

    /// Nil where there is no room for one.
    init?() {
        var template = Array((NSTemporaryDirectory() + "/mlreview-XXXXXX").utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { return nil }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(template)
    }

    deinit { close(descriptor) }

    /// Writes a text, and goes back to its beginning.
    func write(_ text: String) -> Bool {
        let handle = FileHandle(fileDescriptor: descriptor)
        do {
            try handle.write(contentsOf: Data(text.utf8))
            try handle.seek(toOffset: 0)
            return true
        } catch {
            return false
        }
    }

    /// What others wrote into it.
    func read() -> String {
        let handle = FileHandle(fileDescriptor: descriptor)
        guard (try? handle.seek(toOffset: 0)) != nil, let bytes = try? handle.readToEnd() else { return "" }
        return String(decoding: bytes, as: UTF8.self)
    }
}
