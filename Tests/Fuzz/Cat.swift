import Council
import Foundation
import Screen
import TestMeetings

@testable import Room

/// Types what a cat on the keyboard would type, on screens in memory: as fast as the program can draw, and the same again
/// for the same seed.
struct Cat {
    private var random: SeededGenerator
    private var room: Model
    private var grid: Grid
    private var now: Date
    private let painter = Painter()

    /// `fuzz cat COUNT SEED`; a new seed unless one is given.
    static func run(_ arguments: [String]) {
        let count = arguments.first.flatMap { Int($0) } ?? 1_000_000
        let seed = arguments.dropFirst().first.flatMap { UInt64($0) } ?? UInt64.random(in: 1...999_999)
        // At once, so that it is known after a crash, too.
        FileHandle.standardOutput.write(Data("cat: \(count) keys, seed \(seed)\n".utf8))
        let began = Date()
        var (left, rooms) = (count, 0)
        while left > 0 {
            var cat = Cat(seed: seed &+ UInt64(rooms), room: rooms)
            let part = min(left, 5_000)
            cat.type(part)
            left -= part
            rooms += 1
        }
        print("cat: \(count) keys in \(rooms) rooms, \(Int(-began.timeIntervalSinceNow)) s, faults 0 (seed \(seed))")
    }

    private init(seed: UInt64, room number: Int) {
        random = SeededGenerator(seed: seed)
        now = Harness.start
        let size = Size(rows: [24, 40, 12][number % 3], columns: [80, 120, 50][number % 3])
        let isLibrary = number % 5 == 4
        let journal = number % 5 == 3 ? Self.heldMeeting : number % 2 == 0 ? Harness.meeting : Journal(docket: .sample)
        room = Model(
            journal: isLibrary ? Journal(docket: .nothing) : journal, isLibraryAlone: isLibrary, size: size, now: now)
        grid = Grid(size)
    }

    /// A meeting as it was made up, to its end.
    private static let heldMeeting: Journal = {
        var weeks = HistoryGenerator(seed: 7, proposals: 6)
        return weeks.next()
    }()

    private static let library: LibraryReading = {
        var weeks = HistoryGenerator(seed: 3, proposals: 5)
        _ = weeks.meetings(1)
        let drafts = weeks.drafts(20).map { Library.Draft($0) }
        return LibraryReading(Library(roster: .sample, drafts: drafts), today: Harness.day)
    }()

    private mutating func type(_ count: Int) {
        var typed = 0
        while typed < count {
            let piece = piece()
            for message in piece { send(message) }
            typed += piece.count
            // A terminal that is fast paints once for keys that come together.
            paint()
        }
        expectHarmless(grid.text, "the screen", lines: true)
        expect(
            Journal(entries: room.journal.entries).map { $0.meeting == room.meeting } ?? true,
            "another meeting when it is replayed")
    }

    private mutating func paint() {
        if grid.size != room.size { grid = Grid(room.size) }
        painter.paint(&room, into: &grid)
    }

    /// Does what the program would, as far as the room notices.
    private mutating func send(_ message: Message) {
        now += Double.random(in: 0...40, using: &random)
        var answers: [Message] = []
        for effect in room.update(message, at: now) {
            switch effect {
            case .record(let entries, _):
                answers.append(
                    chance(0.02) ? .recordingFailed("the disk is full", pending: 1) : .recorded(entries.count))
            case .readLibrary: answers.append(.library(chance(0.1) ? .failure(Refusal("no")) : .success(Self.library)))
            case .loadFiles: answers.append(.loaded(.sample))
            case .preview, .editDocument: answers.append(.previewed([]))
            case .publish: answers.append(.published(["minutes.md"]))
            case .edit(let text): answers.append(.edited(text + "\nfrom the editor\u{1B}[m"))
            case .mouse(let isOn): answers.append(.mouse(isOn))
            case .theme(let name): answers.append(.themed(name))
            case .listThemes: answers.append(.themes([ThemeChoice(name: "dark", origin: "built in")]))
            case .search(let text): answers.append(.found(SearchAnswer(), for: text))
            case .listTerminals: answers.append(.terminals(["tomas"]))
            default: break
            }
        }
        for answer in answers { _ = room.update(answer, at: now) }
    }

