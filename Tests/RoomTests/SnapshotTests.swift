import Screen
import Testing

@testable import Room

/// What the screen looks like in each state, at each size.
@Suite struct SnapshotTests {
    static let sizes = [
        Size(rows: 40, columns: 120), Size(rows: 24, columns: 80), Size(rows: 20, columns: 60),
        Size(rows: 12, columns: 40), Size(rows: 8, columns: 30),
    ]

    @Test(arguments: Scene.all, sizes)
    func aSceneLooksAsKept(scene: Scene, size: Size) throws {
        // Too small is too small for all of them.
        guard size.columns > 30 || scene.name == "item" else { return }
        var desk = try scene.desk(size)
        scene.play(&desk)
        try Snapshot.expect(desk.grid, in: "\(scene.name)-\(size.columns)x\(size.rows)")
    }
}

/// A state of the screen with a name.
struct Scene: Sendable, CustomTestStringConvertible {
    let name: String
    let desk: @Sendable (Size) throws -> Desk
    let play: @Sendable (inout Desk) -> Void

    var testDescription: String { name }

    init(_ name: String, _ lines: String, play: @escaping @Sendable (inout Desk) -> Void = { _ in }) {
        self.name = name
        desk = { size in try Desk(lines, size: size) }
        self.play = play
    }

    init(
        _ name: String, desk: @escaping @Sendable (Size) throws -> Desk,
        play: @escaping @Sendable (inout Desk) -> Void = { _ in }
    ) {
        self.name = name
        self.desk = desk
        self.play = play
    }

    private static let debate =
        Desk.opened + " / note @lena shadow mode covers nine cities from Monday"
        + " / note @wen concern: who carries the pager at night"
        + " / note @mei 寿司屋では準備時間が読めません 🍣 so far" + " / note private: talk to Bo first"
        + " / action @lena by 2026-12-09 write the runbook"

    static let all: [Scene] = [
        Scene("roll", "roll priya present / roll wen remote / roll bo absent") { $0.press("j j") },
        Scene("item", debate),
        Scene("agenda", debate) { $0.press("1 j j") },
        Scene("notes", debate) { $0.press("3") },
        Scene("gate", Desk.opened + " / go 2"),
        Scene("wide", Desk.opened + " / go 3 / note @mei 検索 👩‍👩‍👧‍👦 works"),
        Scene("topic", Desk.opened + " / go 4"),
        Scene("voting", Desk.voting + " / vote tomas yes / vote wen no because of cost / vote mei recuse") {
            $0.press("v")
        },
        Scene("tied", Desk.tied) { $0.press("4") },
        Scene("ruling", Desk.tied) {
            $0.press("t y Tab")
            $0.type("shadow mode is cheap")
        },
        Scene("decision", Desk.opened + " / go 2 / note @wen concern: holdout") {
            $0.press("d a Tab Tab")
            $0.type("the risk is small and 寿司 is not")
            $0.press("Enter")
        },
        Scene("action", Desk.opened) { $0.press("a l e n a Tab") },
        Scene("amendment", Desk.opened) {
            $0.press("e p o d Tab")
            $0.type("検索")
        },
        Scene("amended", Desk.opened + " / amend pod = Search because it moved / motion amendment 1") { $0.press("2") },
        Scene("note", debate) {
            $0.press("n")
            $0.type("@mei concern: 寿司 takes longer than the model says, and nobody has asked the kitchens yet 🍣 why")
        },
        Scene("motion", Desk.opened) { $0.press("m Tab") },
        Scene("checklist", debate) { $0.press("C") },
        Scene("command", debate) {
            $0.press(":")
            $0.type("re")
            $0.press("Tab Tab")
        },
        Scene("help", Desk.opened) { $0.press("?") },
        Scene("refusal", Desk.opened) { $0.press("t") },
        Scene("presenter", Desk.tied) { $0.press("p") },
        Scene("presenting", debate) { $0.press("p") },
        Scene("portfolio", Desk.opened) { $0.run("portfolio") },
        Scene("themes", Desk.tied) { desk in
            let names = ["dark", "light", "contrast-dark", "nord"]
            desk.send(.themes(names.map { ThemeChoice(name: $0, origin: "built in") }))
            desk.press("j")
        },
        Scene("empty", desk: { try Desk(Desk.present + " / open", docket: TestHall.docket(items: []), size: $0) }),
        Scene("following", desk: { try Desk(debate, recording: .following("process 7 on meeting-room"), size: $0) }) {
            $0.press("n")
        },
        Scene("failing", debate) {
            $0.run("note one more")
            $0.send(.recordingFailed("no space left on the disk that holds record.sqlite: free some", pending: 1))
            $0.press("n h a l f")
        },
        Scene("closed", debate + " / decide approve / close") {
            $0.send(.published(["minutes/2026-11-25/minutes.md", "minutes/2026-11-25/summary.eml"]))
        },
        Scene("portfolio", Desk.opened) { $0.run("portfolio") },
        Scene("over", debate) { $0.wait(seconds: 16 * 60) },
    ]
}
