import Council
import Foundation
import Testing

@testable import Agendas

/// Whatever is answered, the file that follows can be read, and says what was said.
@Suite struct HostileAnswerTests {
    private static let library = Library(
        roster: Roster(
            name: "C", chair: Chair(member: Handle("a")), members: [Member(handle: Handle("a"), name: "A B")]),
        drafts: [])

    @Test(arguments: Proposal.Kind.allCases, ProposalTextTests.hostile)
    func everyAnswerIsReadBack(_ kind: Proposal.Kind, _ text: String) throws {
        var interview = Interview(
            kind: kind, title: "\(text.writableLine) T".writableLine, in: Self.library,
            addressProblem: CouncilText.problem)
        while let question = interview.question {
            let answers = [
                text.writableLine, "\(text.writableLine) B, engineer", "1 \(text.writableLine)",
                "X, buy, \(text.writableLine)", "",
            ]
            for answer in answers where interview.question?.key == question.key {
                let position = interview.position
                try? interview.answer(answer)
                if interview.position > position { break }
            }
        }
        var said = interview.proposal
        said.body = said.body.trimmed
        let bytes = Array(ProposalText.text(of: said).utf8)
        var found = try AgendaFolder(path: "/nowhere").proposal("p", in: bytes).proposal
        found.id = said.id
        found.body = found.body.trimmed
        #expect(found == said)
        for heading in ["Business problem", "Solution", "Job description", "Process"] {
            guard let section = found.section(heading) else { continue }
            let answer = text.writableLine
            #expect(
                [answer, "\\\(answer)", "\(answer) B, engineer", "1 \(answer)"].contains(section),
                "\(heading): \(section.prefix(80))")
        }
    }
}
