import Council
import Foundation
import Testing

@testable import Room

/// A small council in its meeting, driven by lines as they are typed.
struct Hall {
    private(set) var journal: Journal
    private(set) var now = Date(timeIntervalSince1970: 1_795_600_000)

    var meeting: Meeting { journal.meeting }

    /// A meeting after these lines; ` / ` stands between them.
    init(_ lines: String = "") throws {
        journal = Journal(docket: Hall.docket)
        journal.append(Entry(number: 1, at: now, act: .docket(Hall.docket)))
        for line in lines.split(separator: " / ") { try type(line.trimmed) }
    }

    mutating func type(_ line: String) throws {
        guard case .ask(let request) = try Command.parse(line, in: meeting) else {
            Issue.record("`\(line)` asks nothing of the meeting")
            return
        }
        now += 1
        for act in try journal.consider(request, at: now) {
            journal.append(Entry(number: journal.nextNumber, at: now, act: act))
        }
    }

    /// The sentence with which the parser or the rules refuse a line; nil if they do not.
    func refusal(of line: String) -> String? {
        do throws(Refusal) {
            guard case .ask(let request) = try Command.parse(line, in: meeting) else { return nil }
            _ = try journal.consider(request, at: now)
            return nil
        } catch {
            return error.sentence
        }
    }

    func whyUnavailable(_ name: String) -> String? {
        Command.named(name)?.whyUnavailable(in: journal, at: now)?.sentence
    }

    static let docket: Docket = {
        let lena = TeamMember(name: "Lena Ortiz", role: .mlEngineer)
        let proposal = Proposal(id: "prep-time", title: "Prep time", techLeads: [lena], team: [lena])
        let items = [
            AgendaItem(id: ItemID("prep-time"), subject: .proposal(id: "prep-time"), minutes: 15),
            AgendaItem(id: ItemID("topic-1"), subject: .topic(title: "Chair rotation", text: "")),
        ]
        return Docket(
            roster: Roster(
                name: "ML Council", chair: Chair(member: Handle("priya")),
                members: [
                    Member(handle: Handle("priya"), name: "Priya Raman"),
                    Member(handle: Handle("tomas"), name: "Tomás Vidal"),
                    Member(handle: Handle("wen"), name: "Wen Li"),
                ],
                practitioners: [Member(handle: Handle("lena"), name: "Lena Ortiz")]),
            agenda: Agenda(date: CalendarDay("2026-11-25")!, items: items), proposals: ["prep-time": proposal])
    }()

    /// Everybody in the room, the meeting open.
    static let opened = "roll priya present / roll tomas present / roll wen remote / open"
    static let atItem = opened + " / go 1"
    static let voting = atItem + " / motion"
    static let tied = voting + " / vote tomas yes / vote wen no / tally"
    static let noted = atItem + " / note one / note @wen concern: two / note three"
}
