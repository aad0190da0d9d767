import Council
import Foundation
import Testing

@testable import Agendas

/// A person's keys are read whole or not at all, with every fault at its place.
@Suite struct KeysFileTests {
    private func load(_ text: String) throws -> KeysFile<String, String?>? {
        let folder = try TemporaryFolder()
        try folder.write("keys.yaml", text)
        return try KeysFile<String, String?>.load(
            folder.path("keys.yaml"),
            key: { name throws(Refusal) in
                if name.hasPrefix("no") { throw Refusal("there is no key `\(name)`") }
                return name.lowercased()
            },
            line: { text throws(Refusal) in
                if text.isEmpty { throw Refusal("a command is missing") }
                return text == "none" ? nil : text
            })
    }

    private func faults(_ text: String) throws -> [String] {
        do {
            _ = try load(text)
            return []
        } catch let error as Faults {
            return error.faults.map { "\($0.line):\($0.column): \($0.message)" }
        }
    }

    @Test func rowsComeInTheOrderOfTheFile() throws {
        let file = try #require(try load("\"]\": go next\nn: note\n\"?x\": none\nF5: \"note concern:\"\n"))
        #expect(file.rows.map(\.key) == ["]", "n", "?x", "f5"])
        #expect(file.rows.map(\.line) == ["go next", "note", nil, "note concern:"])
    }

    @Test func noFileIsNoFault() throws {
        let file = try KeysFile<String, String>.load("/no/such/keys.yaml", key: { $0 }, line: { $0 })
        #expect(file == nil)
    }

    @Test func everyFaultIsAtItsPlace() throws {
        #expect(
            try faults("nope: note\nCtrl-T: tally\nq:\n\"ctrl-t\": vote\nx: [a]\nq: quit\n") == [
                "1:1: there is no key `nope`",
                "3:3: a command is missing",
                "4:1: `ctrl-t` already has a command on line 2; keep one",
                "5:4: a key's command must be a word, not a list",
                "6:1: `q` already has a command on line 3; keep one",
            ])
        #expect(try faults("- n\n").first?.hasPrefix("1:1: keys stand one to a line") == true)
        #expect(try faults("n: [\n").first?.contains("this is not YAML") == true)
        #expect(try faults("").count == 1)
    }
}
