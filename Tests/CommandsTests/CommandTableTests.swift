import Foundation
import Testing

@testable import Room

@Suite struct CommandTableTests {
    @Test func noTwoCommandsShareAName() {
        let names = Command.all.map(\.name)
        #expect(Set(names).count == names.count)
    }

    @Test func noTwoCommandsShareAKey() {
        let keys = Command.all.compactMap(\.key)
        #expect(Set(keys).count == keys.count)
    }

    @Test func noTwoCommandsShareAPlaceInTheFooter() {
        let places = Command.all.compactMap(\.footer)
        #expect(Set(places).count == places.count)
    }

    /// Keys that the room has for itself: panes, scrolling, the next item, the command line.
    @Test func noCommandTakesAKeyOfTheRoom() {
        let taken =
            ["j", "k", "Tab", "Space", ":", "[", "]", "Enter", "Esc", "Ctrl-Z"] + Pane.all.map { String($0.number) }
        #expect(Command.all.compactMap(\.key).filter(taken.contains).isEmpty)
    }

    @Test func theContractsKeysAreThere() {
        let keys = [
            "n": "note", "v": "vote", "m": "motion", "t": "rule", "d": "decide", "a": "action", "e": "amend",
            "r": "roll", "p": "presenter", "/": "find", "u": "undo", "Ctrl-R": "redo", "?": "help", "q": "quit",
            "C": "close",
        ]
        for (key, name) in keys { #expect(Command.named(name)?.key == key) }
    }

    @Test func everyCommandExplainsItself() {
        for command in Command.all {
            #expect(command.help.hasSuffix("."), "the help of \(command.name) is a sentence")
            #expect(!command.label.isEmpty)
            #expect(command.usage.hasPrefix(command.name))
        }
    }

    /// A command that is declared and left out of the table could not be typed.
    @Test func everyDeclaredCommandIsInTheTable() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Room/Commands")
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let declared = try files.filter { $0.hasSuffix(".swift") }.flatMap { file in
            try String(contentsOf: folder.appending(path: file), encoding: .utf8).split(separator: "\n")
                .filter { $0.contains("static let") && $0.contains("= Command(") }
        }
        #expect(declared.count == Command.all.count)
    }
}
