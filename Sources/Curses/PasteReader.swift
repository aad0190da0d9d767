import Glibc

/// Reads what a terminal sends between the marks of a bracketed paste.
///
/// Never reads a byte beyond the end mark, which belongs to ncurses; and past that as many at once as there can be.
struct PasteReader {
    /// The mark that ends a paste.
    static let end: [UInt8] = Array("\u{1B}[201~".utf8)
    /// Milliseconds without a byte after which a paste counts as ended: its mark got lost.
    static let patience: Int32 = 1000

    let input: Int32

    /// The text pasted, its invalid UTF-8 replaced by `�`.
    func read() -> String {
        var bytes: [UInt8] = []
        // Bytes of the end mark that `bytes` ends with.
        var matched = 0
        withUnsafeTemporaryAllocation(byteCount: PasteReader.end.count, alignment: 1) { buffer in
            while matched < PasteReader.end.count {
                var descriptor = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
                let answer = poll(&descriptor, 1, PasteReader.patience)
                if answer < 0 && errno == EINTR { continue }
                guard answer > 0 else { break }
                let got = Glibc.read(input, buffer.baseAddress, PasteReader.end.count - matched)
                if got < 0 && errno == EINTR { continue }
                guard got > 0 else { break }
                for byte in buffer.prefix(got) {
                    bytes.append(byte)
                    if byte == PasteReader.end[matched] {
                        matched += 1
                    } else {
                        matched = byte == PasteReader.end[0] ? 1 : 0
                    }
                }
            }
        }
        if matched == PasteReader.end.count { bytes.removeLast(matched) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
