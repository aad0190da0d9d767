import Room
import Testing

/// The README's table of commands says what the program's table says.
@Suite struct ReadmeTests {
    @Test func everyCommandIsInTheTableAndNoOther() throws {
        let rows = try #require(commandRows(of: House.text("README.md")), "README.md has no table of commands")
        for command in Command.all {
            #expect(rows.contains(command.usage), "README.md has no row for `\(command.usage)`")
        }
        let known = Command.all.map(\.usage)
        for row in rows { #expect(known.contains(row), "README.md has a row for `\(row)`, which is no command") }
    }

    @Test func aTableIsRead() {
        let text = """
            | command | does |
            | --- | --- |
            | `mlreview run` | no command of a meeting |

            | command | key | does |
            | --- | --- | --- |
            | `go N\\|next\\|back` | `g` | moves |
            | `open` | `o` | opens |

            `tally` is no row
            """
        #expect(commandRows(of: text) == ["go N|next|back", "open"])
        #expect(commandRows(of: "# A title\n") == nil)
    }

    /// The usages in the first column of the table that has a row for `open`; nil if there is no such table.
    private func commandRows(of text: String) -> [String]? {
        var tables: [[String]] = [[]]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("|") else {
                if tables.last?.isEmpty == false { tables.append([]) }
                continue
            }
            // A bar within a cell is written with a backslash.
            let cells = line.replacing("\\|", with: "\u{1}").split(separator: "|").map {
                $0.replacing("\u{1}", with: "|").trimmingPrefix(" ")
            }
            guard let first = cells.first, first.hasPrefix("`"), let end = first.dropFirst().firstIndex(of: "`") else {
                continue
            }
            tables[tables.count - 1].append(String(first[first.index(after: first.startIndex)..<end]))
        }
        return tables.first { $0.contains("open") }
    }
}
