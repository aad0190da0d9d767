import Foundation
import Testing

@testable import mlreview

/// The words that a shell offers, on the folder of the sample. `.ci/installed` asks the shells themselves.
@Suite struct CompletionTests {
    private func line(_ text: String) -> CompletedLine {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        return CompletedLine(words, place: words.count - 1)
    }

    private var sample: String { ThemeShelfTests.root.path }

    @Test func daysAreOfAgendasOrOfMinutes() {
        let line = line("mlreview minutes --dir \(sample) ")
        #expect(line.days(held: true).first == Candidate("2026-11-18", "Wed 18 Nov 2026, held"))
        #expect(line.days(held: false) == [Candidate("2026-11-25", "Wed 25 Nov 2026, to come")])
        #expect(line.days().count == 14)
    }

    @Test func theFolderThatIsNamedCounts() {
        #expect(line("mlreview minutes ").folder == ".")
        #expect(line("mlreview minutes --dir=/tmp/council ").folder == "/tmp/council")
        #expect(
            CompletedLine(["mlreview", "run", "--dir", "'/tmp/our council'", ""], place: 4).folder == "/tmp/our council"
        )
        #expect(line("mlreview minutes --dir /tmp/cou").folder == ".")
        #expect(line("mlreview minutes --dir /nowhere ").days().isEmpty)
    }

    @Test func proposalsPeopleAndActionsSayWhatTheyAre() {
        let line = line("mlreview history --dir \(sample) ")
        #expect(line.proposals.contains(Candidate("prep-time", "Dispatch by predicted prep time")))
        #expect(line.people.contains(Candidate("wen", "Wen Li")))
        #expect(line.openActions.first?.value == "2026-11-18/6")
        #expect(line.items.contains { $0.explanation == "topic" })
    }

    @Test func anAgendasDayNarrowsTheProposals() {
        let ids = line("mlreview consent 2026-11-25 flag --dir \(sample) ").proposalsOfDay.map(\.value)
        #expect(ids.contains("vector-store") && !ids.contains("typeahead"))
    }

    @Test func afterAmendStandTheFields() {
        #expect(
            line("mlreview review prep-time ").reviewWords.map(\.value) == ["approve", "changes", "pending", "amend"])
        #expect(line("mlreview review prep-time amend ").reviewWords.contains { $0.value == "cost.build" })
        #expect(line("mlreview review prep-time amend cost ").reviewWords.isEmpty)
    }

    @Test func eachShellReadsItsOwnForm() {
        let candidate = Candidate("a:b", "what\nit is")
        #expect(candidate.text(for: .bash) == "a:b")
        #expect(candidate.text(for: .zsh) == "a\\:b:what it is")
        #expect(candidate.text(for: .fish) == "a:b\twhat it is")
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func theScriptHasOneHelp(shell: String) throws {
        let script = try BuiltProgram(["--generate-completion-script", shell]).output
        #expect(script.ranges(of: "\n_mlreview_help() {").count == (shell == "fish" ? 0 : 1))
        #expect(!script.contains("Show subcommand help information."))
        #expect(script.ranges(of: "Explains a command, or a topic").count == (shell == "bash" ? 0 : 1))
        #expect(script.contains("compopt +o filenames") == (shell == "bash"))
    }

    @Test func bashOffersWhatTheProgramSays() throws {
        let script = """
            source <("$1" --generate-completion-script bash)
            COMP_WORDS=("$1" actions done 2026-11-18/) COMP_CWORD=3 COMP_LINE="${COMP_WORDS[*]}"
            COMP_POINT=${#COMP_LINE}
            _mlreview "$1" 2026-11-18/ done
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-c", script, "bash", Tmux.program]
        process.currentDirectoryURL = ThemeShelfTests.root
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(said.split(separator: "\n").contains("2026-11-18/5"))
    }
}
