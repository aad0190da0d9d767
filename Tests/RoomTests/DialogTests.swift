import Screen
import Testing

@testable import Room

/// Dialogs on small screens.
@Suite struct DialogTests {
    private static let least = Size(rows: 10, columns: 38)

    /// Everything that a dialog says at full size can be read at the least size, too, page by page.
    @Test(arguments: ["decision", "ruling", "checklist", "portfolio", "action", "amendment"])
    func everythingCanBeScrolledTo(name: String) throws {
        let scene = try #require(Scene.all.first { $0.name == name })
        var desk = try scene.desk(Self.least)
        scene.play(&desk)
        let layer = try #require(desk.front)
        var seen: Set<String> = []
        for page in 0..<40 {
            if page == 0 { for _ in 0..<40 { desk.press("PgUp") } } else { desk.press("PgDn") }
            for row in 1..<desk.grid.rows { seen.insert(desk.row(row).filter { !"│▴▾".contains($0) }.trimmed) }
        }
        // The same dialog with room for all of its rows, as wide.
        var tall = desk.room
        tall.size = Size(rows: 80, columns: Self.least.columns)
        var grid = Grid(rows: layer.wantedSize(in: tall).rows, columns: layer.wantedSize(in: tall).columns)
        grid.draw(in: grid.bounds) { layer.draw(&$0, in: tall) }
        for row in 1..<grid.rows - 1 {
            let text = grid.text(row: row).filter { !"│▴▾".contains($0) }.trimmed
            // A chart is as high as there is room for.
            guard !text.isEmpty, !text.unicodeScalars.contains(where: { (0x2800..<0x2900).contains($0.value) }) else {
                continue
            }
            #expect(seen.contains { $0.contains(text) }, "never seen: \(text)")
        }
    }

    @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 12, columns: 40), least])
    func theFieldInFocusIsInSight(size: Size) throws {
        var desk = try Desk(Desk.opened + " / go 2", size: size)
        desk.press("d")
        for label in ["Decision", "Because", "Resolution", "Decision"] {
            #expect(desk.text.contains("▸ \(label)"), "\(label) at \(size)")
            desk.press("Tab")
        }
    }

    @Test func noLetterIsCutOffBesideADialog() throws {
        var desk = try Desk(Desk.opened, size: Size(rows: 24, columns: 80))
        desk.press("d")
        let top = try #require((0..<24).first { desk.row($0).contains("Decision") })
        for row in top..<top + 5 {
            #expect(desk.row(row).prefix(2).trimmed.isEmpty)
            #expect(desk.row(row).suffix(2).trimmed.isEmpty)
        }
    }
}

extension Grid {
    init(rows: Int, columns: Int) { self.init(Size(rows: rows, columns: columns)) }
}
