import Council
import Foundation

/// The pages that lead to all minutes of a folder, and to pipeline and register: `index.html` and `README.md`, with every
/// meeting's decisions.
///
/// They are made from the `record.json` in each meeting's folder, not from the live record, so that they include
/// meetings that were held on other machines.
public struct MinutesIndex: Sendable {
    private let folder: String
    private let followsLink: Bool
    private let templates: Templates

    /// - Parameters:
    ///   - folder: The folder of all minutes.
    ///   - followsLink: Whether that folder may be a link.
    public init(folder: String, followsLink: Bool = true, templates: Templates = Templates()) {
        self.folder = folder
        self.followsLink = followsLink
        self.templates = templates
    }

    /// Brings both pages up to date. The text that people wrote around the list stays.
    ///
    /// - Returns: A sentence on each page that is not up to date; empty if all went well.
    public func update() -> [String] {
        do throws(MinutesError) {
            let home = try OpenFolder(path: folder, followsLink: followsLink)
            home.removeLeftovers { Self.names.contains($0) }
            let model = IndexModel(
                meetings: meetings(in: home), hasPipeline: home.holds(StandingPages.names[0]),
                hasRegister: home.holds(StandingPages.names[2]), hasFeed: home.holds(StandingPages.feed))
            let tree = Fact(reflecting: model)
            var complaints: [String] = []
            let pages: [(String, Templates.Name, (String) -> String)] = [
                (Self.names[0], .indexMarkdown, { "# \(MarkdownText.escaped(model.title))\n\n\($0)\n" }),
                (Self.names[1], .indexHTML, { Self.page($0, title: model.title, templates: templates) }),
            ]
            for (name, template, frame) in pages {
                let content = try templates.render(template, with: tree)
                if let complaint = try update(name, in: home, content: content, frame: frame) {
                    complaints.append(complaint)
                }
            }
            try home.sync()
            return complaints
        } catch {
            return [error.sentence]
        }
    }

    private static let names = ["README.md", "index.html"]

    private func meetings(in home: OpenFolder) -> [IndexedMeeting] {
        let days = home.names.compactMap { CalendarDay($0) }.sorted(by: >)
        let records = (try? home.existingFolder(DecisionRecordModel.folder)).flatMap { $0 }
        return days.compactMap { day in
            guard let folder = (try? home.existingFolder(day.description)).flatMap({ $0 }),
                var meeting = IndexedMeeting(day, in: folder)
            else { return nil }
            for place in meeting.decisions.indices {
                meeting.decisions[place].decisionRecord = records.flatMap { meeting.decisions[place].record(in: $0) }
            }
            return meeting
        }
    }

    private func update(
        _ name: String, in home: OpenFolder, content: String, frame: (String) -> String
    ) throws(MinutesError) -> String? {
        guard let found = try home.read(name) else {
            try home.write(Data(frame(MarkedSection.marked(content)).utf8), to: name)
            return nil
        }
        let text = String(decoding: found, as: UTF8.self)
        guard let section = MarkedSection(in: text) else {
            return "\(folder)/\(name) has no place for the list of meetings and is left as it is: "
                + "move it away, and `publish` writes a new one"
        }
        guard section.isIntact else {
            return
                "\(folder)/\(name) was edited within the list of meetings and is left as it is: write above or below "
                + "the list, or move the file away, and `publish` writes it anew"
        }
        let updated = section.replacing(content: content)
        if !updated.utf8.elementsEqual(text.utf8) { try home.write(Data(updated.utf8), to: name) }
        return nil
    }

    private static func page(_ content: String, title: String, templates: Templates) -> String {
        let heading = "<header>\n<h1>\(HTMLText.escaped(title))</h1>\n</header>"
        return PageFrame.html(
            title: title, style: templates.style, feed: StandingPages.feed,
            body: "\(heading)\n<main>\n\(content)\n</main>")
    }
}

/// All meetings, the latest first.
struct IndexModel {
    let meetings: [IndexedMeeting]
    /// Whether the page is beside the index, so that this can link to it.
    let hasPipeline: Bool
    let hasRegister: Bool
    let hasFeed: Bool

    /// The title of the pages: the council's present name.
    var title: String { (meetings.lazy.compactMap(\.council).first?.onOneLine ?? "ML Council") + ": minutes" }
}

/// One meeting of the index, with the decisions from its `record.json`.
struct IndexedMeeting {
    let date: Day
    /// Nil if the meeting's record can't be read.
    let council: String?
    let outcome: String?
    let revision: Int?
    let isDraft: Bool
    var decisions: [IndexedDecision]
    /// Whether the meeting's folder has the file, so that the index can link to it.
    let hasPage: Bool
    let hasMarkdown: Bool
}

/// One line of a meeting's register.
struct IndexedDecision: Decodable {
    let number: Int
    let anchor: String
    let title: String
    let decision: String?
    let verdict: String?
    let isOvertaken: Bool?
    let owner: String?
    /// The record of the decision, from the folder of all minutes and without the end of its name: `decisions/prep-time`.
    var decisionRecord: String?

    /// - Parameter records: The folder of such records.
    fileprivate func record(in records: OpenFolder) -> String? {
        guard anchor.hasPrefix("item-") else { return nil }
        let id = String(anchor.dropFirst("item-".count))
        let file = DecisionRecordModel.name(of: id)
        return records.holds(file) ? "\(DecisionRecordModel.folder)/\(file.dropLast(".md".count))" : nil
    }
}

extension IndexedMeeting {
    /// Reads a meeting's folder; nil if it holds no minutes.
    init?(_ day: CalendarDay, in folder: OpenFolder) {
        func isThere(_ format: Minutes.Format) -> Bool { folder.holds(format.fileName) }
        hasPage = isThere(.html)
        hasMarkdown = isThere(.markdown)
        guard hasPage || hasMarkdown || isThere(.json) else { return nil }
        date = Day(day)
        let record = (try? folder.read(Minutes.Format.json.fileName)).flatMap { $0 }.flatMap(Self.head)
        council = record?.council
        outcome = record?.outcome
        revision = record?.revision
        isDraft = record?.isDraft ?? false
        decisions = record?.register ?? []
    }

    private struct Head: Decodable {
        let council: String
        let outcome: String
        let revision: Int
        let isDraft: Bool?
        let register: [IndexedDecision]
    }

    /// The index needs only the part before the attendance, so the rest, which is most of it, is not read. A record that
    /// somebody has reformatted is read whole.
    private static func head(of record: Data) -> Head? {
        if let end = record.firstRange(of: Data("\n  \"attendance\": ".utf8))?.lowerBound {
            let start = record[..<end]
            let head = Data(start[..<(start.lastIndex(of: UInt8(ascii: ",")) ?? end)] + Data("\n}".utf8))
            if let read = try? JSONDecoder().decode(Head.self, from: head) { return read }
        }
        return try? JSONDecoder().decode(Head.self, from: record)
    }
}
