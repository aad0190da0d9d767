import Agendas
import Foundation
import Testing

@testable import mlreview

/// Questions that lead to a file, line by line and on a terminal.
@Suite struct ProposeTests {
    /// Answers as a script gives them; one is refused, one asks why, and some questions are left open.
    private static let answers = """
        Couriers wait 4.1 minutes.
        ?
        1.2M USD/year
        450k + 150k/year
        oldest first, 25%

        Predict it: now.
        production
        lenna
        lena; sam; Joon Baek, engineer
        feature-store
        orders, store-events
        high

        """
    private static let file = "agendas/proposals/demand-now.md"
    private static let text = """
        ---
        title: Demand now
        pod: Dispatch
        tech_lead: { name: Lena Ortiz, role: ml-engineer }
        blocker: production
        team:
          - { name: Lena Ortiz, role: ml-engineer }
          - { name: Sam Okafor, role: data-scientist }
          - { name: Joon Baek, role: engineer }
        impact: { value: 1200000, unit: USD/year }
        cost: { build: 450000, maintenance: 150000, unit: USD }
        baseline: { method: oldest first, share: 25% }
        data: [orders, store-events]
        platform: [feature-store]
        priority: high
        leads:
          - { role: product, name: Kim Park, verdict: pending }
          - { role: engineering, name: Ola Berg, verdict: pending }
          - { role: data-science, name: Ravi Das, verdict: pending }
          - { role: analytics, name: Mia Chen, verdict: pending }
        ---

        ## Business problem

        Couriers wait 4.1 minutes.

        ## Solution

        Predict it: now.

        """

