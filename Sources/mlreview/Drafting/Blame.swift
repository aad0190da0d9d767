import Council
import Foundation
import Host

/// Who committed the lines of a file, as git knows.
struct Blame {
    /// By the number of the line. A line that is not committed has no address.
    let authors: [Int: Author]

    struct Author: Equatable {
        var name: String
        /// Nil if the line is not committed.
        var email: String?
        /// The first digits of the commit.
        var commit = ""
    }

    /// - Parameters:
    ///   - lines: The lines that are asked for.
    ///   - file: Its path in the folder.
    /// - Throws: Why git can't tell.
    init(lines: ClosedRange<Int>, of file: String, in folder: String) throws {
        let program = Program(
            "git",
            [
                "-C", folder, "--no-optional-locks", "blame", "--porcelain", "-L",
                "\(lines.lowerBound),\(lines.upperBound)",
                "--", file,
            ])
        let result = program.run(limit: Self.limit)
        switch result.ending {
        case .exited(0): authors = Self.authors(in: result.output)
        case .notStarted: throw Complaint("git can't be started, and only git knows who committed a line")
        case .late: throw Complaint("git took longer than ten seconds for \(file)")
        default:
            let reason = result.output.split(separator: "\n").last.map { ": \($0)" } ?? ""
            throw Complaint("git does not know who wrote \(file)\(reason)")
        }
    }

    private static let limit = Duration.seconds(10)

    /// Reads what `git blame --porcelain` prints: a line with the commit and the line's number, facts on the commit the
    /// first time that it is named, and the line itself behind a tab.
    static func authors(in output: String) -> [Int: Author] {
        var commits: [Substring: Author] = [:]
        var lines: [Int: Author] = [:]
        var current: (commit: Substring, line: Int)?
        for line in output.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("\t") {
                if let current { lines[current.line] = commits[current.commit] }
                current = nil
            } else if let known = current {
                let value = line.drop { $0 != " " }.dropFirst()
                if line.hasPrefix("author ") {
                    commits[known.commit] = Author(name: String(value), commit: String(known.commit.prefix(10)))
                }
                if line.hasPrefix("author-mail "), !known.commit.allSatisfy({ $0 == "0" }) {
                    commits[known.commit]?.email = String(value.trimmingPrefix("<").prefix { $0 != ">" })
                }
            } else {
                let words = line.split(separator: " ")
                guard words.count >= 3, words[0].count >= 40, words[0].allSatisfy(\.isHexDigit),
                    let number = Int(words[2])
                else { continue }
                current = (words[0], number)
            }
        }
        return lines
    }
}
