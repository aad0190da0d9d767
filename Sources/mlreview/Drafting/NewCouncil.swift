import Agendas
import Council
import Foundation
import Host
import Minutes

/// The folder of a council that has none yet.
struct NewCouncil {
    let folder: String
    let roster: Roster
    /// The day of the first meeting.
    let date: CalendarDay

    /// - Parameters:
    ///   - since: The day on which the chair's year begins.
    ///   - sender: Who the mails are from; nil if none are sent.
    /// - Throws: What is wrong with what was given, as `check` would find it.
    init(
        name: String, zone: String, members: [Member], chair: Handle, since: CalendarDay?, sender: String?,
        firstMeeting date: CalendarDay, in folder: String
    ) throws {
        roster = Roster(
            name: name, timeZone: zone, chair: Chair(member: chair, since: since, termMonths: 12), members: members,
            mail: sender.map { MailSettings(from: $0) })
        (self.date, self.folder) = (date, folder)
        let read = try CouncilText.roster(in: CouncilText.text(of: roster))
        guard read == roster else { throw Complaint("the council can't be written as it was given") }
    }

    /// Refuses a folder that a council has already, before anything is asked.
    static func check(_ folder: String) throws {
        let agendas = (folder as NSString).appendingPathComponent("agendas")
        let there = (try? FileManager.default.contentsOfDirectory(atPath: agendas)) ?? []
        if !there.isEmpty { throw Complaint("\(agendas) is already there, and stays as it is: name another folder") }
    }

    /// Next week's Wednesday.
    static func usualDay(after today: CalendarDay) -> CalendarDay {
        let monday = today.daysSinceEpoch - (today.weekday + 6) % 7
        return CalendarDay(daysSinceEpoch: monday + 9)
    }

    private static let ignored = ".mlreview/\n"

    private var files: [(name: String, text: String)] {
        [("council.yaml", CouncilText.text(of: roster)), ("\(date).yaml", CouncilText.firstAgenda(on: date))]
    }

    var change: FileChange {
        let shown = files.flatMap { name, text in
            ["agendas/\(name):"]
                + text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { "  \($0)" }
        }
        var change = FileChange(
            text: files.map { "# agendas/\($0.name)\n\($0.text)" }.joined(separator: "\n"), shown: shown,
            path: (folder as NSString).appendingPathComponent("agendas"),
            commitLine: commitLine,
            write: write)
        change.notes = notes
        return change
    }

    /// Without a repository, there is one to be made first.
    private var commitLine: String {
        let line = CommitLine.text(in: folder, adding: [".gitignore", "agendas"], "\(roster.name): its folder")
        // The folder itself may not be there yet.
        let there =
            FileManager.default.fileExists(atPath: folder) ? folder : folder.folderAbove
        let asked = Program("git", ["-C", there.isEmpty ? "." : there, "rev-parse", "--git-dir"]).run()
        return asked.ending.isSuccess ? line : "git init -q \(CommitLine.quoted(folder)) && \(line)"
    }

    /// The folder of agendas is put in its place last: without it, this can be done again.
    private func write() throws {
        let home = try OpenFolder(path: folder)
        if try home.read(".gitignore") == nil { try home.create(Data(Self.ignored.utf8), as: ".gitignore") }
        try home.create(files.map { ($0.name, Data($0.text.utf8)) }, inFolder: "agendas")
        try home.sync()
    }

    private var notes: [String] {
        let ignore = (folder as NSString).appendingPathComponent(".gitignore")
        let there = (try? String(contentsOfFile: ignore, encoding: .utf8)) ?? Self.ignored
        let isIgnored = there.split(whereSeparator: \.isNewline).contains { $0.trimmed.hasPrefix(".mlreview") }
        let option = folder == "." ? "" : " --dir \(CommitLine.quoted(folder))"
        return (isIgnored ? [] : ["\(ignore) was there; add a line `.mlreview/` to it"]) + [
            "next: `mlreview propose\(option)` asks for a first proposal and writes it;",
            "      `mlreview agenda refresh \(date)\(option)` adds it to the agenda once its leads approve;",
            "      `mlreview\(option)` opens the meeting",
        ]
    }
}
