import Glibc

/// A file in memory that no other program can open. It is gone once nobody holds it.
///
/// A program that is started reads its input from one and writes its output into one. Pipes would need somebody at the
/// other end all the while: a program that writes more than fits would wait, and one that ends before it has read
/// everything would break the pipe.
final class MemoryFile {
    let descriptor: Int32

    /// - Throws: The reason why the system can't make one.
    init(_ bytes: some Collection<UInt8> = [UInt8]()) throws(SystemError) {
        // The name exists for a moment only, and the mode lets no other account open it.
        let name = "/mlreview-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        descriptor = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else { throw SystemError("a file in memory can't be made") }
        shm_unlink(name)
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw SystemError("a file in memory can't be written") }
            rest = rest.dropFirst(count)
        }
        lseek(descriptor, 0, SEEK_SET)
    }

    deinit { close(descriptor) }

    /// What has been written into it, at most `limit` bytes from its beginning.
    func read(limit: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
            while count < limit {
                let got = pread(descriptor, buffer.baseAddress.map { $0 + count }, limit - count, off_t(count))
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { return }
                count += got
            }
        }
    }
}
