import Foundation
import Testing

@testable import Agendas

/// Every kind of file, spoilt in each way in which files are spoilt: the fault has a place, and nothing is half loaded.
@Suite struct MangledFileTests {
    static let names = [
        "2026-11-25.yaml", "council.yaml", "platform.yaml", "people/tomas.yaml", "proposals/prep-time.md",
    ]

    @Test(arguments: names, Mangling.allCases)
    func isRefusedAtItsPlace(name: String, mangling: Mangling) throws {
        let folder = try TemporaryFolder()
        let file = URL(filePath: folder.path(name))
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try mangling.data.write(to: file)
        let faults = folder.faults([folder.path(name)])
        let first = try #require(faults.first)
        #expect(first.hasPrefix("\(name):\(mangling.place): error: "), "\(first)")
        #expect(first.count < 300)
    }

    enum Mangling: CaseIterable {
        case noise, longLine, utf16, ring, empty

        var data: Data {
            switch self {
            case .noise: Data([0x61, 0x0A, 0x9F, 0x00, 0xC3, 0x28, 0x0A, 0xFF])
            case .longLine: Data(repeating: UInt8(ascii: "a"), count: 1_000_000)
            case .utf16: Data([0xFF, 0xFE]) + Data("date: 2026-11-25\n".utf16.flatMap { [UInt8($0), 0] })
            case .ring: Data("---\na: &x [ *x, 1 ]\n---\n".utf8)
            case .empty: Data()
            }
        }

        /// Where it is spoilt.
        var place: String {
            switch self {
            case .noise: "2:1"
            case .ring: "2:9"
            case .longLine, .utf16, .empty: "1:1"
            }
        }
    }
}
