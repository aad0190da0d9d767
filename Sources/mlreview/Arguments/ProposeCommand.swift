import Agendas
import ArgumentParser
import Council
import Curses
import Foundation
import Screen

struct ProposeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "propose",
        abstract: "Asks what the charter wants to know about a proposal, and writes its file.",
        discussion: """
            At most twelve questions. Enter leaves one open, ? explains it, and Tab completes people, roles and words \
            that other proposals use. The file says only what you said. Your editor then opens on it, for the text and \
            for what was not asked (sponsor, reuse, follow_up and the like). If you leave before the file is written, \
            the next `propose` offers to resume.
            """)

    @OptionGroup var folder: FolderOption
    @OptionGroup var writing: WritingOptions
    @Option(help: "application, technology or hiring; else application.")
    var kind: Proposal.Kind?
    @Option(help: "The pod that owns it; else that of its lead's earlier proposals.", completion: .pods)
    var pod: String?
    @Option(
        help: ArgumentHelp(
            "Begins with the text of that proposal, and with what the council asked for.", valueName: "id"),
        completion: .proposals)
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
            var lines = LineInterview()
            let kept = try kept(&lines)
            do {
                let new = try asked(in: week, &lines, kept)
                try writing.perform(new.change) { try lines.isYes($0) }
            } catch {
                tell(kept.lines(goingOnWith: goingOn))
                throw error
            }
            if !writing.toStandardOutput { kept.remove() }
            try week.tellComplaints()
        }
    }

    private var givenTitle: String? {
        let title = title.joined(separator: " ").writableLine
        return title.isEmpty ? nil : title
    }

    // MARK: What was begun

    /// Somebody types; a script has its answers.
    private static let isTyped = isatty(STDIN_FILENO) == 1
    private static let isAtTerminal = isTyped && isatty(STDOUT_FILENO) == 1

    /// What was begun another day, if a person wants to go on with it; else a beginning.
    private func kept(_ lines: inout LineInterview) throws -> KeptProposal {
        let shelf = BegunProposal.Shelf(folder.folder)
        let new = BegunProposal(
            kind: kind ?? .application, pod: pod, revises: revises, answers: givenTitle.map { ["title": $0] } ?? [:])
        for (name, begun) in Self.isTyped ? shelf.read() : [] where isMeant(begun) {
            let what = "“\(begun.title ?? "A proposal")” is begun, with \(begun.extent)"
            StandardError.print(TextWidth.safe("\(what). Go on with it? [Y/n] "))
            if try lines.isNo() { continue }
            var begun = begun
            begun.pod = pod ?? begun.pod
            return KeptProposal(begun, as: name, on: shelf, isTyped: true)
        }
        return KeptProposal(new, on: shelf, isTyped: Self.isTyped)
    }

    /// Whether what was begun may be what the person wants to propose now.
    private func isMeant(_ begun: BegunProposal) -> Bool {
        (revises == nil || begun.revises == revises) && (kind == nil || begun.kind == kind)
            && (givenTitle == nil || begun.title == givenTitle)
    }

    /// What to type to go on with it.
    private var goingOn: String {
        "mlreview propose" + (folder.folder == "." ? "" : " --dir \(folder.folder)")
    }

    private func tell(_ lines: [String]) {
        for line in lines { StandardError.print(TextWidth.safe(line) + "\n") }
    }

    // MARK: Asking

    /// The proposal as it was left in the editor, or as the answers or an older proposal make it.
    private func asked(in week: WeekFolder, _ lines: inout LineInterview, _ kept: KeptProposal) throws -> NewProposal {
        if let text = kept.begun.text { return try edited(text, in: week, kept) }
        let proposal =
            try kept.begun.revises.map { try revision(of: $0, in: week) } ?? answered(in: week, &lines, kept)
        return try edited(try NewProposal(proposal, in: week).text, in: week, kept)
    }

    private func revision(of id: String, in week: WeekFolder) throws -> Proposal {
        guard let proposal = week.library.revision(of: id, titled: givenTitle) else {
            throw Complaint(
                "there is no \(week.place.agendas.path(ofProposal: id))"
                    + suggestion(for: id, among: week.library.drafts.keys.sorted()))
        }
        if let newer = week.library.revisions(of: id).last { tell(["note: \(newer) already revises \(id)"]) }
        tell([week.library.takenOver(from: id)])
        return proposal
    }

    /// - Throws: An exit code if the person left, or the input ended.
    private func answered(in week: WeekFolder, _ lines: inout LineInterview, _ kept: KeptProposal) throws -> Proposal {
        let begun = kept.begun
        var interview = Interview(
            kind: begun.kind, title: begun.answers["title"], pod: begun.pod, answers: begun.answers, in: week.library,
            addressProblem: CouncilText.problem)
        let keep = { (said: Interview, typed: String?) in
            kept.keep { ($0.answers, $0.typed) = (said.answers, typed) }
        }
        guard Self.isAtTerminal, let terminal = try? CursesTerminal() else {
            guard try lines.run(&interview, keep: { keep($0, nil) }) else {
                tell(["the input ended, and nothing was written"])
                throw ExitCode.failure
            }
            return interview.proposal
        }
        let (said, isDone) = InterviewScreen.run(interview, typed: begun.typed, on: terminal, keep: keep)
        terminal.restore()
        guard isDone else {
            tell(["nothing was written"])
            throw ExitCode.failure
        }
        return said.proposal
    }

    // MARK: The editor

    /// The proposal as it is left in the person's editor, if there is one. The editor opens the file that is kept, so that
    /// whatever is saved there stays.
    private func edited(_ text: String, in week: WeekFolder, _ kept: KeptProposal) throws -> NewProposal {
        guard Self.isAtTerminal, ExternalEditor.isNamed, !noEdit, !writing.toStandardOutput else {
            return try NewProposal(text, in: week)
        }
        var text = text
        while true {
            kept.keep { $0.text = text }
            let editor = ExternalEditor(folder: nil)
            let outcome = kept.textPath.map { editor.edit(fileAt: $0) } ?? editor.edit(text)
            if case .text(let edited) = outcome {
                text = edited
                kept.keep { $0.text = edited }
            } else {
                tell(["the editor failed; the text is as it was before"])
            }
            do {
                return try NewProposal(text, in: week)
            } catch {
                // The file has no name yet; people know the one that is in their editor.
                let draft = week.place.agendas.path(ofProposal: NewProposal.nameless)
                let said = Complaint(error).description.replacing(draft, with: kept.textPath ?? "your text")
                tell(said.split(separator: "\n").map(String.init))
                guard try YesOrNo.isYes("Edit it again?") else { throw ExitCode.failure }
            }
        }
    }
}

extension Proposal.Kind: ExpressibleByArgument {}
