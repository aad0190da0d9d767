import Foundation

/// A pipe whose reading end is readable while somebody should look.
final class WakeSignal: Sendable {
    private let reading: FileDescriptor
    private let writing: FileDescriptor

    var descriptor: Int32 { reading.rawValue }

    init() throws(RecordError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .failed(path: "a pipe", reason: RecordError.systemReason) }
        for end in ends {
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        }
        reading = FileDescriptor(ends[0])
        writing = FileDescriptor(ends[1])
    }

    func raise() { writing.write(Data([1])) }

    func lower() { _ = reading.readAll() }
}
