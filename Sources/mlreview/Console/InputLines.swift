import Foundation

/// Standard input, line by line. An input that can't be read is not taken for one that has ended.
struct InputLines {
    private let descriptor: Int32
    private var read: [UInt8] = []
    /// Where in `read` the next line begins.
    private var start = 0
    private var hasEnded = false

    init(descriptor: Int32 = STDIN_FILENO) { self.descriptor = descriptor }

    /// The next line without its end; nil after the last one.
    mutating func next() throws(Complaint) -> String? {
        var searched = start
        while true {
            if let end = read[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = end + 1 }
                return String(decoding: read[start..<end], as: UTF8.self)
            }
            if hasEnded {
                guard start < read.count else { return nil }
                defer { start = read.count }
                return String(decoding: read[start...], as: UTF8.self)
            }
            read.removeFirst(start)
            start = 0
            searched = read.count
            try readMore()
        }
    }

    private mutating func readMore() throws(Complaint) {
        var buffer = [UInt8](repeating: 0, count: 1 << 14)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        if count > 0 {
            read += buffer[..<count]
        } else if count == 0 {
            hasEnded = true
        } else if errno == EAGAIN {
            var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            _ = poll(&watched, 1, -1)
        } else if errno != EINTR {
            throw Complaint("standard input can't be read: \(String(cString: strerror(errno)))")
        }
    }
}
