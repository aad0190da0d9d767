import Council
import Foundation

/// The pipeline and the register beside the minutes of all meetings: a page for people and JSON for programs of each.
///
/// They follow from files and minutes alone, and are written over each time.
public struct StandingPages: Sendable {
    private let folder: String
    private let followsLink: Bool
    private let templates: Templates

    /// The names of the files.
    public static let names = [pipeline + ".html", pipeline + ".json", register + ".html", register + ".json"]
    static let pipeline = "pipeline"
    static let register = "register"

    /// - Parameters:
    ///   - folder: The folder of all minutes.
    ///   - followsLink: Whether that folder may be a link.
    public init(folder: String, followsLink: Bool = true, templates: Templates = Templates()) {
        self.folder = folder
        self.followsLink = followsLink
        self.templates = templates
    }

    /// Writes the files. One that says the same already is left alone.
    public func write(_ pipeline: Pipeline, _ register: Register, council: String) throws(MinutesError) {
        let home = try OpenFolder(path: folder, followsLink: followsLink)
        home.removeLeftovers { Self.names.contains($0) }
        for (name, text) in try texts(pipeline, register, council: council, pages: Self.pages(in: home)) {
            let bytes = Data(text.utf8)
            if try home.read(name) != bytes { try home.write(bytes, to: name) }
        }
        try home.sync()
    }

    private func texts(
        _ pipeline: Pipeline, _ register: Register, council: String, pages: Set<CalendarDay>
    ) throws(MinutesError) -> [(name: String, text: String)] {
        let pipelinePage = Fact(reflecting: PipelineModel(pipeline, council: council, pages: pages))
        let registerPage = Fact(reflecting: RegisterPageModel(register, council: council))
        return [
            (Self.names[0], try page(.pipelineHTML, pipelinePage, title: "\(council): pipeline")),
            (Self.names[1], try JSONText.of(pipeline)),
            (Self.names[2], try page(.registerHTML, registerPage, title: "\(council): register")),
            (Self.names[3], try JSONText.of(register)),
        ]
    }

    private func page(_ name: Templates.Name, _ facts: Fact, title: String) throws(MinutesError) -> String {
        let content = try templates.render(name, with: facts)
        return PageFrame.html(
            title: title.onOneLine, style: templates.style, body: Self.warning(name) + content.trimmed)
    }

    private static func warning(_ name: Templates.Name) -> String {
        """
        <!-- Made by mlreview from agendas/ and the minutes. It is written over at each closing and by `mlreview pages`, with
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
