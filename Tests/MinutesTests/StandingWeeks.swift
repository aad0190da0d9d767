import Council
import Foundation
import TestMeetings

@testable import Minutes

/// Two meetings, of 18 and 25 November 2026, and proposals that use and offer this and that. One text stands in every place
/// that a person can write in.
struct StandingWeeks {
    let library: Library
    private let word: String

    static let before = CalendarDay(daysSinceEpoch: 20_775)
    static let day = CalendarDay(daysSinceEpoch: 20_782)

    /// - Parameter word: Added to names, titles, pods, owners and notes.
    init(_ word: String = "") {
        self.word = word
        func named(_ text: String) -> String { text + word }
        func proposal(
            _ id: String, _ pod: String?, _ title: String, data: [String] = [], platform: [String] = [],
            reuse: [String] = []
        ) -> Proposal {
            Proposal(
                id: id, title: named(title), pod: pod.map(named),
                impact: Impact(value: 4_200_000, unit: named("USD/year")),
                data: data.map(named), platform: platform.map(named), reuse: reuse.map(named),
                leads: [LeadReview(role: .product, name: named("Kim Park"), verdict: .pending)],
                body: "## Business problem\nIt costs.")
        }
        func heard(_ proposal: Proposal, _ number: Int, _ verdict: Decision.Verdict?) -> HeldItem {
            HeldItem(
                id: ItemID(proposal.id), number: number, title: proposal.title, proposal: proposal, digest: "0",
                decision: verdict.map { HeldDecision(verdict: $0, spoken: $0.rawValue) })
        }
        let prepTime = proposal(
            "prep-time", "Dispatch", "Dispatch by predicted prep time", data: ["orders"], platform: ["feature-store"],
            reuse: ["prep-time-features"])
        let demand = proposal(
            "demand-15min", "Forecasting", "Demand per zone", data: ["orders", "weather-nowcast"],
            platform: ["features"], reuse: ["backtest-harness"])
        let couriers = proposal(
            "courier-supply", "Forecasting", "Couriers on the road", data: ["weather-nowcast"],
            reuse: ["backtest_harness"])
        let push = proposal("push-timing", "Marketing", "When to send", data: ["weather-nowcast"])
        let eta = proposal("eta-v3", nil, "Arrival times", data: ["Weather nowcast"], platform: ["gpu-pool"])
        let notes = proposal("notes", nil, "Notes to couriers", data: ["orders"])
        let zones = proposal("zones", "Dispatch", "Zones", data: ["weather-nowcast"], platform: ["gpu-pool"])
        library = Library(
            roster: Roster(name: "ML Council\(word)", chair: Chair(member: "priya"), members: []),
            drafts: [prepTime, demand, couriers, push, eta, notes, zones].map { Library.Draft($0, digest: "0") },
            history: [
                HeldMeeting(
                    date: Self.before,
                    items: [
                        heard(prepTime, 1, nil), heard(demand, 2, .revise), heard(push, 3, .reject),
                        heard(zones, 4, nil),
                    ]),
                HeldMeeting(
                    date: Self.day,
                    items: [heard(prepTime, 1, .approve), heard(couriers, 2, .defer), heard(zones, 3, .withdraw)]),
            ],
            platform: PlatformBook([
                PlatformPart(name: named("orders"), kind: .data, owner: named("Data Platform"), state: .live),
                PlatformPart(
                    name: named("Feature Store"), kind: .platform, owner: named("Wen Li"), state: .live,
                    aka: [named("features")], note: named("ask early")),
                PlatformPart(name: named("gpu-pool"), kind: .platform, state: .planned),
                PlatformPart(name: named("batch-features"), kind: .reuse, state: .live),
            ]))
    }

    /// The pages as they are written, without a style.
    func pages() throws -> [String: String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pages-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let minutes = folder.appending(path: "\(Self.day)")
        try FileManager.default.createDirectory(at: minutes, withIntermediateDirectories: true)
        try Data().write(to: minutes.appending(path: "minutes.html"))
        let plain = Templates(replacing: [.minutesHTML: "<style>\n/* that of the minutes */\n</style>"])
        try StandingPages(folder: folder.path, templates: plain).write(library, on: Self.day)
        return try Dictionary(
            uniqueKeysWithValues: StandingPages.names.map {
                ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
            })
    }

    /// What a meeting changed.
    func news(of date: CalendarDay = day) -> [RegisterNews] {
        library.history.filter { $0.date == date }.map(library.registerNews)
    }

    /// A meeting of 25 November that was closed.
    func journal(interestedInfra: [String] = ["ML Infra <ml-infra@example.com>", "pods@example.com"]) throws -> Journal
    {
        let roster = Roster(
            name: "ML Council\(word)", timeZone: "America/Los_Angeles", chair: Chair(member: "priya"),
            members: Roster.sample.members, interestedInfra: interestedInfra,
            mail: MailSettings(
                from: "ML Council <ml-council@example.com>", subject: "[ML Review]",
                minutesURL: "https://wiki.example.com/minutes"))
        let agenda = Agenda(date: Self.day, items: [])
        var meeting = SampleMeeting(docket: Docket(roster: roster, agenda: agenda, proposals: [:]))
        try meeting.roll(["priya", "bo", "idris", "tomas", "mei"])
        try meeting.ask(.open)
        try meeting.ask(.close)
        return meeting.journal
    }

    func mail() throws -> String? {
        let digest = "3f9a77c210be42d1" + String(repeating: "5e", count: 24)
        let journal = try journal()
        return try Minutes.documents(of: journal, heads: [journal.nextNumber - 1: digest], news: news())
            .first { $0.name == .register }?.text
    }
}
