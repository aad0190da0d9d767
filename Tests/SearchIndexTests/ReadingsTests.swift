import Archive
import Council
import SearchIndex
import TestMeetings
import Testing

/// What was read of files comes back as it was, and only while the files look the same.
@Suite struct ReadingsTests {
    private static let past = MadeUpPast(seed: 5, meetings: 8)
    private static let meetings = Dictionary(
        uniqueKeysWithValues: past.meetings.map {
            ($0.date.description, ReadMinutes(meeting: $0, entry: 7, version: 2))
        })

    private static func files(_ names: some Sequence<String>, changed: Int64 = 1) -> [(name: String, mark: FileMark)] {
        names.map { ($0, FileMark(size: 1, modified: 1, changed: changed, inode: 1)) }
    }

    private static func kept(_ read: [String: ReadMinutes]) throws -> SearchIndex {
        let index = try SearchIndex()
        try index.keep(read, in: files(read.keys), by: "one")
        return index
    }

    private static func known(
        _ index: SearchIndex, changed: Int64 = 1, by reader: String = "one"
    ) throws -> [String: ReadMinutes] {
        let known = try index.minutes(in: files(meetings.keys, changed: changed), by: reader)
        return Dictionary(uniqueKeysWithValues: known.map { ($0.meeting.date.description, $0) })
    }

    @Test func everyMeetingComesBackAsItWas() throws {
        #expect(Self.meetings.count == 8)
        #expect(try Self.known(Self.kept(Self.meetings)) == Self.meetings)
    }

    @Test func everyProposalComesBackAsItWas() throws {
        var generator = HistoryGenerator(seed: 12)
        let drafts = Dictionary(
            uniqueKeysWithValues: generator.drafts(200).map { ("\($0.id).md", Library.Draft($0, digest: $0.id)) })
        let index = try SearchIndex()
        let files = Self.files(drafts.keys)
        try index.keep(drafts, in: files, by: "one")
        let known = try index.drafts(in: files, by: "one")
        #expect(Dictionary(uniqueKeysWithValues: known.map { ("\($0.proposal.id).md", $0) }) == drafts)
    }

    @Test func anotherLookReaderOrFolderHasNothing() throws {
        let index = try Self.kept(Self.meetings)
        #expect(try Self.known(index, changed: 2).isEmpty)
        #expect(try Self.known(index, by: "two").isEmpty)
        #expect(try index.drafts(in: Self.files(Self.meetings.keys), by: "one").isEmpty)
    }

    @Test func whatIsGoneOrReadByAnotherIsForgotten() throws {
        let index = try Self.kept(Self.meetings)
        let first = try #require(Self.meetings.keys.min())
        try index.keep(
            [first: try #require(Self.meetings[first])], in: Self.files([first], changed: 2), by: "one")
        #expect(try Self.known(index).isEmpty)
        #expect(try Self.known(index, changed: 2) == Self.meetings.filter { $0.key == first })
        try index.keep([String: ReadMinutes](), in: Self.files([first]), by: "two")
        #expect(try Self.known(index, changed: 2).isEmpty)
    }
}
