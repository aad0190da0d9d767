import Council
import Testing

@testable import Agendas

/// What the platform has, as its file says.
@Suite struct PlatformFileTests {
    @Test func isReadAndIsPartOfTheLibrary() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "platform.yaml",
            """
            # What there is.
            - { name: orders, kind: data, owner: Data Platform, state: live, aka: [order-events, "Order Log"] }
            - name: feature-store
              kind: platform
              state: planned
              note: Spring.
            """)
        #expect(folder.faults() == [])
        #expect(folder.faults([folder.path("platform.yaml")]) == [])
        let platform = try folder.folder.survey().library(history: []).platform
        #expect(
            platform.parts == [
                PlatformPart(
                    name: "orders", kind: .data, owner: "Data Platform", state: .live,
                    aka: ["order-events", "Order Log"]),
                PlatformPart(name: "feature-store", kind: .platform, state: .planned, note: "Spring."),
            ])
        #expect(PieceName("ORDER LOG").flatMap { platform[$0] }?.name == "orders")
    }

    @Test func withoutTheFileNothingIsKnown() throws {
        let folder = try TemporaryFolder()
        #expect(try folder.folder.survey().library(history: []).platform == PlatformBook())
    }

    @Test(arguments: [
        ("name: orders", ["1:1: error: the platform must be a list, such as "]),
        ("- orders", ["1:3: error: a part must be keys and values, such as `name: …`, not `orders`"]),
        (
            "- { kind: data, state: live }",
            ["1:3: error: `name` is missing; write `name: feature-store`"]
        ),
        (
            "- { name: x, kind: dat, state: gone, owners: Wen }",
            [
                "1:20: error: `kind` must be `data`, `platform` or `reuse`, not `dat`; did you mean `data`?",
                "1:32: error: `state` must be `live`, `planned` or `retired`, not `gone`",
                "1:38: error: unknown key `owners`; did you mean `owner`?",
            ]
        ),
        (
            "- { name: orders, kind: data, state: live, aka: [Orders, orders] }\n"
                + "- { name: Or_ders, kind: data, state: live }\n- { name: x, kind: data, state: live, aka: [ORDERS] }",
            [
                "2:11: error: `Or_ders` is already the name of another part on line 1, as `orders`; make them one part, "
                    + "or give this one another name",
                "3:45: error: `ORDERS` is already the name of another part on line 1, as `orders`; make them one part, or "
                    + "give this one another name",
            ]
        ),
        (
            "- { name: \"- -\", kind: data, state: live }",
            ["1:11: error: `- -` has no letter or digit; write a name that people can say"]
        ),
        (
            "- { name: \"a\\u202Eb\\e[2J\", kind: data, state: live }",
            ["1:11: error: `name` has the control character `\\u{1B}`; remove it"]
        ),
        ("- !x { name: y, kind: data, state: live }", ["1:3: error: the tag `!x` is not supported here; remove it"]),
        ("# nothing yet", ["1:1: error: there are no keys here; begin with one, such as "]),
        ("- { name: x", ["1:3: error: this is not YAML: "]),
    ])
    func faultsHaveTheirPlaces(text: String, faults: [String]) throws {
        let folder = try TemporaryFolder()
        try folder.write("platform.yaml", text)
        let found = folder.faults().filter { $0.hasPrefix("platform.yaml:") }
        #expect(found.count == faults.count, "\(found)")
        for (found, expected) in zip(found, faults) {
            #expect(found.hasPrefix("platform.yaml:" + expected), "\(found)")
        }
        #expect(throws: Faults.self) { try folder.folder.survey().library(history: []) }
    }
}
