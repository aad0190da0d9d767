/// Bytes as they arrive, cut into lines.
struct LineBuffer: Sendable {
    private var bytes: [UInt8] = []
    /// Where the next line begins, and how far it was looked for an end.
    private var (start, looked) = (0, 0)
    /// The most bytes of one line.
    private let limit: Int
    /// Whether a line became longer than that: nothing is read any more.
    private(set) var isOverfull = false

    init(limit: Int) { self.limit = limit }

    mutating func add(_ more: some Sequence<UInt8>) {
        guard !isOverfull else { return }
        if start > 0 {
            bytes.removeFirst(start)
            (start, looked) = (0, looked - start)
        }
        bytes += more
    }

    /// The next whole line without its end; nil if there is none yet.
    mutating func next() -> [UInt8]? {
        let end = bytes[looked...].firstIndex(of: UInt8(ascii: "\n"))
        guard (end ?? bytes.count) - start <= limit else {
            (bytes, start, looked, isOverfull) = ([], 0, 0, true)
            return nil
        }
        guard let end else {
            looked = bytes.count
            return nil
        }
        defer { (start, looked) = (end + 1, end + 1) }
        return Array(bytes[start..<end])
    }
}
