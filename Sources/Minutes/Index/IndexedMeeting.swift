import Council
import Foundation

/// One meeting of the index: what its `record.json` says of its decisions.
struct IndexedMeeting {
    let date: Day
    /// Nil where the meeting's record can't be read.
    let council: String?
    let outcome: String?
    let revision: Int?
    let decisions: [IndexedDecision]
    /// Which files the meeting's folder has, to link to.
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
}

extension IndexedMeeting {
    /// Reads a meeting's folder; nil where it holds no minutes.
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
        decisions = record?.register ?? []
    }

    private struct Head: Decodable {
        let council: String
        let outcome: String
        let revision: Int
        let register: [IndexedDecision]
    }

    /// What the index needs stands before the attendance; the rest, which is most of it, need not be read. A record that
    /// somebody laid out anew is read whole.
    private static func head(of record: Data) -> Head? {
        if let end = record.firstRange(of: Data("\n  \"attendance\": ".utf8))?.lowerBound {
            let start = record[..<end]
            let head = Data(start[..<(start.lastIndex(of: UInt8(ascii: ",")) ?? end)] + Data("\n}".utf8))
            if let read = try? JSONDecoder().decode(Head.self, from: head) { return read }
        }
        return try? JSONDecoder().decode(Head.self, from: record)
    }
}
