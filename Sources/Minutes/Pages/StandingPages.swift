import Council
import Foundation
import Host

/// What stands beside the minutes of all meetings: pipeline and register, as a page for people and JSON for programs of
/// each, and the decisions as JSON, as a feed, and as a record of each proposal that was decided.
///
/// They follow from files and minutes alone, and are written over each time.
public struct StandingPages: Sendable {
    private let folder: String
    private let followsLink: Bool
    private let templates: Templates

    /// The names of the files, without the records of decisions.
    public static let names = [
        pipeline + ".html", pipeline + ".json", register + ".html", register + ".json", decisions, feed,
    ]
    static let pipeline = "pipeline"
    static let register = "register"
    static let decisions = "decisions.json"
    static let feed = "decisions.atom"

    /// - Parameters:
    ///   - folder: The folder of all minutes.
    ///   - followsLink: Whether that folder may be a link.
    public init(folder: String, followsLink: Bool = true, templates: Templates = Templates()) {
        self.folder = folder
        self.followsLink = followsLink
        self.templates = templates
    }

    /// Writes the files as of a day. One that says the same already is left alone.
    public func write(_ library: Library, on day: CalendarDay) throws(MinutesError) {
        let home = try OpenFolder(path: folder, followsLink: followsLink)
        home.removeLeftovers { Self.names.contains($0) }
        let (pages, log) = (Self.pages(in: home), library.decisionLog)
        try home.put(try texts(library, log, on: day, pages: pages))
        try writeRecords(of: log, roster: library.roster, pages: pages, in: home)
        try home.sync()
    }

    private func texts(
        _ library: Library, _ log: DecisionLog, on day: CalendarDay, pages: Set<CalendarDay>
    ) throws(MinutesError) -> [(name: String, text: String)] {
        let (roster, council) = (library.roster, library.roster.name)
        let (pipeline, register) = (library.pipeline(on: day), library.register(on: day))
        let pipelinePage = Fact(reflecting: PipelineModel(pipeline, council: council, pages: pages))
        let registerPage = Fact(reflecting: RegisterPageModel(register, council: council))
        let decisions = Fact(reflecting: DecisionsModel(log, roster: roster, pages: pages))
        return [
            (Self.names[0], try page(.pipelineHTML, pipelinePage, title: "\(council): pipeline")),
            (Self.names[1], try JSONText.of(pipeline)),
            (Self.names[2], try page(.registerHTML, registerPage, title: "\(council): register")),
            (Self.names[3], try JSONText.of(register)),
            (Self.decisions, decisions.json + "\n"),
            (Self.feed, DecisionFeed(log, roster: roster, day: day, pages: pages).text),
        ]
    }

    /// Writes the record of each proposal that was decided, and removes those of decisions that no longer stand in any
    /// minutes.
    private func writeRecords(
        of log: DecisionLog, roster: Roster, pages: Set<CalendarDay>, in home: OpenFolder
    ) throws(MinutesError) {
        guard
            let records = try log.proposals.isEmpty
                ? home.existingFolder(DecisionRecordModel.folder) : home.folder(DecisionRecordModel.folder)
        else { return }
        let known = Set(log.proposals.map(\.id))
        records.removeLeftovers { $0.hasSuffix(".md") || $0.hasSuffix(".html") }
        let style = templates.style
        let made = log.proposals.concurrentMap { proposal in
            Result { () throws(MinutesError) -> [(name: String, text: String)] in
                let model = DecisionRecordModel(proposal, roster: roster, pages: pages, known: known)
                let content = try templates.render(.decisionMarkdown, with: Fact(reflecting: model)).trimmed
                let name = DecisionRecordModel.name(of: proposal.id)
                let title = model.main.title
                let page = EditedPage(Self.leadingToPages(content), title: title, style: style).html
                let warning = Self.warning(.decisionMarkdown)
                return [(name, warning + content + "\n"), (DecisionRecordModel.page(of: name), warning + page)]
            }
        }
        var texts: [(name: String, text: String)] = []
        for result in made { texts += try result.get() }
        try records.put(texts)
        let written = Set(texts.map(\.name))
        let mark = Data(Self.warningMark.utf8)
        for name in records.names where !written.contains(name) && records.holds(name) {
            if try records.read(name)?.starts(with: mark) ?? false { records.remove(name) }
        }
        try records.sync()
    }

    /// Links to other records lead to their pages.
    private static func leadingToPages(_ markdown: String) -> String {
        guard markdown.utf8.firstRange(of: ".md)".utf8) != nil else { return markdown }
        return markdown.replacing(/\]\(([A-Za-z0-9._%-]+)\.md\)/) { "](\($0.1).html)" }
    }

    private func page(_ name: Templates.Name, _ facts: Fact, title: String) throws(MinutesError) -> String {
        let content = try templates.render(name, with: facts)
        return PageFrame.html(
            title: title.onOneLine, style: templates.style, feed: Self.feed, body: Self.warning(name) + content.trimmed)
    }

    /// How each file begins that may be written over.
    private static let warningMark = "<!-- Made by mlreview from agendas/ and the minutes."

    private static func warning(_ name: Templates.Name) -> String {
        """
        \(warningMark) It is written over at each closing and by `mlreview pages`, with
             all that was changed here; agendas/templates/\(name.fileName) changes how it looks. -->

        """
    }

    /// The days whose minutes have a page.
    private static func pages(in home: OpenFolder) -> Set<CalendarDay> {
        let days = home.names.compactMap { CalendarDay($0) }.filter { day in
            let folder = (try? home.existingFolder(day.description)).flatMap { $0 }
            return folder?.holds(Minutes.Format.html.fileName) ?? false
        }
        return Set(days)
    }
}

extension OpenFolder {
    /// Writes files, except those that say the same already.
    fileprivate func put(_ texts: [(name: String, text: String)]) throws(MinutesError) {
        let results = texts.mapWhileWaiting { name, text in
            Result { () throws(MinutesError) in
                let bytes = Data(text.utf8)
                if try self.read(name) != bytes { try self.write(bytes, to: name) }
            }
        }
        for result in results { try result.get() }
    }
}
