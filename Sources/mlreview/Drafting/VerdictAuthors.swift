import Agendas
import Council
import Foundation
import Host

/// Leads' verdicts beside those who committed them.
struct VerdictAuthors {
    /// What there is to say of all of them, and of each import: a commit that brought in the verdicts of several leads.
    let sentences: [String]
    /// A warning for each other verdict that somebody else committed, and a note for each that nobody has committed.
    let faults: [Fault]

    /// - Throws: Why git can't tell anything.
    init(of survey: Survey, in folder: String) throws {
        let emails = Self.emails(in: survey)
        let all = survey.verdictLines
        let files = Dictionary(grouping: all, by: \.id).sorted { $0.key < $1.key }.map(\.value)
        // Without git or a repository, all files would have the same answer.
        let first = try files.first.map { try Self.blame($0, in: folder) }
        let found = files.enumerated().map { ($0.offset, $0.element) }.concurrentMap { number, lines -> [Finding] in
            do {
                let blame = try number == 0 ? first : Self.blame(lines, in: folder)
                return lines.compactMap { Self.finding(on: $0, by: blame?.authors[$0.line], emails) }
            } catch {
                let fault = Fault(file: lines[0].path, severity: .warning, message: Complaint(error).description)
                return [Finding(fault: fault)]
            }
        }.flatMap(\.self)
        let commits = Dictionary(grouping: found.filter { $0.author != nil }) { $0.author?.commit ?? "" }
        let imports = commits.filter { Set($0.value.compactMap(\.lead)).count >= Self.leadsOfAnImport }
        faults = found.filter { $0.author.map { imports[$0.commit] == nil } ?? true }.map(\.fault)
        let unknown = all.filter { $0.review.name.flatMap { emails[$0] } == nil }
        let warnings = faults.count { $0.severity == .warning }
        sentences =
            [Self.sentence(on: unknown, of: all.count, doubtful: warnings)]
            + imports.sorted { $0.key < $1.key }.compactMap { Self.sentence(onImport: $0.value) }
    }

    /// What git says of one verdict.
    private struct Finding: Sendable {
        let fault: Fault
        /// Whoever committed it for somebody else; nil if nobody did.
        var author: Blame.Author?
        var lead: String?
    }

    /// A person who commits the words of so many others at once has brought them in from elsewhere.
    private static let leadsOfAnImport = 3

    private static func sentence(onImport findings: [Finding]) -> String? {
        guard let author = findings.first?.author else { return nil }
        let leads = Set(findings.compactMap(\.lead)).count
        return
            "\(who(author)) committed \(findings.count) verdicts of \(leads) leads at once, in \(author.commit): git can't tell "
            + "who gave what was brought in so"
    }

    private static func who(_ author: Blame.Author) -> String {
        "\(visible(author.name)) <\(visible(author.email ?? "", atMost: 100))>"
    }

    /// - Parameter unknown: The verdicts of leads whose address no file has.
    private static func sentence(on unknown: [VerdictLine], of count: Int, doubtful: Int) -> String {
        let asked = doubtful > 0 ? ", \(doubtful) to ask about" : ""
        if unknown.isEmpty { return "\(counted(count, "verdict")) compared with who committed them\(asked)" }
        let names = Set(unknown.map { visible($0.review.spoken) }).sorted()
        let shown = names.prefix(8) + (names.count > 8 ? ["\(names.count - 8) others"] : [])
        return
            "\(counted(count - unknown.count, "verdict")) compared with who committed them\(asked); \(unknown.count) can't be, since no "
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

    private static func finding(
        on line: VerdictLine, by author: Blame.Author?, _ emails: [String: Set<String>]
    ) -> Finding? {
        let review = line.review
        let says = "\(visible(review.spoken)): \(review.verdict.rawValue)"
        func fault(_ severity: Fault.Severity, _ message: String) -> Fault {
            Fault(file: line.path, line: line.line, column: line.column, severity: severity, message: message)
        }
        guard let author else {
            return Finding(fault: fault(.note, "`\(says)`; git does not say who wrote this line"))
        }
        guard let email = author.email else { return Finding(fault: fault(.note, "`\(says)` is not committed yet")) }
        guard let name = review.name, let theirs = emails[name], !theirs.contains(email.lowercased()) else {
            return nil
        }
        let warning = fault(
            .warning,
            "`\(says)` was committed by \(who(author)), and not by \(visible(name)) "
                + "<\(visible(theirs.sorted()[0], atMost: 100))>: ask \(visible(name)) whether it is so")
        return Finding(fault: warning, author: author, lead: name)
    }
}
