import Council
import Testing

@testable import Agendas

/// Everything in a folder, read on all cores at once.
@Suite struct SurveyTests {
    /// Five hundred proposals, every seventh of them wrong, and an agenda that names a few.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for number in 0..<500 {
            let keys = number % 7 == 0 ? "cots: 5" : "revises: p\(number % 50)"
            try folder.write("proposals/p\(number).md", "---\ntitle: P\(number)\n\(keys)\n---\n## Solution\n")
        }
        try folder.write(
            "2026-12-02.yaml", "date: 2026-12-02\nitems: [{ proposal: p1 }, { proposal: p7 }, { proposal: q }]\n")
        return folder
    }

    @Test func faultsAreThoseOfEachFile() throws {
        let folder = try folder()
        let all = folder.folder.survey().faults
        let files =
            ["council.yaml", "2026-11-25.yaml", "2026-12-02.yaml", "proposals/prep-time.md"]
            + (0..<500).map { "proposals/p\($0).md" }
        let each = files.flatMap { folder.folder.check(paths: [folder.path($0)]) }
        #expect(all == each.sorted())
        // Of 72 wrong ones, and those that revise themselves.
        #expect(all.count { $0.message.hasPrefix("unknown key") } == 72)
        #expect(all.contains { $0.message.hasPrefix("there is no `proposals/q.md`") })
    }

    @Test func whatIsFreeOfErrorsIsThere() throws {
        let folder = try folder()
        let survey = folder.folder.survey()
        #expect(survey.roster?.name == "ML Council")
        #expect(survey.agendas.map(\.date.description) == ["2026-11-25"])
        let wrong = Set(survey.faults.filter { $0.severity == .error && $0.file.hasSuffix(".md") }.map(\.file))
        #expect(survey.drafts.count + wrong.count == 501 && wrong.count > 72)
        let draft = try #require(survey.drafts.first { $0.proposal.id == "prep-time" })
        #expect(draft.digest == Fingerprint.digest(of: Array(TemporaryFolder.proposal.utf8)))
        #expect(throws: Faults.self) { try survey.library(history: []) }
    }

    @Test func aFaultlessFolderIsALibrary() throws {
        let folder = try TemporaryFolder()
        let library = try folder.folder.survey().library(history: [])
        #expect(library.drafts.keys.sorted() == ["prep-time"])
        #expect(library.agendas.map(\.date.description) == ["2026-11-25"])
    }

    /// A remark is a warning at the key that it is about; at the item if it lacks the key.
    @Test func remarksHaveTheirPlaces() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "2026-11-25.yaml",
            "date: 2026-11-25\nitems:\n  - { proposal: prep-time, again: why }\n  - topic: T\n    id: own\n  - topic: Chair rota\n"
        )
        try folder.write(
            "proposals/prep-time.md",
            "---\ntitle: x\nleads:\n  - { role: product, verdict: pending }\namended:\n"
                + "  - { field: pod, after: P, by: O, on: 2026-11-27, because: so, decided: 2026-11-25 }\n---\n")
        let survey = folder.folder.survey()
        let day = CalendarDay(daysSinceEpoch: 20_782)
        let places: [(Remark.Place, String)] = [
            (.council(key: "chair"), "council.yaml:3:8"), (.agenda(day, key: "items"), "2026-11-25.yaml:3:3"),
            (.agenda(day, key: "minutes"), "2026-11-25.yaml:1:1"),
            (.item(day, ItemID("prep-time"), key: "again"), "2026-11-25.yaml:3:35"),
            (.item(day, ItemID("topic:own"), key: "again"), "2026-11-25.yaml:4:5"),
            (.item(day, ItemID("topic:chair-rota"), key: "topic"), "2026-11-25.yaml:6:12"),
            (.proposal("prep-time", key: "leads"), "proposals/prep-time.md:4:3"),
            (.proposal("prep-time", key: "outcome"), "proposals/prep-time.md:1:1"),
            (.entry("prep-time", key: "amended", 0, inner: "decided"), "proposals/prep-time.md:6:74"),
            (.entry("prep-time", key: "amended", 0), "proposals/prep-time.md:6:5"),
            (.entry("prep-time", key: "amended", 1), "proposals/prep-time.md:6:3"),
        ]
        let warnings = survey.warnings(for: places.map { Remark($0.0, "Not so\u{1B}.") })
        #expect(
            warnings.map { "\($0)".replacing(folder.url.path() + "/agendas/", with: "") }
                == places.map { "\($0.1): warning: Not so\\u{1B}." })
    }
}