    @Test func aScriptAnswers() throws {
        let folder = try MeetingFolder()
        let words = ["propose", "Demand", "now", "--dir", folder.path]
        let printed = try BuiltProgram(words + ["--stdout"], input: Self.answers)
        #expect(printed.code == 0 && printed.output == Self.text, "\(printed.output)\(printed.errors)")
        #expect(printed.errors.contains("nobody is called `lenna`: did you mean `lena`?"))
        #expect(printed.errors.contains("A number and its unit."))
        #expect(!folder.has(Self.file))
        // What is left of the input answers whether to write.
        let refused = try BuiltProgram(words, input: Self.answers + "n\n")
        #expect(refused.code == 1 && refused.output.hasSuffix("[y/N] Nothing was written.\n") && !folder.has(Self.file))
        let written = try BuiltProgram(words, input: Self.answers + "y\n")
        #expect(written.code == 0)
        #expect(try folder.text(Self.file) == Self.text)
        let path = "\(folder.path)/\(Self.file)"
        #expect(written.output.contains("written: \(path)\n\(path):"))
        #expect(written.output.contains(": note: Speed: no word on third-party solutions"))
        #expect(
            written.output.hasSuffix(
                "\nto commit: git -C \(folder.path) add \(Self.file) && git -C \(folder.path) commit -m 'Proposal: Demand now'\n"
            ))
        #expect(AgendaFolder(path: folder.path).check().filter { $0.severity == .error } == [])
        // The next one of that title has a name of its own.
        #expect(try BuiltProgram(words + ["--yes"], input: Self.answers).code == 0)
        #expect(folder.has("agendas/proposals/demand-now-2.md"))
    }

    /// What earlier meetings heard of the same.
    @Test func theNearestProposalsAreNamed() throws {
        let folder = try MeetingFolder()
        try FileManager.default.removeItem(atPath: folder.path + "/agendas")
        try FileManager.default.copyItem(atPath: MeetingFolder.root.path + "/agendas", toPath: folder.path + "/agendas")
        let written = try BuiltProgram(
            ["propose", "Demand", "now", "--dir", folder.path], input: Self.answers + "y\n")
        #expect(
            written.output.contains("\nnear: prep-time · 16 Sep 2026 · sent back for revision: "), "\(written.output)")
    }

    @Test func whatWasAnsweredIsPrintedIfTheInputEnds() throws {
        let folder = try MeetingFolder()
        let ended = try BuiltProgram(["propose", "T", "--dir", folder.path], input: "Why\n1 kg\n")
        #expect(ended.code == 1 && ended.output == "")
        #expect(
            ended.errors.hasSuffix(
                "\nthe input ended, and nothing was written\n  title: T\n  problem: Why\n  impact: 1 kg\n"))
        // If reading took long, what was read is kept beside the record.
        #expect(!folder.has(".mlreview/record.sqlite") && !folder.has("agendas/proposals/t.md"))
    }

    @Test(arguments: [
        ("Überschrift: größer!", "uberschrift-grosser"), ("topic 7", "proposal-topic-7"), ("???", "proposal"),
        ("prep time", "prep-time-2"), ("../../etc/passwd", "etc-passwd"), ("Prep TIME", "prep-time-2"),
        (String(repeating: "long ", count: 60), "long-long-long-long-long-long-long-long-long-long-long-long"),
        (".hidden", "hidden"), ("-rf", "rf"), ("a\u{0}b\u{1B}[2J", "a-b-2j"),
    ])
    func aTitleNamesTheFile(_ title: String, _ id: String) throws {
        let folder = try MeetingFolder()
        let week = try WeekFolder(folder.path)
        var proposal = try #require(week.library.drafts["prep-time"]?.proposal)
        proposal.title = title.writableLine
        #expect(try NewProposal(proposal, in: week).id == id)
    }

    @Test func aRevisionBringsWhatTheCouncilAskedFor() throws {
        let folder = try MeetingFolder()
        let reader = try Reader(folder)
        reader.run(
            "roll priya present\nroll tomas present\nroll wen present\nroll bo present\nroll mei present\nopen\n"
                + "go 1\nnote @tomas concern: the holdout is short\namend cost.build = 500000 because vendors agree\n"
                + "decide revise because Six weeks, and a wet city.\nclose anyway")
        #expect(!reader.wasRefused, "\(reader.lines)")
        let written = try BuiltProgram(["propose", "--revises", "fraud-ring-graph", "--yes", "--dir", folder.path])
        let heard = try #require(reader.lines.first { $0.contains("fraud-ring-graph") } ?? reader.lines.first)
        #expect(written.code == 0, "\(written.errors) \(heard)")
        #expect(
            written.errors
                == "taken over from fraud-ring-graph: its text and facts, 1 amendment of the council and 3 points "
                + "to answer under “What the council asked for”; the leads review it again\n")
        let text = try folder.text("agendas/proposals/fraud-ring-graph-2.md")
        #expect(text.contains("\nrevises: fraud-ring-graph\n") && text.contains("cost: { build: 500000, "))
        #expect(
            text.hasSuffix(
                """
                ## What the council asked for

                - Sent back for revision on Wed 25 Nov 2026: Six weeks, and a wet city.
                - Concern of Tomás Vidal: the holdout is short
                - Amended, cost.build: 380000 → 500000: vendors agree

                """), "\(text.suffix(600))")
        #expect(AgendaFolder(path: folder.path).check().filter { $0.severity == .error } == [])
        let again = try BuiltProgram(["propose", "--revises", "fraud-ring-graph", "--yes", "--dir", folder.path])
        let nowhere = try BuiltProgram(["propose", "T", "--dir", folder.path + "/minutes"])
        #expect(
            nowhere.code == 1 && nowhere.errors.contains("there is no such folder; `mlreview init` makes a council's"))
        #expect(again.errors.hasPrefix("note: fraud-ring-graph-2 already revises fraud-ring-graph\n"))
        #expect(folder.has("agendas/proposals/fraud-ring-graph-3.md"))
        let none = try BuiltProgram(["propose", "--revises", "fraud-ring-grap", "--dir", folder.path])
        #expect(none.code == 1 && none.errors.contains("did you mean `fraud-ring-graph`?"))
    }

    /// A person at a terminal leaves in the middle, comes back, and ends in the editor.
    @Test func aPersonAnswers() throws {
        let folder = try MeetingFolder()
        let editor = try folder.write(script: "editor", "echo '## Risks' >> \"$1\"")
        let tmux = try Tmux(folder, columns: 300, environment: ["VISUAL=\(editor)"])
        let start = "\(Tmux.program) propose --dir \(folder.path)"
        tmux.enter(start)
        tmux.see("What is the proposal called?")
        tmux.type("Demand now")
        tmux.press("Enter")
        tmux.see("What is the business problem?")
        tmux.press("?")
        tmux.see("the editor comes later")
        tmux.type("Couriers wait.")
        tmux.press("Enter")
        tmux.see("3 of 12")
        tmux.type("much")
        tmux.press("Enter")
        tmux.see("is not a value for impact")
        tmux.press("C-u")
        tmux.type("1.2M US")
        tmux.see("USD/year · USD")
        tmux.press("C-c")
        tmux.see("your answers are kept in ")
        #expect(!folder.has(Self.file))
        tmux.enter("clear; \(start)")
        tmux.see("“Demand now” is begun, with 2 answers and “1.2M US”. Go on with it? [Y/n]")
        tmux.press("Enter")
        tmux.see("› 1.2M US")
        tmux.type("D/year")
        tmux.press("Enter")
        tmux.type("450k + 150k")
        tmux.press("Enter Enter Enter")
        tmux.type("Predict.")
        tmux.press("Enter")
        tmux.type("prod")
        tmux.see("production")
        tmux.press("Tab Enter")
        tmux.see("9 of 12")
        tmux.type("len")
        tmux.see("Lena Ortiz")
        tmux.press("Tab Enter Enter Enter")
        tmux.see("12 of 12")
        tmux.press("Up Up Up")
        tmux.see("› Lena Ortiz")
        tmux.type("; sa")
        tmux.press("Tab Enter Enter Enter Enter")
        tmux.see("[y/N]")
        tmux.type("y")
        tmux.press("Enter")
        tmux.see("to commit: ")
        let text = try folder.text(Self.file)
        #expect(
            text.contains(
                "\nimpact: { value: 1200000, unit: USD/year }\ncost: { build: 450000, maintenance: 150000, unit: USD }\n"
            ))
        #expect(
            text.contains(
                "blocker: production\nteam:\n  - { name: Lena Ortiz, role: ml-engineer }\n  - { name: Sam Okafor, "))
        #expect(text.hasSuffix("## Solution\n\nPredict.\n## Risks\n"))
        tmux.wait(for: "nothing to be kept") { !folder.has(".mlreview/begun") }
    }

    /// Two proposals are begun, each in a place of its own; one gets to the editor, and its text outlives a no.
    @Test func whatWasWrittenIsKept() throws {
        let folder = try MeetingFolder()
        let editor = try folder.write(script: "editor", "echo '## Risks' >> \"$1\"")
        let tmux = try Tmux(folder, columns: 300, environment: ["VISUAL=\(editor)"])
        let start = "\(Tmux.program) propose --dir \(folder.path)"
        for title in ["Demand now", "Other"] {
            tmux.enter("clear; \(start) \(title)")
            tmux.see("2 of 12")
            tmux.press("C-c")
            tmux.see("your answers are kept in \(folder.path)/.mlreview/begun/")
            tmux.see("`mlreview propose --dir \(folder.path)` resumes")
        }
        tmux.enter("clear; \(start)")
        tmux.see("“Demand now” is begun, with 1 answer. Go on with it? [Y/n]")
        tmux.press("Enter")
        tmux.see("2 of 12")
        tmux.press("Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter Enter")
        tmux.see("[y/N]")
        tmux.press("Enter")
        let kept = ".mlreview/begun/demand-now.md"
        tmux.see("your text is kept in \(folder.path)/\(kept), and ")
        #expect(try folder.text(kept).hasSuffix("## Risks\n") && !folder.has(Self.file))
        tmux.enter("clear; \(start)")
        tmux.see("“Demand now” is begun, with a text in your editor. Go on with it? [Y/n]")
        tmux.press("Enter")
        tmux.see("[y/N]")
        tmux.type("y")
        tmux.press("Enter")
        tmux.see("to commit: ")
        #expect(try folder.text(Self.file).hasSuffix("## Risks\n## Risks\n"))
        // The last that the program does.
        tmux.wait(for: "the kept text to go") { !folder.has(kept) }
        #expect(folder.has(".mlreview/begun/other.json"))
    }

    /// What is in the editor's file stays even if both are killed.
    @Test func aTextOutlivesTheProgram() throws {
        let folder = try MeetingFolder()
        let editor = try folder.write(script: "editor", "echo '## Risks' >> \"$1\"; kill -9 $PPID; exit 1")
        let tmux = try Tmux(folder, columns: 300, environment: ["VISUAL=\(editor)"])
        let start = "\(Tmux.program) propose --dir \(folder.path) --revises fraud-ring-graph"
        tmux.enter(start)
        tmux.see("Killed")
        tmux.enter("clear; VISUAL=true \(start)")
        tmux.see("“a revision of fraud-ring-graph” is begun, with a text in your editor. Go on with it? [Y/n]")
        tmux.press("Enter")
        tmux.see("[y/N]")
        tmux.type("y")
        tmux.press("Enter")
        tmux.see("to commit: ")
        #expect(try folder.text("agendas/proposals/fraud-ring-graph-2.md").hasSuffix("## Risks\n"))
    }
}
