import Foundation
import SearchIndex
import Testing

/// A folder's files, looked at by several cores.
@Suite struct FolderListingTests {
    private let folder = FileManager.default.temporaryDirectory.path + "/listing-\(UUID())"

    @Test func everyFileThatIsMeantIsListedWithItsMark() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        // More than one core looks at.
        let names = (0..<1500).map { "n\($0)" }
        for name in names + ["other"] {
            #expect(FileManager.default.createFile(atPath: folder + "/" + name, contents: Data(name.utf8)))
        }
        let listing = listing()
        #expect(listing.files.map(\.name).sorted() == names.sorted())
        for (name, mark) in listing.files { #expect(mark == FileMark(of: folder + "/" + name), "\(name)") }
        #expect(listing.digest == self.listing().digest && !listing.hasLinks)
        try Data("n7, longer".utf8).write(to: URL(filePath: folder + "/n7"))
        #expect(listing.digest != self.listing().digest)
    }

    @Test func aListingIsSettledOnceItsLastChangeIs() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in ["n1", "n2"] { #expect(FileManager.default.createFile(atPath: folder + "/" + name, contents: nil)) }
        let listing = listing()
        let last = try #require(listing.files.map(\.mark.changed).max())
        for now in [last, last + 20_000_001, last + 2_000_000_001] {
            #expect(listing.isSettled(at: now) == listing.files.allSatisfy { $0.mark.isSettled(at: now) })
        }
        #expect(!listing.isSettled(at: last) && listing.isSettled(at: last + 2_000_000_001))
    }

    @Test func aFileInEachFolderIsMeant() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for name in ["n1", "n2", "n3"] {
            try FileManager.default.createDirectory(atPath: folder + "/" + name, withIntermediateDirectories: true)
        }
        #expect(FileManager.default.createFile(atPath: folder + "/n2/inner", contents: nil))
        #expect(listing(inner: "inner").files.map(\.name) == ["n2"])
        try FileManager.default.createSymbolicLink(atPath: folder + "/n4", withDestinationPath: "n2")
        let linked = listing(inner: "inner")
        #expect(linked.files.map(\.name).sorted() == ["n2", "n4"] && linked.hasLinks)
        #expect(FolderListing(of: folder + "/nowhere") { _ in true }.files.isEmpty)
    }

    private func listing(inner: String? = nil) -> FolderListing {
        FolderListing(of: folder, inner: inner) { $0[0] == UInt8(ascii: "n") }
    }
}
