import Testing

/// A target imports only from floors below its own. SwiftPM lets an undeclared import of a sibling through.
@Suite struct FloorTests {
    @Test func everyImportIsOfAFloorBelow() throws {
        let sources = try House.sources()
        try #require(sources.count > 100)
        for source in sources {
            let floor = try #require(Floor.table[source.target], "\(source.path): its target stands on no floor")
            for (index, line) in source.lines.enumerated() {
                guard let module = imported(by: line) else { continue }
                #expect(
                    floor.targets.contains(module) || floor.modules.contains(module),
                    "\(source.path):\(index + 1): \(source.target) must not import \(module)")
            }
        }
    }

    @Test func theTableGoesDownwardsOnly() {
        for (target, floor) in Floor.table {
            for below in floor.targets {
                let number = Floor.table[below]?.number ?? .max
                #expect(number < floor.number, "\(target) stands on floor \(floor.number), \(below) on \(number)")
            }
        }
    }

    @Test(arguments: [
        ("import Council", "Council"), ("  import Foundation", "Foundation"), ("@testable import Room", "Room"),
        ("public import Screen", "Screen"), ("@preconcurrency import GRDB", "GRDB"),
        ("import struct Foundation.Date", "Foundation"), ("import Glibc // for poll", "Glibc"),
        ("internal import enum Screen.Role", "Screen"), ("// import Curses", nil), ("let important = 1", nil),
        ("/// import Council", nil), ("important()", nil),
    ])
    func anImportLineIsFound(line: String, module: String?) {
        #expect(imported(by: Substring(line)) == module)
    }

    /// The module that a line imports; nil where it imports none.
    private func imported(by line: Substring) -> String? {
        var words = line.split(whereSeparator: \.isWhitespace)
        let before = ["public", "package", "internal", "fileprivate", "private"]
        while let first = words.first, first.hasPrefix("@") || before.contains(String(first)) { words.removeFirst() }
        guard words.first == "import", words.count > 1 else { return nil }
        words.removeFirst()
        let kinds = ["struct", "class", "enum", "protocol", "typealias", "func", "var", "let"]
        if words.count > 1, kinds.contains(String(words[0])) { words.removeFirst() }
        return words.first.map { String($0.prefix { $0 != "." && $0 != ";" }) }
    }
}
