import Glibc

/// A pipe to itself: a signal handler writes at one end, and the loop's wait ends at the other.
struct WakePipe {
    let reader: Int32
    let writer: Int32

    init() throws(TerminalError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .system(String(cString: strerror(errno))) }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        reader = ends[0]
        writer = ends[1]
    }

    /// The signals that arrived, in order, each once.
    func drain() -> [Int32] {
        var signals: [Int32] = []
        withUnsafeTemporaryAllocation(byteCount: 64, alignment: 1) { buffer in
            while true {
                let got = read(reader, buffer.baseAddress, 64)
                guard got > 0 else { return }
                for byte in buffer.prefix(got) where !signals.contains(Int32(byte)) { signals.append(Int32(byte)) }
            }
        }
        return signals
    }

    func close() {
        Glibc.close(reader)
        Glibc.close(writer)
    }
}
