import Agendas
import ArgumentParser
import Council
import Foundation
import Screen

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes the folder of a new council: council.yaml and a first agenda.",
        discussion: """
            Asks for name, members, chair and sender if they are not given. Answer no at the end to change them. \
            Nothing that exists is overwritten.
            """)

    @OptionGroup var writing: WritingOptions
    @Option(help: "The council's name; else ML Council.")
    var name: String?
    @Option(
        help: ArgumentHelp("A member; repeat it for each: \"\(TypedSeat.form)\".", valueName: "member"))
    var member: [String] = []
    @Option(help: "The chair's handle; else the first member's.")
    var chair: String?
    @Option(help: "Who the mails are from, such as \"ML Council <ml-council@example.com>\".")
    var from: String?
    @Option(help: "The first meeting's day, as YYYY-MM-DD; else Wednesday of next week.")
    var date: CalendarDay?
    @Option(help: "The council's time zone, such as America/Los_Angeles; else this computer's.")
    var timezone: String?
    @Argument(help: "The folder that is to hold agendas/.", completion: .directory)
    var folder = "."

    func run() throws {
        try complaining {
            try NewCouncil.check(folder)
            if let problem = timezone.flatMap(CouncilText.zoneProblem) {
                throw Complaint("--timezone: \(problem)")
            }
            let zone = timezone ?? Self.zone
            let today = LocalTime(zone: zone).day(Date())
            var questions = SeatQuestions(asks: !writing.yes)
            let name = try questions.line("The council's name", usual: "ML Council", given: name)
            let members = try questions.members(given: member)
            let chair = try questions.chair(of: members, given: chair)
            let from = try questions.sender(given: from)
            var council = try NewCouncil(
                name: name, zone: zone, members: members, chair: chair, since: today, sender: from,
                firstMeeting: date ?? NewCouncil.usualDay(after: today), in: folder)
            while true {
                do {
                    return try writing.perform(council.change) { try questions.isYes($0) }
                } catch let nothingWritten as ExitCode {
                    guard let changed = try questions.changed(council) else { throw nothingWritten }
                    council = changed
                }
            }
        }
    }

    /// This computer's time zone, if it has a name of the IANA's.
    private static var zone: String {
        let name = TimeZone.current.identifier
        return name.contains("/") ? name : "UTC"
    }
}
