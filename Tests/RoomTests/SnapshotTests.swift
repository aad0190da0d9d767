import Screen
import Testing

@testable import Room

/// What the screen looks like, in as few pictures as show it; each says what it is for.
@Suite struct SnapshotTests {
    @Test(arguments: Scene.all)
    func aSceneLooksAsKept(scene: Scene) throws {
        try Snapshot.expect(scene.pictures(), in: scene.name)
    }

    /// A line for each state of the record, the clock and the quorum; the item's title has what is left of it.
    @Test func theHeaderLooksAsKept() throws {
        let states: [(String, (Size) throws -> Desk)] = [
            ("not opened, no quorum", { try Desk("roll priya present", size: $0) }),
            ("within the time box", { try Desk(Desk.opened, size: $0) }),
            ("over the time box", { try Desk(Desk.opened, size: $0).after(seconds: 16 * 60) }),
            ("paused", { try Desk(Desk.opened + " / clock pause", size: $0) }),
            ("no time box, a wide title", { try Desk(Desk.opened + " / go 3", size: $0) }),
            (
                "writing",
                {
                    var desk = try Desk(Desk.opened, size: $0)
                    desk.run("note one more")
                    return desk
                }
            ),
            (
                "failing",
                {
                    var desk = try Desk(Desk.opened, size: $0)
                    desk.send(.recordingFailed("no space left", pending: 1))
                    return desk
                }
            ),
            ("following", { try Desk(Desk.opened, recording: .following("process 7"), size: $0) }),
            ("rehearsal", { try Desk(Desk.opened, recording: .rehearsal, size: $0) }),
            ("closed", { try Desk(Desk.opened + " / close anyway", size: $0) }),
        ]
        var lines = ["The header in each state, as wide as the screen is; its roles at the greatest width."]
        for (name, desk) in states {
            lines += ["", name]
            for columns in [120, 80, 60, 40] {
                let header = try desk(Size(rows: 24, columns: columns)).grid.part(Rect(rows: 1, columns: columns))
                lines.append("│\(header.text(row: 0))│")
                if columns == 120 { lines.append(" " + header.roleMap) }
            }
        }
        try Snapshot.expect(lines.joined(separator: "\n") + "\n", in: "header")
    }

    /// A scene that is gone leaves no file behind that nothing is compared with.
    @Test func eachKeptFileIsAScene() throws {
        #expect(try Snapshot.names() == (Scene.all.map(\.name) + ["header"]).sorted())
    }
}

extension Desk {
    /// The same some time later.
    fileprivate func after(seconds: Double) -> Desk {
        var desk = self
        desk.wait(seconds: seconds)
        return desk
    }
}
