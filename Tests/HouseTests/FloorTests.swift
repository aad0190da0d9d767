import Testing

/// A target imports only from floors below its own, and only what `Package.swift` declares; the map says the same.
@Suite struct FloorTests {
    @Test func theHouseStandsAsItsPlansSay() throws {
        let manifest = Manifest(try House.text("Package.swift"))
        let table = FloorTable(try House.text("Sources/README.md"))
        let sources = try House.sources()
        try #require(sources.count > 100 && manifest.targets.count > 10 && table.rows.count > 10)
        for fault in Floors(manifest: manifest, table: table, sources: sources).faults { Issue.record("\(fault)") }
    }

    /// A house of two targets, and what is found when one of its plans is changed.
    @Test(
        arguments: [
            (nil, "", "", []),
            (
                "import Room", "", "",
                ["Sources/Screen/Grid.swift:2: Package.swift does not let Screen import Room"]
            ),
            (
                "import Yams", "", "",
                ["Sources/Screen/Grid.swift:2: Package.swift does not let Screen import Yams"]
            ),
            (
                "import Foundation", "", "",
                ["Sources/README.md says that Screen imports “Glibc”; it imports “Foundation, Glibc”"]
            ),
            (
                "import Room", #"name: "Screen""#, #"name: "Screen", dependencies: ["Room"]"#,
                [
                    "Screen on floor 1 imports Room on floor 2",
                    "Sources/README.md says that Screen imports “Glibc”; it imports “Glibc, Room”",
                ]
            ),
            (
                nil, #""Screen","#, #""Screen", "Files","#,
                [
                    "Package.swift lets Room import Files, and no file does",
                    "Sources/README.md says that Room imports “Screen, Yams”; it imports “Files, Screen, Yams”",
                ]
            ),
            (
                nil, "| Screen, Yams |", "| Screen |",
                ["Sources/README.md says that Room imports “Screen”; it imports “Screen, Yams”"]
            ),
            (nil, "| 2 | `Room` |", "| 1 | `Room` |", ["Room on floor 1 imports Screen on floor 1"]),
            (nil, "| 1 | `Screen` | cells | Glibc |", "", ["Sources/README.md has 0 rows for Screen"]),
            (
                nil, "| 1 | `Screen` |", "| 1 | `Cellar` | | |\n| 1 | `Screen` |",
                ["Sources/README.md has a row for Cellar, which is no target"]
            ),
            (
                nil, #".target(name: "Screen"),"#, "",
                [
                    "Sources/Screen/Grid.swift belongs to no target of Package.swift",
                    "Sources/README.md has a row for Screen, which is no target",
                ]
            ),
        ] as [(String?, String, String, [String])])
    func aContradictionIsFound(line: String?, part: String, replacement: String, faults: [String]) {
        func changed(_ text: String) -> String { part.isEmpty ? text : text.replacing(part, with: replacement) }
        let floors = Floors(
            manifest: Manifest(changed(Self.manifest)), table: FloorTable(changed(Self.map)),
            sources: [
                Self.source("Screen", "Grid", ["import Glibc"] + (line.map { [$0] } ?? [])),
                Self.source("Room", "Pane", ["import Screen", "import Yams"]),
            ])
        #expect(floors.faults == faults)
    }

    @Test func theManifestIsReadAsSwiftPMReadsIt() {
        #expect(
            Manifest(Self.manifest).targets == [
                .init(name: "Screen", isTest: false, dependencies: []),
                .init(name: "Room", isTest: false, dependencies: ["Screen", "Yams"]),
                .init(name: "RoomTests", isTest: true, dependencies: ["Room"]),
            ])
    }

    @Test(arguments: [
        ("import Council", "Council"), ("  import Foundation", "Foundation"), ("@testable import Room", "Room"),
        ("public import Screen", "Screen"), ("@preconcurrency import GRDB", "GRDB"),
        ("import struct Foundation.Date", "Foundation"), ("import Glibc // for poll", "Glibc"),
        ("internal import enum Screen.Role", "Screen"), ("// import Curses", nil), ("let important = 1", nil),
        ("/// import Council", nil), ("important()", nil),
    ])
    func anImportLineIsFound(line: String, module: String?) {
        #expect(House.Source.module(importedBy: Substring(line)) == module)
    }

    private static let manifest = """
        let package = Package(
            dependencies: [.package(url: "https://example.com/yams", from: "6.2.0")],
            targets: [
                // .target(name: "Gone", dependencies: ["Screen"]),
                .target(name: "Screen"),
                .target(
                    name: "Room",
                    dependencies: ["Screen", .product(name: "Yams", package: "yams")], exclude: ["Old"]),
                .testTarget(name: "RoomTests", dependencies: [.target(name: "Room")], exclude: ["Snapshots"]),
            ])
        """

    private static let map = """
        | floor | target | holds | imports |
        | --- | --- | --- | --- |
        | 1 | `Screen` | cells | Glibc |
        | 2 | `Room` | panes | Screen, Yams |
        """

    private static func source(_ target: String, _ name: String, _ lines: [String]) -> House.Source {
        House.Source(target: target, path: "Sources/\(target)/\(name).swift", lines: lines.map { Substring($0) })
    }
}
