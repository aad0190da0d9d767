import Screen
import Testing

@testable import Room

/// A state of the screen that is kept as a snapshot: how it comes about, what of it is kept, and what for.
struct Scene: Sendable, CustomTestStringConvertible {
    /// The part of the screen that the picture shows.
    enum Part: Sendable {
        /// Everything but the footer, whose keys are the matter of `FooterTests`.
        case screen
        /// A pane below its title, which names the other panes of its place, too.
        case pane(Pane)
        /// The dialog in front.
        case dialog
    }

    let name: String
    /// What a reader of the picture should look at.
    let purpose: String
    let part: Part
    let sizes: [Size]
    /// Whether the roles are the point, and not only the text; then the first picture shows them.
    let withRoles: Bool
    let desk: @Sendable (Size) throws -> Desk
    let play: @Sendable (inout Desk) -> Void

    var testDescription: String { name }

    init(
        _ name: String, _ purpose: String, _ part: Part, _ sizes: [Size], withRoles: Bool = false, _ lines: String,
        play: @escaping @Sendable (inout Desk) -> Void = { _ in }
    ) {
        self.init(name, purpose, part, sizes, withRoles: withRoles, desk: { try Desk(lines, size: $0) }, play: play)
    }

    init(
        _ name: String, _ purpose: String, _ part: Part, _ sizes: [Size], withRoles: Bool = false,
        desk: @escaping @Sendable (Size) throws -> Desk, play: @escaping @Sendable (inout Desk) -> Void = { _ in }
    ) {
        self.name = name
        self.purpose = purpose
        self.part = part
        self.sizes = sizes
        self.withRoles = withRoles
        self.desk = desk
        self.play = play
    }

    /// The part of the screen at a size.
    func grid(_ size: Size) throws -> Grid {
        var desk = try desk(size)
        play(&desk)
        let screen = desk.grid
        switch part {
        case .screen: return screen.part(Rect(rows: screen.rows - 1, columns: screen.columns))
        case .pane(let pane):
            let area = try #require(desk.room.metrics.layout?.panes[pane])
            return screen.part(
                Rect(row: area.row + 1, column: area.column, rows: area.rows - 1, columns: area.columns))
        case .dialog: return screen.part(try #require(desk.front).area(in: desk.room))
        }
    }

    /// All pictures of the scene, one below the other.
    func pictures() throws -> String {
        let pictures = try sizes.map { size in
            "\n\(size.columns)×\(size.rows)\n"
                + Snapshot.picture(of: try grid(size), withRoles: withRoles && size == sizes.first)
        }
        return purpose + "\n" + pictures.joined()
    }
}
