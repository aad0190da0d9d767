import Council
import Foundation
import Ledger
import Minutes

/// The report on one meeting whose chain was walked and compared with its minutes.
struct VerifiedMeeting {
    private let chain: MeetingChain
    private let printed: PrintedHeads
    /// The record's file.
    private let path: String
    /// A sentence on each printed head that does not fit.
    private let differences: [String]

    init(_ chain: MeetingChain, at path: String, printed: PrintedHeads) {
        self.path = path
        self.chain = chain
        self.printed = printed
        differences = printed.heads.compactMap { name, head in
            head.flatMap { Self.difference(of: $0, in: name, to: chain) }
        }
    }

    var isSound: Bool { chain.fault == nil && differences.isEmpty && printed.complaints.isEmpty }

    /// One line, and one for each thing that does not fit.
    var lines: [String] {
        let meeting = chain.meeting.isEmpty ? "the record" : chain.meeting
        var lines: [String] = []
        if let fault = chain.fault {
            lines.append("\(meeting): \(fault.place) of \(path) \(fault.meaning)")
            if let head = chain.head {
                lines.append("\(meeting): sound up to entry \(head.entry), \(head.digest.short)")
            }
        } else if let head = chain.head {
            let agreement = differences.isEmpty && printed.complaints.isEmpty ? [self.agreement] : []
            let parts =
                ["\(counted(chain.count, "entry", plural: "entries"))\(since)", "head \(head.digest.short)"] + agreement
            lines.append("\(meeting): " + parts.joined(separator: "; "))
        }
        return lines + (differences + printed.complaints).map { "\(meeting): \($0)" }
    }

    private var since: String {
        guard let later = chain.sealedLater, later.entry > 0 else { return ", chained since the first" }
        let entries = later.entry == 1 ? "entry 1 was" : "entries 1 to \(later.entry) were"
        return
            "; \(entries) chained on \(LocalTime(zone: "UTC").day(later.at)), when this version first opened the record: "
            + "nothing shows whether they were changed before"
    }

    private var agreement: String {
        guard !printed.heads.isEmpty else { return "no minutes to compare" }
        let silent = printed.heads.filter { $0.head == nil }.map(\.name.rawValue)
        if silent.count == printed.heads.count { return "the minutes name no entry of the record" }
        return silent.isEmpty ? "minutes agree" : "minutes agree, but \(listed(silent)) name no entry of the record"
    }

    private static func difference(
        of head: Minutes.PrintedHead, in name: Minutes.DocumentName, to chain: MeetingChain
    ) -> String? {
        guard let recorded = chain.head(at: head.entry) else {
            // Entries behind the first fault can't be compared.
            return chain.fault == nil
                ? "\(name) was made of entry \(head.entry), and the record ends with \(chain.count): its end was removed or "
                    + "lost" : nil
        }
        if recorded.digest.hex.hasPrefix(head.digits), head.digits.count >= 16 { return nil }
        return
            "\(name) was made of another record: it says of entry \(head.entry) \(head.digits.prefix(16)), and the record "
            + "\(recorded.digest.hex.prefix(16)); what was recorded up to there, or the file, was changed"
    }
}
