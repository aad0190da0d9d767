/// A chapter of the manual: what `mlreview help NAME` shows, and the manual page mlreview-NAME(7).
public struct Topic: Sendable {
    public let name: String
    private let bytes: [UInt8]

    /// - Parameter bytes: Markdown, with its title in the first line.
    init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// In the order in which somebody new reads them.
    public static let all = [
        Topic("meeting", PackageResources.meeting_md),
        Topic("commands", PackageResources.commands_md),
        Topic("keys", PackageResources.keys_md),
        Topic("presenter", PackageResources.presenter_md),
        Topic("live", PackageResources.live_md),
        Topic("rules", PackageResources.rules_md),
        Topic("votes", PackageResources.votes_md),
        Topic("decisions", PackageResources.decisions_md),
        Topic("minutes", PackageResources.minutes_md),
        Topic("mail", PackageResources.mail_md),
        Topic("command-line", PackageResources.command_line_md),
        Topic("agenda", PackageResources.agenda_md),
        Topic("proposals", PackageResources.proposals_md),
        Topic("actions", PackageResources.actions_md),
        Topic("library", PackageResources.library_md),
        Topic("files", PackageResources.files_md),
        Topic("formats", PackageResources.formats_md),
        Topic("postgres", PackageResources.postgres_md),
        Topic("guarantees", PackageResources.guarantees_md),
    ]

    public static func named(_ name: String) -> Topic? { all.first { $0.name == name } }

    public var title: String { written.prefix { $0 != "\n" }.drop { $0 == "#" || $0 == " " }.description }

    /// Its Markdown. A link to another topic says how that one is shown; one to a file of the repository, which is not
    /// on the machine of every reader, is its words alone.
    public var text: String { text(shownBy: "mlreview help") }

    /// - Parameter command: What shows another topic, such as `mlreview help`.
    public func text(shownBy command: String) -> String {
        written.replacing(/\[([^\]\n]+)\]\(([^)\s]+)\)/) { link in
            if let topic = Self.all.first(where: { link.output.2 == "\($0.name).md" }) {
                return "\(link.output.1) (`\(command) \(topic.name)`)"
            }
            return String(link.output.2.contains("://") ? link.output.0 : link.output.1)
        }
    }

    private var written: String { String(decoding: bytes, as: UTF8.self) }
}
