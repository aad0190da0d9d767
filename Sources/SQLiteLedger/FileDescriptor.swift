import Foundation
import Synchronization

/// An open file of this process, closed once.
final class FileDescriptor: Sendable {
    private let number: Atomic<Int32>

    init(_ number: Int32) { self.number = Atomic(number) }

    /// Nil if it can't be opened, or is a link; `errno` says why. Programs that are started from here don't inherit it.
    init?(opening path: String, _ flags: Int32) {
        let opened = open(path, flags | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard opened >= 0 else { return nil }
        number = Atomic(opened)
    }

    deinit { close() }

    /// -1 once it is closed.
    var rawValue: Int32 { number.load(ordering: .acquiring) }

    func close() {
        let open = number.exchange(-1, ordering: .acquiringAndReleasing)
        if open >= 0 { _ = Glibc.close(open) }
    }

    /// Takes the lock of this open file, unless another open file has it.
    func lockAlone() -> Bool { flock(rawValue, LOCK_EX | LOCK_NB) == 0 }

    /// Takes the lock together with others who share it, unless an open file has it alone.
    func lockShared() -> Bool { flock(rawValue, LOCK_SH | LOCK_NB) == 0 }

    @discardableResult
    func write(_ data: Data) -> Int { data.withUnsafeBytes { Glibc.write(rawValue, $0.baseAddress, $0.count) } }

    /// Makes `data` the whole of the file. Emptying it first would have ext4 wait for the disk.
    func replace(with data: Data) {
        if write(data) == data.count { _ = ftruncate(rawValue, off_t(data.count)) }
    }

    /// Reads all that is there of a descriptor that doesn't block; empty if nothing is.
    func readAll() -> [UInt8] {
        var all: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Glibc.read(rawValue, &buffer, buffer.count)
            if count > 0 { all += buffer[..<count] } else if count == 0 || errno != EINTR { return all }
        }
    }
}
