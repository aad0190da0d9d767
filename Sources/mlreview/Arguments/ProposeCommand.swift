import Agendas
import ArgumentParser
import Council
import Curses
import Foundation
import Screen

struct ProposeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "Asks what the charter wants to know of a proposal, and writes its file.",
        discussion: """
            At most twelve questions. Enter leaves one open, ? explains it, and Tab completes people, roles and words \
            that other proposals use. The file says only what you said; then your editor opens on it. If you leave \
            before the end, the next `propose` goes on where you were.
            """)

    @OptionGroup var folder: FolderOption
    @OptionGroup var writing: WritingOptions
    @Option(help: "application, technology or hiring; else application.")
    var kind: Proposal.Kind?
    @Option(help: "The pod that owns it; else that of the earlier proposals of who leads it.")
    var pod: String?
    @Option(
        help: ArgumentHelp(
            "Begins with the text of that proposal, and with what the council asked for.", valueName: "id"))
    var revises: String?
    @Flag(help: "Does not open $VISUAL or $EDITOR.")
    var noEdit = false
    @Argument(help: "What the proposal is called.")
    var title: [String] = []

    func validate() throws {
        if revises != nil, kind != nil {
            throw ValidationError("a revision is of the kind of the proposal that it revises")
        }
    }

    func run() throws {
        try complaining {
            let week = try WeekFolder(folder.folder, evenIfMeetingIsOpen: true)
            let shelf = BegunProposal.Shelf(folder.folder)
            var lines = LineInterview()
            guard let proposal = try revision(in: week) ?? asked(in: week, &lines, shelf) else {
                throw ExitCode.failure
            }
            let new = try edited(try NewProposal(proposal, in: week), in: week)
            try writing.perform(new.change) { try lines.isYes($0) }
            if revises == nil, !writing.toStandardOutput { shelf.remove() }
            try week.tellComplaints()
        }
    }

    private var givenTitle: String? {
        let title = title.joined(separator: " ").writableLine
        return title.isEmpty ? nil : title
    }

    private func revision(in week: WeekFolder) throws -> Proposal? {
        guard let revises else { return nil }
        guard let proposal = week.library.revision(of: revises, titled: givenTitle) else {
            throw Complaint(
                "there is no \(week.place.agendas.path(ofProposal: revises))"
                    + suggestion(for: revises, among: week.library.drafts.keys.sorted()))
        }
        if let newer = week.library.revisions(of: revises).last {
            StandardError.print(Complaint("note: \(newer) revises \(revises) already").description + "\n")
        }
        return proposal
    }

    // MARK: Asking

    private static let isAtTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1

    /// Nil if the person left, or the input ended.
    private func asked(in week: WeekFolder, _ lines: inout LineInterview, _ shelf: BegunProposal.Shelf) throws
        -> Proposal?
    {
        guard Self.isAtTerminal, let begun = try? begun(in: week, &lines, shelf), let terminal = try? CursesTerminal()
        else {
            var interview = Interview(
                kind: kind ?? .application, title: givenTitle, pod: pod, in: week.library,
                addressProblem: CouncilText.problem)
            guard try lines.run(&interview) else {
                tellLeft(["the input ended, and nothing was written"] + Self.answers(of: interview))
                return nil
            }
            return interview.proposal
        }
        let interview = Interview(
            kind: begun.kind, title: begun.title, pod: begun.pod, answers: begun.answers, in: week.library,
            addressProblem: CouncilText.problem)
        var isKept = true
        let (said, isDone) = InterviewScreen.run(interview, on: terminal) { said in
            isKept = shelf.keep(BegunProposal(kind: begun.kind, pod: begun.pod, answers: said.answers))
        }
        terminal.restore()
        if isDone { return said.proposal }
        if isKept, !said.answers.isEmpty {
            tellLeft(["nothing was written; your answers are kept, and `mlreview propose` goes on with them"])
        } else {
            tellLeft(["nothing was written"] + Self.answers(of: said))
        }
        return nil
    }

    /// What was begun another day, if the person wants to go on with it; else a beginning.
    private func begun(
        in week: WeekFolder, _ lines: inout LineInterview, _ shelf: BegunProposal.Shelf
    ) throws -> BegunProposal {
        let title = givenTitle
        if let begun = shelf.read(), title == nil || begun.title == title, kind == nil || begun.kind == kind {
            let what =
                "“\(TextWidth.safe(begun.title ?? "a proposal"))” is begun, with \(counted(begun.answers.count, "answer"))"
            try CheckedOutput.standard.print("\(what). Go on with it? [Y/n] ")
            if !(try lines.isNo()) { return begun }
        }
        return BegunProposal(
            kind: kind ?? .application, pod: pod, answers: title.map { ["title": $0] } ?? [:])
    }

    private static func answers(of interview: Interview) -> [String] {
        interview.questions.flatMap { question in
            (interview.answers[question.key] ?? "").split(separator: "\n").map { "  \(question.key): \($0)" }
        }
    }

    private func tellLeft(_ lines: [String]) {
        for line in lines { StandardError.print(Complaint(line).description + "\n") }
    }

    // MARK: The editor

    /// The proposal as it is left in the person's editor, if there is one.
    private func edited(_ new: NewProposal, in week: WeekFolder) throws -> NewProposal {
        let environment = ProcessInfo.processInfo.environment
        let hasEditor = ["VISUAL", "EDITOR"].contains { environment[$0]?.isEmpty == false }
        guard Self.isAtTerminal, hasEditor, !noEdit, !writing.toStandardOutput else { return new }
        var text = new.text
        while true {
            guard case .text(let edited) = ExternalEditor(folder: nil).edit(text) else {
                tellLeft(["the editor failed; the text is as it was before"])
                return new
            }
            text = edited
            do {
                return try NewProposal(text, in: week)
            } catch {
                StandardError.print(Complaint(error).description + "\n")
                guard try YesOrNo.isYes("Edit it again?") else {
                    // It is shown, so that nothing is lost.
                    try CheckedOutput.standard.print(
                        text.split(separator: "\n", omittingEmptySubsequences: false)
                            .map { TextWidth.safe(String($0)) + "\n" }.joined())
                    throw ExitCode.failure
                }
            }
        }
    }
}

extension Proposal.Kind: ExpressibleByArgument {}
