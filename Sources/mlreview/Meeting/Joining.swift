import Council
import Foundation
import Ledger
import Live

/// The commands that bring a terminal to a meeting, as they are typed into a shell.
enum Joining {
    /// `mlreview join 'ML council'`.
    static func line(_ words: [String]) -> String {
        (["mlreview", "join"] + words.map(shellWord)).joined(separator: " ")
    }

    /// How others join a meeting that is hosted in a folder of this machine.
    static func invitation(to folder: String) -> String {
        let place = folder.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? folder
        let host = LeaseHolder.here(since: Date()).host
        return "others join with `\(line([folder]))`, or from elsewhere with `\(line(["ssh://\(host)\(place)"]))`"
    }

    /// A word as a shell takes it for one.
    private static func shellWord(_ word: String) -> String {
        let isPlain = !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || "-_./:@%+,=".contains($0) }
        return isPlain ? word : "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
}

extension Opened {
    /// How others join this meeting; nil if this terminal does not open it to them.
    var invitation: String? {
        if let host { return Joining.invitation(to: host.socket.home) }
        guard joined == nil, whyReadOnly == nil, RecordPlace.isServer(record) else { return nil }
        return "others join with `\(Joining.line([record.name]))`"
    }

    /// What goes on with the meeting after this terminal has left it.
    var resumes: String { comeBack.map { "`\($0)` comes back to it" } ?? "`mlreview` resumes it" }

    /// What whoever leaves should know of their outbox.
    var outboxLines: [String] {
        guard let count = joined?.outbox?.writings.count, count > 0 else { return [] }
        let them = count == 1 ? "it" : "them"
        return [
            "\(Self.waiting(count)) in your outbox: `mlreview outbox` shows \(them), and the next `mlreview join` sends \(them)."
        ]
    }

    static func waiting(_ count: Int) -> String {
        "\(counted(count, "entry", plural: "entries")) \(count == 1 ? "waits" : "wait")"
    }
}
