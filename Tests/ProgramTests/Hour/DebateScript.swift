import Foundation
import Testing

/// An hour as it was typed, twice: in keys, and in lines of the console.
struct DebateScript {
    /// Something that happens in the room, and what the scribe makes of it.
    struct Turn {
        /// Seconds after 10:00.
        let at: TimeInterval
        let what: String
        /// Labels of keys, with what is typed in quotation marks: `n "@wen why" Enter`.
        var keys = ""
        var lines: [String] = []
        /// The sentences that the turn is refused with.
        var refusals: [String] = []
    }

    let turns: [Turn]

    static let folder = MeetingFolder.root.appending(path: "Tests/ProgramTests/Hour")

    init() throws {
        var turns: [Turn] = []
        let text = try String(contentsOf: Self.folder.appending(path: "debate.txt"), encoding: .utf8)
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if let start = line.wholeMatch(of: /([0-9]{2}):([0-9]{2})  (.+)/)?.output {
                let (hour, minute) = (try #require(Int(start.1)), try #require(Int(start.2)))
                turns.append(Turn(at: TimeInterval((hour - 10) * 3600 + minute * 60), what: String(start.3)))
                continue
            }
            let rest = String(line.dropFirst(2))
            let last = try #require(turns.indices.last, "debate.txt begins with a time")
            switch line.first {
            case "%": turns[last].keys = rest
            case ">": turns[last].lines.append(rest)
            case "!": turns[last].refusals.append(rest)
            default: Issue.record("debate.txt: \(line)")
            }
        }
        self.turns = turns
    }
}

extension DebateScript.Turn {
    /// The keys in order; what stood in quotation marks is typed.
    var strokes: [(text: String, isTyped: Bool)] {
        keys.split(separator: "\"", omittingEmptySubsequences: false).enumerated().flatMap { place, part in
            place % 2 == 1
                ? [(String(part), true)] : part.split(separator: " ").map { (String($0), false) }
        }
    }
}
