import Council
import Host

/// Makes entries of a meeting's rows. Other cores do it while more rows are read.
struct RowDecoding {
    private(set) var rows: [SealedEntry] = []
    let coder = ActCoder()
    private var begun: [Ahead<[Result<Entry, RowFault>]>] = []
    /// The last rows, which nobody has begun with.
    private var waiting: [SealedEntry] = []

    /// As many rows as are worth it to wake another core up.
    private static let portion = 400

    mutating func take(_ row: SealedEntry) {
        rows.append(row)
        waiting.append(row)
        // The first row holds the docket, which takes as long as thousands of others.
        guard row.number == 1 || waiting.count == Self.portion else { return }
        begun.append(Ahead { [waiting, coder] in Self.entries(of: waiting, coder) })
        waiting = []
    }

    /// The entries of all rows, in order.
    func entries() -> [Result<Entry, RowFault>] {
        let last = Self.entries(of: waiting, coder)
        return begun.flatMap(\.value) + last
    }

    private static func entries(of rows: [SealedEntry], _ coder: ActCoder) -> [Result<Entry, RowFault>] {
        rows.map { row in Result { () throws(RowFault) in try row.entry(coder) } }
    }
}
