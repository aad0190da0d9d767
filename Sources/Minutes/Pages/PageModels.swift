import Council

/// What the page of the pipeline shows.
struct PipelineModel {
    let council: String
    /// The day that it is of.
    let date: Day
    /// How many proposals are open.
    let openCount: Int
    /// Days from a lead's first word to the council's answer, this quarter and last quarter; nil if none was given.
    let median: String?
    let open: [PipelineEntryModel]
    let closed: [PipelineEntryModel]

    /// - Parameter pages: The days whose minutes have a page that can be linked to.
    init(_ pipeline: Pipeline, council: String, pages: Set<CalendarDay>) {
        let entries = pipeline.proposals.map { entry in
            (isOpen: entry.isOpen, model: PipelineEntryModel(entry, pages: pages))
        }
        self.init(
            council: council, date: Day(pipeline.day), openCount: pipeline.open,
            median: pipeline.medians, open: entries.filter(\.isOpen).map(\.model),
            closed: entries.filter { !$0.isOpen }.map(\.model))
    }

    init(
        council: String, date: Day, openCount: Int, median: String?, open: [PipelineEntryModel],
        closed: [PipelineEntryModel]
    ) {
        self.council = council
        self.date = date
        self.openCount = openCount
        self.median = median
        self.open = open
        self.closed = closed
    }
}

/// A proposal and its stage.
struct PipelineEntryModel {
    let id: String
    let title: String
    let pod: String?
    let stage: String
    /// The day since when it is there.
    let since: Day?
    /// Days since then, such as `7 days`; nil on the day itself.
    let age: String?
    /// Nil if nobody has to do anything.
    let waitsFor: String?
    /// Whether its outcome should be known by that day.
    let isOverdue: Bool
    /// `2 concerns`; nil if none is open.
    let concerns: String?
    /// The proposal that took its place.
    let revisedBy: String?
    let estimated: String?
    /// Where the minutes of its last hearing are, from the folder of all minutes; nil if they have no page.
    let minutes: String?
}

extension PipelineEntryModel {
    init(_ entry: Pipeline.Entry, pages: Set<CalendarDay>) {
        let heard = entry.heard.flatMap { pages.contains($0) ? $0 : nil }
        let anchor = Self.anchor(of: entry.id).map { "#\($0)" } ?? ""
        self.init(
            id: entry.id, title: entry.title, pod: entry.pod, stage: entry.stage, since: entry.since.map { Day($0) },
            age: entry.days.flatMap { $0 > 0 ? counted($0, "day") : nil }, waitsFor: entry.waitsFor,
            isOverdue: entry.isOverdue,
            concerns: entry.openConcerns > 0 ? counted(entry.openConcerns, "concern") : nil,
            revisedBy: entry.revisedBy, estimated: entry.estimated,
            minutes: heard.map { "\($0)/\(Minutes.Format.html.fileName)\(anchor)" })
    }

    /// The anchor that minutes give to an item of this id; nil if they number it besides.
    private static func anchor(of id: String) -> String? {
        let isPlain = id.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
            default: false
            }
        }
        return isPlain && (1...80).contains(id.utf8.count) ? "item-\(id)" : nil
    }
}

/// What the page of the register shows.
struct RegisterPageModel {
    let council: String
    let date: Day
    /// Whether platform.yaml says what is live.
    let knowsWhatIsLive: Bool
    /// What is missing, built twice and unused; then every piece, by its kind.
    let lists: [PieceListModel]
}

extension RegisterPageModel {
    init(_ register: Register, council: String) {
        self.init(
            council: council, date: Day(register.day), knowsWhatIsLive: register.knowsWhatIsLive,
            lists: Register.List.allCases.map { PieceListModel($0, of: register) }
                + PlatformPart.Kind.allCases.map { PieceListModel($0, of: register) })
    }
}
