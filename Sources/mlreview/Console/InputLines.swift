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
    ///
    /// - Parameters:
    ///   - news: A descriptor that may become readable before a line is there.
    ///   - hear: What is done then. If it returns false, no line is waited for any more.
    mutating func next(besides news: Int32? = nil, _ hear: () -> Bool = { true }) throws(Complaint) -> String? {
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
            if let news, hasNews(on: news) {
                guard hear() else { return nil }
            } else {
                try readMore()
            }
        }
    }

    /// Waits for more of a line, or for news.
    private func hasNews(on news: Int32) -> Bool {
        var watched = [descriptor, news].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        while poll(&watched, 2, -1) < 0 {
            guard errno == EINTR else { return false }
        }
        // A line that is there goes first: what others did before it is told with it.
        return watched[0].revents == 0
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
