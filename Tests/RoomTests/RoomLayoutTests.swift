import Foundation
import Screen
import Testing

@testable import Room

/// Where the panes stand at each size, as drawings: a pane's letter fills its place.
@Suite struct RoomLayoutTests {
    /// The layout at a tenth of its width and half its height.
    private func drawing(_ size: Size, _ content: RoomLayout.Content = .init()) -> String {
        let layout = RoomLayout(size: size, content: content)
        var rows = [[Character]](repeating: Array(repeating: " ", count: size.columns), count: size.rows)
        func fill(_ rect: Rect, _ letter: Character) {
            for row in rect.row..<rect.endRow {
                for column in rect.column..<rect.endColumn { rows[row][column] = letter }
            }
        }
        fill(layout.header, "=")
        fill(layout.banner, "!")
        fill(layout.message, "~")
        fill(layout.footer, "-")
        for (pane, rect) in layout.panes { fill(rect, Character(pane.title.prefix(1).lowercased())) }
        for rule in layout.rules { fill(rule, "|") }
        return rows.map { row in
            var runs = ""
            var last: Character?
            for cell in row where cell != last {
                runs.append(cell)
                last = cell
            }
            return runs
        }.reduce(into: [(String, Int)]()) { result, runs in
            if let last = result.last, last.0 == runs {
                result[result.count - 1].1 += 1
            } else {
                result.append((runs, 1))
            }
        }.map { "\($0.0) \($0.1)" }.joined(separator: "\n")
    }

    @Test func wideShowsAllPanes() {
        #expect(
            drawing(Size(rows: 40, columns: 120)) == """
                = 1
                a|p|v 29
                a|n|v 8
                ~ 1
                - 1
                """)
    }

    @Test func theNotesTakeUpToHalfOfTheHeight() {
        #expect(drawing(Size(rows: 40, columns: 120), .init(noteRows: 8)).contains("a|n|v 16"))
        #expect(drawing(Size(rows: 40, columns: 120), .init(noteRows: 300)).contains("a|n|v 18"))
    }

    @Test func standardShowsNotesBelowTheTextUntilThereIsAVote() {
        #expect(
            drawing(Size(rows: 24, columns: 80)) == """
                = 1
                p 13
                n 8
                ~ 1
                - 1
                """)
    }

    @Test(arguments: [(Pane.proposal, "p|v"), (.notes, "n|v"), (.votes, "p|v"), (.agenda, "a|p")])
    func standardShowsBallotsBesideTheText(focus: Pane, panes: String) {
        let content = RoomLayout.Content(focus: focus, hasVote: true)
        #expect(drawing(Size(rows: 24, columns: 80), content) == "= 1\n\(panes) 21\n~ 1\n- 1")
    }

    /// It has one sentence to say, and the proposal keeps its width.
    @Test func aVotesPaneWithNothingToSayStandsInThePlaceOfTheNotes() {
        let content = RoomLayout.Content(focus: .votes, isEmpty: [.votes], noteRows: 3)
        #expect(drawing(Size(rows: 24, columns: 80), content) == "= 1\np 13\nv 8\n~ 1\n- 1")
    }

    @Test(arguments: [Size(rows: 20, columns: 60), Size(rows: 12, columns: 40)])
    func narrowShowsThePaneInFocus(size: Size) {
        #expect(drawing(size, .init(focus: .votes)) == "= 1\nv \(size.rows - 3)\n~ 1\n- 1")
        #expect(drawing(size, .init(focus: .notes, bannerRows: 1)) == "= 1\n! 1\nn \(size.rows - 4)\n~ 1\n- 1")
    }

    @Test func underTheLeastThereIsNoRoom() {
        #expect(RoomLayout(size: Size(rows: 9, columns: 120)).isTooSmall)
        #expect(RoomLayout(size: Size(rows: 40, columns: 37)).isTooSmall)
        #expect(!RoomLayout(size: RoomLayout.least).isTooSmall)
    }

    /// Keys act on what is drawn: at every size, the pane in focus is seen, and no two panes overlap.
    @Test(arguments: 10...50)
    func thePaneInFocusIsSeenAtEverySize(rows: Int) {
        for columns in stride(from: 38, to: 200, by: 3) {
            for focus in Pane.all {
                for (hasVote, isEmpty) in [(false, []), (true, []), (false, [.votes])] as [(Bool, Set<Pane>)] {
                    let content = RoomLayout.Content(
                        focus: focus, hasVote: hasVote, isEmpty: isEmpty, noteRows: rows, messageRows: 3)
                    let layout = RoomLayout(size: Size(rows: rows, columns: columns), content: content)
                    let area = layout.panes.values.reduce(0) { $0 + $1.rows * $1.columns }
                    let rules = layout.rules.reduce(0) { $0 + $1.rows }
                    #expect(layout.panes[focus].map { $0.rows > 3 } == true, "\(focus) at \(columns)×\(rows)")
                    #expect(area + rules == layout.body.rows * layout.body.columns, "\(columns)×\(rows)")
                    let named = Set(layout.strips.values.joined())
                    #expect(named == Set(Pane.all), "\(focus) at \(columns)×\(rows)")
                }
            }
        }
    }

    /// A pane that is declared and left out of the table could not be reached.
    @Test func everyDeclaredPaneIsInTheTable() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Room/Panes")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        let declared = try files.flatMap { file in
            try String(contentsOf: folder.appending(path: file), encoding: .utf8).split(separator: "\n")
                .filter { $0.contains("static let") && $0.contains("= Pane(") }
        }
        #expect(declared.count == Pane.all.count && Set(Pane.all).count == Pane.all.count)
    }

    @Test func namesWithoutRoomAreTheirKeys() {
        let strip: [Pane] = [.agenda, .proposal, .notes, .votes]
        let texts = [40, 36].map { PaneTitle.names(of: .notes, among: strip, columns: $0).map(\.text) }
        #expect(texts[0] == ["1 agenda", "2 proposal", "[3 NOTES]", "4 votes"])
        #expect(texts[1] == ["1", "2", "[3 NOTES]", "4"])
    }

    /// Every name stands whole in its line, at the least width too.
    @Test(arguments: [38, 60, 80, 120])
    func theNamesFit(columns: Int) {
        for focus in Pane.all {
            let layout = RoomLayout(size: Size(rows: 24, columns: columns), content: .init(focus: focus))
            for (pane, strip) in layout.strips {
                let width = layout.panes[pane]?.columns ?? 0
                let last = PaneTitle.names(of: pane, among: strip, columns: width).last
                #expect(last.map { $0.column + TextWidth.of($0.text) <= width } == true)
            }
        }
    }
}