    // MARK: What it types

    private mutating func chance(_ part: Double) -> Bool { Double.random(in: 0..<1, using: &random) < part }

    private mutating func one<Element>(of elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }

    private mutating func piece() -> [Message] {
        switch Int.random(in: 0..<100, using: &random) {
        case ..<35: return [.input(.key(.character(one(of: Self.commands))))]
        case ..<55: return [.input(.key(one(of: Self.named)))]
        case ..<62:
            let letter = Character(Unicode.Scalar(UInt8.random(in: 0x61...0x7A, using: &random)))
            return [.input(.key(chance(0.7) ? .control(letter) : .alt(letter)))]
        case ..<72:
            return (0..<8).map { _ in
                .input(.key(.character(Character(Unicode.Scalar(UInt8.random(in: 0x20...0x7E, using: &random))))))
            }
        case ..<82:
            let line = one(of: Self.lines)
            return (chance(0.5) ? [.input(.key(.escape))] : []) + [.input(.key(.character(":")))]
                + line.map { .input(.key(.character($0))) } + [.input(.key(.enter))]
        case ..<86: return [.input(.key(.character(one(of: Self.wide))))]
        case ..<92:
            let kind: MouseEvent.Kind = one(of: [.press, .release, .scrollUp, .scrollDown])
            let place = Position(
                row: Int.random(in: -1...100, using: &random), column: Int.random(in: -1...300, using: &random))
            return [.input(.mouse(MouseEvent(kind, at: place)))]
        case ..<94:
            let size = one(of: [0, 10, 200, 5_000, chance(0.02) ? 300_000 : 20])
            let text = one(of: ["a line that was copied\n", "x", "`*_[]()#> - ", "\t\r\n", "é陳👩‍👧 \u{1B}[2J"])
            return [.input(.paste(String(String(repeating: text, count: size / text.count + 1).prefix(size))))]
        case ..<97:
            let size = Size(
                rows: Int.random(in: 1...90, using: &random), columns: Int.random(in: 1...260, using: &random))
            return [.input(.resize(size))]
        default: return [one(of: [.tick, .begun, .filesChanged, .input(.resumed), .recordIsBack, .leaseFree])]
        }
    }

    private static let commands = Array("nvdaeomtTCupgr][:/?ypMyYnarbLLHs12345jkzS@+-G<> ")
    private static let named: [KeyEvent] = [
        .enter, .enter, .enter, .escape, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left,
        .right,
        .home, .end, .pageUp, .pageDown, .function(1), .function(12), .controlLeft, .controlRight, .controlDelete,
        .shiftUp, .shiftDown, .alt(.enter), .alt(.left),
    ]
    private static let lines = [
        "note hello", "note @lena concern: x", "note private: y", "motion", "vote bo yes", "vote mei no", "tally",
        "decide approve", "decide defer because x", "close", "close anyway", "reopen because x", "preview", "presenter",
        "portfolio", "theme", "go 2", "go next", "undo", "redo", "reload", "find of", "library actions", "history",
        "copy",
        "mouse", "publish replace", "help note", "amend pod = x", "amend cost = 1k + 2k USD", "clock add 3", "recess 5",
        "resume", "roll bo absent", "roll mei present", "open", "queue bo", "next", "strike 1", "action @bo do it",
        "escalate x", "rule yes because y", "edit", "search of", "who", "consent", "pipeline", "register", "decisions",
    ]
    private static let wide: [Character] = ["é", "陳", "👩‍👩‍👧‍👧", "e\u{302}\u{303}", "\u{202E}", "🇸🇪", "ﷺ", "\u{200B}"]
}
