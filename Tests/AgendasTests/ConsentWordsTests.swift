import Agendas
import Council
import Testing

/// What people have written on a meeting's items, as the meeting takes it in.
@Suite struct ConsentWordsTests {
    private let day = CalendarDay("2026-11-25")

    private func folder(consent: Bool = true) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        if consent { try folder.write("council.yaml", TemporaryFolder.council + "\nconsent: { kinds: [hiring] }\n") }
        try folder.write(
            "people/tomas.yaml",
            """
            consent:
              - { meeting: 2026-11-25, item: prep-time, word: approve, on: 2026-11-20 }
              - { meeting: 2026-11-18, item: prep-time, word: hold, on: 2026-11-17 }
              - { meeting: 2026-11-25, item: other, word: approve, on: 2026-11-20 }
              - { meeting: 2026-11-25, item: prep-time, word: flag, on: 2026-11-21, because: One city }
            """)
        return folder
    }

    @Test("The docket has the words on its own items, in the order of the file")
    func words() throws {
        let folder = try folder()
        let docket = try folder.folder.load(try #require(day))
        #expect(docket.consent?.keys.map(\.rawValue) == ["tomas"])
        #expect(docket.consent?[Handle("tomas")]?.map(\.word) == [.approve, .flag])
        #expect(docket.consent?[Handle("tomas")]?.last?.because == "One city")
    }

    @Test("A council without a lane reads none, not even faulty ones")
    func noLane() throws {
        let folder = try folder(consent: false)
        try folder.write("people/tomas.yaml", "consent: [")
        #expect(try folder.folder.load(try #require(day)).consent == nil)
    }

    @Test("A fault in somebody's file is told with its place")
    func fault() throws {
        let folder = try folder()
        try folder.write(
            "people/lena.yaml", "consent:\n  - { meeting: 2026-11-25, item: prep-time, word: approv, on: 2026-11-20 }")
        let date = try #require(day)
        let faults = #expect(throws: Faults.self) { try folder.folder.load(date) }
        #expect(
            faults?.description.hasSuffix(
                "people/lena.yaml:2:51: error: `word` must be `approve`, `flag`, `hold` or `unflag`, not `approv`; did you mean `approve`?"
            ) == true)
    }

    @Test("A file that is written, and one that appears, make the docket out of date")
    func changed() throws {
        let folder = try folder()
        let loaded = try folder.folder.read(try #require(day))
        #expect(folder.folder.isCurrent(loaded.fingerprint))
        try folder.write("people/priya.yaml", "consent: []\n")
        #expect(
            folder.folder.fingerprint(like: loaded.fingerprint).differences(from: loaded.fingerprint) == [
                "people/priya.yaml"
            ])
    }
}
