import Council
import Foundation
import Screen
import Testing

@testable import Room

/// The scribe's place: keys go in, the model and its effects come out. Each message is one second after the last, unless
/// somebody types faster.
struct Desk {
    private(set) var room: Model
    /// The effects of the last call.
    private(set) var effects: [Effect] = []
    private(set) var now: Date
    /// Seconds from one message to the next.
    var pace: TimeInterval = 1
    private let painter = Painter()
    private(set) var grid: Grid

    /// A meeting after lines as they are typed, with ` / ` between them, its acts on the disk.
    init(
        _ lines: String = "", docket: Docket = TestHall.docket(), draft: String = "", recording: Recording = .recorded,
        keys: KeyMap = KeyMap(), part: Part = .alone, size: Size = Size(rows: 40, columns: 120)
    ) throws {
        var journal = Journal(docket: docket)
        var now = TestHall.start
        for line in lines.split(separator: " / ") {
            now += 1
            guard case .ask(let request) = try Command.parse(String(line), in: journal.meeting) else {
                Issue.record("`\(line)` asks nothing of the meeting")
                continue
            }
            let acts = try journal.consider(request, at: now)
            let all = journal.entries.isEmpty ? [.docket(docket)] + acts : acts
            for act in all { journal.append(Entry(number: journal.nextNumber, at: now, act: act)) }
        }
        self.now = now
        grid = Grid(size)
        room = Model(
            journal: journal, drafts: draft.isEmpty ? [:] : [nil: draft], recording: recording, keys: keys,
            part: part, size: size, now: now)
        paint()
    }

    var meeting: Meeting { room.meeting }
    var item: Item? { room.meeting.current }
    var notice: String? { room.notice?.text }
    /// The last refusal: that of the dialog in front, else that of the message line.
    var refusal: String? {
        if let form = front as? Form { return form.refusal }
        return room.notice?.weight == .refusal ? room.notice?.text : nil
    }
    var front: (any Layer)? { room.layers.last }

    /// The acts that the last call sent to the record.
    var recorded: [Act] {
        effects.flatMap { if case .record(let entries, _) = $0 { entries.map(\.act) } else { [Act]() } }
    }

    // MARK: Events

    /// Presses keys by their labels, with blanks between them: `n @ w e Tab Enter`.
    mutating func press(_ labels: String) {
        var all: [Effect] = []
        for label in labels.split(separator: " ") {
            guard let key = KeyEvent(label: String(label)) else { fatalError("there is no key \(label)") }
            send(.input(.key(key)))
            all += effects
        }
        effects = all
    }

    /// Types text, a key each.
    mutating func type(_ text: String) {
        var all: [Effect] = []
        for character in text {
            send(.input(.key(.character(character))))
            all += effects
        }
        effects = all
    }

    /// Runs a line of the `:` line.
    mutating func run(_ line: String) {
        press(":")
        type(line)
        press("Enter")
    }

    mutating func send(_ message: Message) {
        now += pace
        effects = room.update(message, at: now)
        paint()
    }

    /// Lets time pass without any other event.
    mutating func wait(seconds: TimeInterval) {
        now += seconds - pace
        send(.tick)
    }

    private mutating func paint() {
        if grid.size != room.size { grid = Grid(room.size) }
        painter.paint(&room, into: &grid)
        // What the painter kept of earlier frames must make the same picture as painting all of it.
        var (whole, fresh) = (Grid(room.size), room)
        Painter().paint(&fresh, into: &whole)
        if !Self.showsSame(whole, grid) {
            Issue.record("painted from what was kept:\n\(grid.text)\npainted anew:\n\(whole.text)")
        }
    }

    /// Cells are compared as memory: written out as text, they would take most of the time of these tests.
    private static func showsSame(_ left: Grid, _ right: Grid) -> Bool {
        guard left.cursor == right.cursor, left.cells.count == right.cells.count else { return false }
        let areEqual = left.cells.withUnsafeBytes { one in
            right.cells.withUnsafeBytes { other in
                guard let first = one.baseAddress, let second = other.baseAddress else { return true }
                return memcmp(first, second, one.count) == 0
            }
        }
        return areEqual && left.clusters == right.clusters
            || zip(left.cells, right.cells).allSatisfy { one, other in
                one.style == other.style && one.width == other.width && left.glyph(of: one) == right.glyph(of: other)
            }
    }

    // MARK: The screen

    var text: String { grid.text }

    func row(_ index: Int) -> String { grid.text(row: index < 0 ? grid.rows + index : index) }

    // MARK: States

    static let present = ["priya", "tomas", "wen", "bo", "mei", "ana", "raj"].map { "roll \($0) present" }
        .joined(separator: " / ")
    static let opened = present + " / open / go 1"
    static let voting = opened + " / motion"
    /// Six ballots, of which three are yes.
    static let ballots = ["tomas yes", "wen no", "bo yes", "mei no", "ana yes", "raj no"].map { "vote \($0)" }
        .joined(separator: " / ")
    static let tied = voting + " / " + ballots + " / tally"
}
