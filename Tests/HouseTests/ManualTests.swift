import Foundation
import Help
import Room
import Testing

/// The manual's table of commands says what the program's table says, and README and manual lead to what is there.
@Suite struct ManualTests {
    private static let topics = "Sources/Help/Topics"
    private static let commands = "\(topics)/commands.md"

    private static let files =
        (try? FileManager.default.contentsOfDirectory(atPath: House.root.path + "/" + topics)) ?? []

    @Test func everyFileIsATopicAndEveryTopicHasATitle() {
        #expect(Self.files.sorted() == Topic.all.map { "\($0.name).md" }.sorted())
        for topic in Topic.all { #expect(topic.title.count > 3 && !topic.title.hasPrefix("#"), "\(topic.name)") }
    }

    /// Files and headings alike: a reader follows them on the web.
    @Test(arguments: ["README.md", ".github/CONTRIBUTING.md"] + files.map { "\(topics)/\($0)" })
    func everyLinkLeadsSomewhere(file: String) throws {
        let folder = House.root.appending(path: file).resolvingSymlinksInPath().deletingLastPathComponent()
        let links = try House.text(file).matches(of: /\]\(([^)\s]+)\)/).map { String($0.output.1) }
        for link in links where !link.contains("://") {
            #expect(!link.contains("#"), "\(file) leads into the middle of a file: \(link)")
            #expect(
                FileManager.default.fileExists(atPath: folder.appending(path: link).path), "\(file) leads to \(link)")
        }
    }

    @Test func aTopicSaysHowAnotherIsShown() throws {
        let live = try #require(Topic.named("command-line"))
        #expect(live.text.contains("see Several terminals (`mlreview help live`)"))
        #expect(Topic.all.allSatisfy { !$0.text.contains(".md)") })
    }

    /// Two minutes of a reader's time.
    @Test func theReadmeIsReadToItsEnd() throws {
        let text = try House.text("README.md")
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 90)
        #expect(text.split(whereSeparator: \.isWhitespace).count <= 600)
    }

    @Test func everyCommandIsInTheTableAndNoOther() throws {
        let rows = try #require(commandRows(of: House.text(Self.commands)), "\(Self.commands) has no table")
        for command in Command.all {
            #expect(rows.contains(command.usage), "\(Self.commands) has no row for `\(command.usage)`")
        }
        let known = Command.all.map(\.usage)
        for row in rows { #expect(known.contains(row), "\(Self.commands) has a row for `\(row)`, which is no command") }
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
