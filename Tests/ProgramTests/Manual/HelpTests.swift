import Foundation
import Help
import Testing

@testable import mlreview

/// `mlreview help`, `--version`, and what shows a long text.
@Suite struct HelpTests {
    @Test func aTopicIsPrintedAsMarkdownIfThereIsNoTerminal() throws {
        let run = try BuiltProgram(["help", "votes"])
        #expect(run.code == 0)
        #expect(run.output == Topic.named("votes")?.text)
    }

    @Test func aNameOfBothShowsTheCommandThenTheTopic() throws {
        let output = try BuiltProgram(["help", "minutes"]).output
        let usage = try #require(output.range(of: "USAGE: mlreview minutes"))
        let topic = try #require(output.range(of: "# Minutes\n"))
        #expect(usage.upperBound < topic.lowerBound)
    }

    @Test func aSubcommandIsExplained() throws {
        #expect(try BuiltProgram(["help", "agenda", "next"]).output.contains("USAGE: mlreview agenda next"))
    }

    @Test func aloneItListsCommandsAndTopics() throws {
        let output = try BuiltProgram(["help"]).output
        for word in ["\n  send ", "\n  postgres ", "\n  help "] { #expect(output.contains(word), "\(word)") }
    }

    @Test func aWrongNameIsRefusedWithTheOneThatWasMeant() throws {
        let run = try BuiltProgram(["help", "vote"])
        #expect(run.code == 1)
        #expect(
            run.errors
                == "mlreview: there is no topic and no command `vote`; did you mean `votes`?: `mlreview help` lists them\n"
        )
    }

    @Test func onATerminalThePagerShowsIt() throws {
        let tmux = try Tmux(try MeetingFolder())
        tmux.enter("PAGER='sed s/^/[page]/' \(Tmux.program) help presenter")
        tmux.see("[page]• before the call to order, who is here")
    }

    @Test(arguments: [
        ([:], true), (["PAGER": "more"], true), (["PAGER": "cat"], false), (["PAGER": ""], false),
    ])
    func aPagerIsUsedUnlessThePersonWantsNone(environment: [String: String], isUsed: Bool) {
        #expect((Pager.command(in: environment) != nil) == isUsed)
    }

    @Test func theVersionSaysWhatItWasBuiltFrom() throws {
        #expect(try BuiltProgram(["--version"]).output == "mlreview 1.0 (built from source)\n")
        #expect(
            Version.text(archived: "24ced3038a1b7c0d24ced3038a1b7c0d24ced303") == "1.0 (commit 24ced3038a1b)")
    }
}
