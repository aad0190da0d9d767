import ArgumentParser
import Council
import Foundation
import Minutes

struct PagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pages",
        abstract: "Writes pipeline, register and decisions beside the minutes, as closing a meeting does.",
        discussion: """
            The files are made from agendas/ and the minutes, and overwritten each time. decisions/ has a record of \
            each proposal that was decided, decisions.json and decisions.atom have every decision. index.html and README.md \
            link to them. Nothing is written if a meeting's record.json can't be read.
            """)

    @OptionGroup var folder: FolderOption
    @OptionGroup var output: OutputOption
    @Argument(
        help: "The day that the pages are of, as YYYY-MM-DD; else today. Later meetings don't count.",
        completion: .meetings)
    var date: CalendarDay?

    func run() throws {
        try complaining {
            let week = try WeekFolder(folder.folder, out: output.out, evenIfMeetingIsOpen: true)
            for path in try write(week) { try CheckedOutput.standard.printLine(path) }
            try week.tellComplaints()
        }
    }

    /// - Returns: The paths of the pages; none if a meeting is left out.
    func write(_ week: WeekFolder) throws -> [String] {
        guard week.complaints.isEmpty else { return [] }
        let day = date ?? week.today
        let templates = try week.place.templates()
        try Standing(on: day, library: week.library.known(on: day)).write(into: week.place, by: templates)
        let shortfall = MinutesIndex(
            folder: week.place.minutes, followsLink: week.place.isOutNamed, templates: templates
        ).update()
        if !shortfall.isEmpty { throw Complaint(shortfall.joined(separator: "\n")) }
        return StandingPages.names.map { (week.place.minutes as NSString).appendingPathComponent($0) }
    }
}
