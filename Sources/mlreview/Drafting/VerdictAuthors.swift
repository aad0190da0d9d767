import Agendas
import Council
import Foundation
import Host

/// Leads' verdicts beside those who committed them.
struct VerdictAuthors {
    /// A warning for each verdict that somebody else committed, and a note for each that nobody has committed.
    let faults: [Fault]
    /// What there is to say of all of them.
    let sentence: String

    /// - Throws: Why git can't tell anything.
    init(of survey: Survey, in folder: String) throws {
        let emails = Self.emails(in: survey)
        let all = survey.verdictLines
        let files = Dictionary(grouping: all, by: \.id).sorted { $0.key < $1.key }.map(\.value)
        // Without git or a repository, all files would have the same answer.
        let first = try files.first.map { try Self.blame($0, in: folder) }
        faults = files.enumerated().map { ($0.offset, $0.element) }.concurrentMap { number, lines -> [Fault] in
            do {
                let blame = try number == 0 ? first : Self.blame(lines, in: folder)
                return lines.compactMap { Self.fault(in: $0, by: blame?.authors[$0.line], emails) }
            } catch {
                return [Fault(file: lines[0].path, severity: .warning, message: Complaint(error).description)]
            }
        }.flatMap(\.self)
        sentence = Self.sentence(on: all.filter { $0.review.name.flatMap { emails[$0] } == nil }, of: all.count)
    }

    /// - Parameter unknown: The verdicts of leads whose address no file has.
    private static func sentence(on unknown: [VerdictLine], of count: Int) -> String {
        if unknown.isEmpty { return "\(counted(count, "verdict")) compared with who committed them" }
        let names = Set(unknown.map { visible($0.review.spoken) }).sorted()
        let shown = names.prefix(8) + (names.count > 8 ? ["\(names.count - 8) others"] : [])
        return
            "\(counted(count - unknown.count, "verdict")) compared with who committed them; \(unknown.count) can't be, since no "
            + "file has the address of \(listed(Array(shown))): write names as `Ola Berg <ola@example.com>`"
    }

    private static func blame(_ lines: [VerdictLine], in folder: String) throws -> Blame {
        let numbers = lines.map(\.line)
        return try Blame(
            lines: (numbers.min() ?? 1)...(numbers.max() ?? 1), of: "agendas/proposals/\(lines[0].id).md", in: folder)
    }

    /// Addresses by name: those of the council's file, and those that proposals have for their people.
    private static func emails(in survey: Survey) -> [String: Set<String>] {
        var emails: [String: Set<String>] = [:]
        func add(_ name: String?, _ email: String?) {
            if let name, let email { emails[name, default: []].insert(email.lowercased()) }
        }
        for member in survey.roster?.everybody ?? [] { add(member.name, member.email) }
        for proposal in survey.drafts.map(\.proposal) {
            for member in proposal.techLeads + proposal.team { add(member.name, member.email) }
            for review in proposal.leads { add(review.name, review.email) }
        }
        return emails
    }

    private static func fault(
        in line: VerdictLine, by author: Blame.Author?, _ emails: [String: Set<String>]
    ) -> Fault? {
        let review = line.review
        let says = "\(visible(review.spoken)): \(review.verdict.rawValue)"
        func fault(_ severity: Fault.Severity, _ message: String) -> Fault {
            Fault(file: line.path, line: line.line, column: line.column, severity: severity, message: message)
        }
        guard let author else { return fault(.note, "`\(says)`; git does not say who wrote this line") }
        guard let email = author.email else { return fault(.note, "`\(says)` is not committed yet") }
        let who = "\(visible(author.name)) <\(visible(email, atMost: 100))>"

        guard let name = review.name, let theirs = emails[name], !theirs.contains(email.lowercased()) else {
            return nil
        }
        return fault(
            .warning,
            "`\(says)` was committed by \(who), and not by \(visible(name)) <\(visible(theirs.sorted()[0], atMost: 100))>: ask "
                + "\(visible(name)) whether it is so")
    }
}
