/// Bytes as they arrive, cut into lines.
struct LineBuffer {
    private var bytes: [UInt8] = []
    /// The most bytes of one line.
    private let limit: Int
    /// Whether a line became longer than that: nothing is read any more.
    private(set) var isOverfull = false

    init(limit: Int) { self.limit = limit }

    mutating func add(_ more: some Sequence<UInt8>) {
        guard !isOverfull else { return }
        bytes += more
    }

    /// The next whole line without its end; nil if there is none yet.
    mutating func next() -> [UInt8]? {
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else {
            if bytes.count > limit { (isOverfull, bytes) = (true, []) }
            return nil
        }
        guard end <= limit else {
            (isOverfull, bytes) = (true, [])
            return nil
        }
        defer { bytes.removeFirst(end + 1) }
        return Array(bytes[..<end])
    }
}
