// swift-tools-version: 6.2
import PackageDescription

// The floors, lowest first. A target may import only from floors below its own;
// `Tests/HouseTests` reads every import line against this table.
let package = Package(
    name: "mlreview",
    products: [.executable(name: "mlreview", targets: ["mlreview"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    ],
    targets: [
        // Floor 0: C libraries.
        .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .systemLibrary(
            name: "CMarkdown",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CDigest", providers: [.apt(["libmd-dev"])]),
        .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
        .target(name: "CPostgres"),

        // Floor 1: what an ML Review is, what a terminal screen is, what the operating system gives, Markdown that
        // people write, and the manual.
        .target(name: "Council"),
        .target(name: "Screen"),
        .target(
            name: "Host",
            dependencies: [
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .target(name: "Markdown", dependencies: ["CMarkdown"]),
        .target(name: "Digests", dependencies: ["CDigest"]),
        .target(name: "Help", resources: [.embedInCode("Topics")]),

        // Floor 2: the outside world, one target for each part of it.
        .target(name: "Agendas", dependencies: ["Council", "Digests", "Host", "CYAML"]),
        .target(name: "Ledger", dependencies: ["Council", "Host", "Digests"]),
        .target(
            name: "Minutes",
            dependencies: [
                "Council", "Host", "Screen", "CMarkdown", "Markdown",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.embedInCode("Templates")]),
        .target(name: "Curses", dependencies: ["Screen", "Host", "CNcurses"]),

        // Floors 3 and 4: the record in files, what earlier meetings left, its index, the room with its commands, and the program.
        .target(
            name: "SQLiteLedger",
            dependencies: [
                "Ledger", "Council", "Digests", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .target(
            name: "PostgresLedger",
            dependencies: ["Ledger", "Council", "Digests", "Host", "CPostgres"],
            resources: [.embedInCode("SQL")]),
        .target(
            name: "SearchIndex",
            dependencies: [
                "Council", "Host", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        .target(name: "Archive", dependencies: ["Council", "Host", "Agendas", "Minutes"]),
        .target(name: "Room", dependencies: ["Council", "Screen", "Help", "CMarkdown", "Markdown"]),
        .target(name: "Live", dependencies: ["Council", "Host", "Ledger"]),
        .executableTarget(
            name: "mlreview",
            dependencies: [
                "Council", "Screen", "Host", "Agendas", "Ledger", "SQLiteLedger", "PostgresLedger", "Minutes",
                "Archive", "SearchIndex", "Curses", "Room", "Live", "Help",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            linkerSettings: [.withSwiftInside, .inOrderOfStart] + .withLittleICU),

        // Meetings that the tests of several targets hold.
        .target(name: "TestMeetings", dependencies: ["Council"], path: "Tests/TestMeetings"),

        .testTarget(name: "CouncilTests", dependencies: ["Council"]),
        .testTarget(name: "ScreenTests", dependencies: ["Screen"]),
        .testTarget(name: "HostTests", dependencies: ["Host"]),
        .testTarget(name: "MarkdownTests", dependencies: ["Markdown"]),
        .testTarget(name: "AgendasTests", dependencies: ["Agendas", "TestMeetings"]),
        .testTarget(
            name: "LedgerTests", dependencies: ["Ledger", "SQLiteLedger", "PostgresLedger", "Council", "Host"]),
        .testTarget(
            name: "PostgresLedgerTests",
            dependencies: ["PostgresLedger", "SQLiteLedger", "Ledger", "LedgerTests", "Live", "Host", "Council"]),
        .testTarget(
            name: "SQLiteLedgerTests", dependencies: ["SQLiteLedger", "Ledger", "LedgerTests", "Council"],
            exclude: ["Records"]),
        .testTarget(
            name: "MinutesTests", dependencies: ["Minutes", "Council", "CMarkdown", "TestMeetings"],
            exclude: ["Golden"]),
        .testTarget(
            name: "ArchiveTests", dependencies: ["Archive", "Agendas", "Minutes", "Council", "TestMeetings"],
            exclude: ["Records"]),
        .testTarget(
            name: "SearchIndexTests", dependencies: ["SearchIndex", "Archive", "Council", "TestMeetings"]),
        .testTarget(name: "LiveTests", dependencies: ["Live", "Ledger", "Host", "Council"]),
        .testTarget(name: "CursesTests", dependencies: ["Curses", "Host", "Room", "Council"]),
        .testTarget(name: "CommandsTests", dependencies: ["Room", "Screen", "Council"]),
        .testTarget(
            name: "RoomTests", dependencies: ["Room", "Screen", "Council"], exclude: ["Snapshots"]),
        .testTarget(
            name: "ProgramTests",
            dependencies: [
                "mlreview", "Room", "Ledger", "SQLiteLedger", "SearchIndex", "Agendas", "Minutes", "Archive", "Screen",
                "Council", "TestMeetings", "LedgerTests", "MinutesTests",
            ],
            exclude: [
                "Mail/mail_server.py", "Mail/deliver.sh", "Mail/keep_arguments.sh", "Mail/exit_with.sh", "Mail/hold.sh",
                "Quarter", "Week/FourWeeks.md", "Hour/debate.txt", "Hour/minutes.md", "Whole/meeting.txt",
                "Whole/correction.txt",
                "Whole/read.py",
                "Whole/Outputs",
            ]),
        .testTarget(name: "HouseTests", dependencies: ["Room", "Help"]),
    ],
    swiftLanguageModes: [.v6]
)

extension LinkerSetting {
    /// A release holds the Swift libraries that it uses: it starts a third faster than one that looks for twenty of them,
    /// and needs no Swift on the machine that it is copied to.
    static let withSwiftInside = unsafeFlags(
        ["-static-stdlib", "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCShims", "-l_FoundationCollections"],
        .when(platforms: [.linux], configuration: .release))

    /// A release has the functions that run at its start side by side, and tells the loader in a few bytes what to adjust:
    /// a third less of the program has to be in memory. `.ci/order` finds out which functions these are. Nobody links to the
    /// program, so it lists no names for that.
    static let inOrderOfStart = unsafeFlags(
        [
            "-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs",
            "-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/.ci/start.order",
            "-Xlinker", "--no-warn-symbol-ordering",
            "-Xlinker", "--no-export-dynamic",
        ],
        .when(platforms: [.linux], configuration: .release))
}

for target in package.targets where target.type == .regular || target.type == .executable {
    target.swiftSettings = (target.swiftSettings ?? []) + [.readyAtStart]
}

extension SwiftSetting {
    /// The linker can put a function in its place only if it has a section of its own. And a generic type is asked for by
    /// what it is made of: to look it up by its name, the runtime goes through all conformances of the program, for each
    /// type once, which took an eighth of a start.
    static let readyAtStart = unsafeFlags(
        ["-Xfrontend", "-function-sections", "-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"],
        .when(configuration: .release))
}

extension [LinkerSetting] {
    /// A packaged release has the part of ICU's data that it uses, from an object that `.ci/icu` writes: it is 32 MB smaller.
    static var withLittleICU: [LinkerSetting] {
        guard let object = Context.environment["MLREVIEW_ICU"] else { return [] }
        return [.unsafeFlags([object], .when(platforms: [.linux], configuration: .release))]
    }
}

// Set where the house's own code is checked, and not where somebody builds it with a compiler of another year.
if Context.environment["MLREVIEW_STRICT"] != nil {
    for target in package.targets where target.type != .system {
        target.swiftSettings = (target.swiftSettings ?? []) + [.treatAllWarnings(as: .error)]
        target.cSettings = (target.cSettings ?? []) + [.unsafeFlags(["-Wall", "-Wextra", "-Werror"])]
    }
}

// The harnesses of libFuzzer, with its counters in all that they reach; see Tests/Fuzz/README.md.
if Context.environment["MLREVIEW_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "fuzz",
            dependencies: [
                "Council", "Screen", "Host", "Agendas", "Ledger", "Minutes", "Archive", "Curses", "Room", "Live",
                "Markdown", "CNcurses", "TestMeetings",
            ],
            path: "Tests/Fuzz", exclude: ["Corpus", "README.md", "run", "words"],
            // The other linker stumbles over what the sanitizers add.
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
    for target in package.targets where target.type == .regular || target.name == "fuzz" {
        let counters = SwiftSetting.unsafeFlags(["-sanitize=fuzzer", "-enable-testing"])
        target.swiftSettings = (target.swiftSettings ?? []) + [counters]
    }
}
