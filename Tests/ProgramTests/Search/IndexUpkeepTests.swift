import Council
import Foundation
import SearchIndex
import Testing

@testable import mlreview

/// The index is as the files are, whatever becomes of it or of them.
@Suite struct IndexUpkeepTests {
    @Test func aPrivateWordIsNowhere() throws {
        let past = try SearchedFolder()
        #expect(try past.answer(SearchedFolder.secret).lines.count == 1)
        _ = try past.answers()
        for name in try FileManager.default.contentsOfDirectory(atPath: past.path + "/.mlreview")
        where name.hasPrefix("search") {
            let bytes = try Data(contentsOf: URL(filePath: past.path + "/.mlreview/" + name))
            #expect(bytes.range(of: Data(SearchedFolder.secret.utf8)) == nil, "\(name)")
        }
        // The record has it: the word was there to be found.
        let record = ["", "-wal"].compactMap { end in
            try? Data(contentsOf: URL(filePath: past.path + "/.mlreview/record.sqlite" + end))
        }
        #expect(record.contains { $0.range(of: Data(SearchedFolder.secret.utf8)) != nil })
    }

    /// What a person, another program or a failure may make of the index.
    private static let harms: [(String, @Sendable (SearchedFolder) throws -> Void)] = [
        ("missing", { try FileManager.default.removeItem(atPath: $0.index) }),
        ("cut", { #expect(truncate($0.index, 20_000) == 0) }), ("empty", { #expect(truncate($0.index, 0) == 0) }),
        ("foreign", { try Data("not a database".utf8).write(to: URL(filePath: $0.index)) }),
        (
            "another database",
            {
                try FileManager.default.removeItem(atPath: $0.index)
                try FileManager.default.copyItem(atPath: $0.path + "/.mlreview/record.sqlite", toPath: $0.index)
            }
        ),
        ("newer", { try $0.patch(at: 63, to: 9) }),
        (
            "a folder with a link in its place",
            {
                try FileManager.default.removeItem(atPath: $0.index)
                try FileManager.default.createSymbolicLink(
                    atPath: $0.index, withDestinationPath: $0.path + "/agendas/council.yaml")
            }
        ),
        ("written over", { try $0.writeOver(from: 0.05) }),
        ("written over in its second half", { try $0.writeOver(from: 0.5) }),
    ]

    @Test(arguments: harms.indices) func aHarmedIndexIsMadeAnew(_ place: Int) throws {
        let past = try SearchedFolder()
        let before = try past.answers()
        let council = try past.folder.text("agendas/council.yaml")
        try Self.harms[place].1(past)
        #expect(try past.answers() == before, "\(Self.harms[place].0)")
        #expect(try past.answers() == before, "\(Self.harms[place].0)")
        #expect(try past.folder.text("agendas/council.yaml") == council)
        #expect(try Data(contentsOf: URL(filePath: past.index))[63] == 5, "the version of the tables")
    }

    @Test func whatAnEndedProgramLeftIsRemoved() throws {
        let past = try SearchedFolder(meetings: 1)
        // No process has this number; this one has its own.
        let (left, own) = (past.index + ".2147483647.5", past.index + ".\(getpid()).5")
        for path in [left, own] { try Data("half".utf8).write(to: URL(filePath: path)) }
        _ = try past.open()
        #expect(!FileManager.default.fileExists(atPath: left) && FileManager.default.fileExists(atPath: own))
    }

    @Test func aCloneWithoutARecordGivesTheSameBytes() throws {
        let past = try SearchedFolder()
        let before = try past.answers()
        try past.forgetRecord()
        #expect(try past.answers() == before)
        #expect(past.folder.has(".mlreview/.gitignore") && past.folder.has(".mlreview/search.sqlite"))
    }

    /// An index that was changed bit by bit answers as one that was made at once.
    @Test func changedFilesAreTakenIn() throws {
        let past = try SearchedFolder()
        try past.forgetRecord()
        #expect(try past.answer("wombat").lines.count == 1)
        let file = "agendas/proposals/prep-time.md"
        try past.write(past.folder.text(file).replacing("vendors", with: "wombats"), to: file)
        #expect(try past.answer("wombats").lines.first?.hasPrefix("file  prep-time") == true)
        try past.settle()
        try past.writeUnnoticed(past.folder.text(file).replacing("wombats", with: "badgers"), to: file)
        #expect(try past.answer("wombats").lines.count == 1)
        #expect(try past.answer("badgers").lines.count == 2)
        try past.write(past.folder.text(file), to: "agendas/proposals/another.md")
        #expect(try past.answer("badgers").lines.count == 4)
        try FileManager.default.removeItem(atPath: past.path + "/agendas/proposals/another.md")
        try FileManager.default.removeItem(atPath: past.path + "/minutes/2026-12-02")
        let changed = try past.answers()
        try FileManager.default.removeItem(atPath: past.index)
        #expect(try past.answers() == changed)
    }

    @Test func aFaultyFileIsLeftOutByName() throws {
        let past = try SearchedFolder()
        _ = try past.answers()
        try past.write("---\ntitle: [\n---\n", to: "agendas/proposals/prep-time.md")
        try past.write("{", to: "minutes/2026-12-02/record.json")
        for _ in 0..<2 {
            let folder = try past.open()
            #expect(folder.complaints.count == 2, "\(folder.complaints)")
            #expect(folder.complaints.contains { $0.contains("prep-time.md:3:1: error:") })
            #expect(folder.complaints.contains { $0.contains("the meeting of 2026-12-02 is left out") })
        }
        #expect(try past.answer("geofence").lines.count == 2)
        try past.write("---\ntitle: Mended wombats\n---\n", to: "agendas/proposals/prep-time.md")
        #expect(try past.answer("wombats").lines.count == 2)
        #expect(try past.open().complaints.count == 1)
    }

    @Test func nothingIsWrittenInAMeetingWithoutARecordNorInARehearsal() throws {
        let past = try SearchedFolder()
        try FileManager.default.removeItem(atPath: past.path + "/.mlreview")
        for keeping in [SearchFolder.Keeping.inMeeting, .inMemory] {
            #expect(try past.answer("geofence", keeping: keeping).lines.count == 2)
            #expect(!past.folder.has(".mlreview"))
        }
        _ = try past.answers()
        let bytes = try Data(contentsOf: URL(filePath: past.index))
        try past.write("---\ntitle: Mended wombats\n---\n", to: "agendas/proposals/prep-time.md")
        #expect(try past.answer("wombats", keeping: .inMemory).lines.count == 2)
        #expect(try Data(contentsOf: URL(filePath: past.index)) == bytes)
    }

    @Test func nothingIsWrittenWhereNothingCanBe() throws {
        let past = try SearchedFolder()
        let before = try past.answers()
        try past.write("---\ntitle: Mended wombats\n---\n", to: "agendas/proposals/prep-time.md")
        let names = try FileManager.default.contentsOfDirectory(atPath: past.path + "/.mlreview").sorted()
        let bytes = try Data(contentsOf: URL(filePath: past.index))
        var counts: [Int] = []
        try past.withoutWriting {
            counts = try ["wombats", "geofence"].map { try past.answer($0).lines.count }
        }
        #expect(counts == [2, 2])
        #expect(try FileManager.default.contentsOfDirectory(atPath: past.path + "/.mlreview").sorted() == names)
        #expect(try Data(contentsOf: URL(filePath: past.index)) == bytes)
        #expect(try past.answers() != before)
    }
}

extension SearchedFolder {
    /// - Parameter share: Of the file, before which it stays as it is.
    fileprivate func writeOver(from share: Double) throws {
        let size = try #require(FileManager.default.attributesOfItem(atPath: index)[.size] as? Int)
        for place in stride(from: Int(Double(size) * share), to: size, by: 64) { try patch(at: place, to: 0xA5) }
    }

    fileprivate func patch(at place: Int, to byte: UInt8) throws {
        let file = try FileHandle(forUpdating: URL(filePath: index))
        try file.seek(toOffset: UInt64(place))
        try file.write(contentsOf: [byte])
        try file.close()
    }

    /// Does something as somebody who may read the folder and not write it: permissions don't bind root.
    fileprivate func withoutWriting(_ body: () throws -> Void) throws {
        let inside = path + "/.mlreview"
        for name in try FileManager.default.contentsOfDirectory(atPath: inside) {
            #expect(chmod(inside + "/" + name, 0o444) == 0)
        }
        #expect(chmod(inside, 0o555) == 0)
        // Of this thread alone, for its use of files alone.
        let setUser = try #require(dlsym(nil, "setfsuid"))
        let asUser = unsafeBitCast(setUser, to: (@convention(c) (UInt32) -> Int32).self)
        let user = UInt32(bitPattern: asUser(65534))
        defer {
            _ = asUser(user)
            _ = chmod(inside, 0o755)
        }
        try body()
    }
}
