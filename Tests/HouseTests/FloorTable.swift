/// The table of floors in `Sources/README.md`: one row for each target, with the modules that it imports.
struct FloorTable {
    struct Row {
        let floor: Int
        let target: String
        let imports: [String]
    }

    let rows: [Row]

    /// Reads the rows whose first cell is a number: `| 1 | `Screen` | what it holds | Glibc |`.
    init(_ text: String) {
        rows = text.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmed }
            guard cells.count == 6, let floor = Int(cells[1]) else { return nil }
            return Row(
                floor: floor, target: cells[2].replacing("`", with: ""),
                imports: cells[4].split(separator: ",").map { $0.trimmed })
        }
    }

    func floor(of target: String) -> Int? { rows.first { $0.target == target }?.floor }
}

extension Substring {
    /// Without the spaces around it.
    var trimmed: String { String(trimmingPrefix(" ").reversed().trimmingPrefix(" ").reversed()) }
}
