import Glibc

/// Opens a file to be read. A pipe in its place does not wait for a writer: whoever wants a file looks at what was opened.
///
/// - Returns: a descriptor; a negative number if it can't be opened, and `errno` says why.
public func openToRead(_ path: String) -> Int32 {
    while true {
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        if file >= 0 || errno != EINTR { return file }
    }
}

/// Writes all bytes, and waits as long as it takes.
///
/// - Returns: false if the other end is closed.
public func writeAll(_ bytes: some Collection<UInt8>, to descriptor: Int32) -> Bool {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count > 0 {
            rest = rest.dropFirst(count)
        } else if errno != EINTR {
            return false
        }
    }
    return true
}

/// Waits until a descriptor is readable, or the time is over.
///
/// - Returns: whether it is readable.
public func waitUntilReadable(_ descriptor: Int32, milliseconds: Int32) -> Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, milliseconds) > 0
}
