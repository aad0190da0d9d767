import Council
import Foundation
import Ledger
import Minutes

/// The mails of one meeting on their way out: each recipient gets each mail once, however often the program is ended.
struct Mailing {
    /// A mail, and who is to get it now.
    struct Parcel {
        let name: Minutes.DocumentName
        let mail: OutgoingMail
        let outstanding: [String]
        /// Recipients who may have it: it was handed over, and no answer came.
        let inDoubt: [String]

        var isWaiting: Bool { !outstanding.isEmpty }
    }

    let record: any Ledger
    let date: CalendarDay
    let sendmail: Sendmail
    let repeating: Repeating
    let parcels: [Parcel]
    private let now: () -> Date

    /// Who gets once more what they were sent before.
    enum Repeating {
        case nobody
        /// Those who may have it.
        case doubtful
        /// Those who have it, too.
        case everybody

        var states: Set<Delivery.State> {
            switch self {
            case .nobody: []
            case .doubtful: [.begun]
            case .everybody: [.begun, .accepted]
            }
        }
    }

    /// - Parameter mails: in the order in which they are to go out.
    init(
        _ mails: [(name: Minutes.DocumentName, mail: OutgoingMail)], of date: CalendarDay, record: any Ledger,
        by sendmail: Sendmail, repeating: Repeating = .nobody, now: @escaping () -> Date = { Date() }
    ) throws(LedgerError) {
        self.record = record
        self.date = date
        self.sendmail = sendmail
        self.repeating = repeating
        self.now = now
        let known = Dictionary(
            try record.deliveries(of: date).map { (Key(message: $0.message, recipient: $0.recipient), $0.state) },
            uniquingKeysWith: { first, _ in first })
        let closed = Set([Delivery.State.begun, .accepted]).subtracting(repeating.states)
        parcels = mails.map { name, mail in
            func isClosed(_ recipient: String, as states: Set<Delivery.State>) -> Bool {
                known[Key(message: mail.messageID, recipient: recipient)].map(states.contains) ?? false
            }
            return Parcel(
                name: name, mail: mail, outstanding: mail.recipients.filter { !isClosed($0, as: closed) },
                inDoubt: mail.recipients.filter { isClosed($0, as: closed.intersection([.begun])) })
        }
    }

    private struct Key: Hashable {
        let message: String
        let recipient: String
    }

    /// No more recipients than this are handed over at once: every mail server takes as many (RFC 5321, 4.5.3.1.8).
    static let mostRecipients = 100

    /// What came of a parcel.
    struct Report: Equatable {
        var accepted: [String] = []
        var refused: [Refused] = []
        var postponed: [Refused] = []
        /// Who may have it, as no answer came.
        var inDoubt: [String] = []
        /// Why no more is sent at all.
        var breakdown: String?

        struct Refused: Equatable {
            let recipient: String
            let reason: String
        }

        var isComplete: Bool { refused.isEmpty && postponed.isEmpty && inDoubt.isEmpty && breakdown == nil }
    }

    /// Hands a mail over, and keeps what was answered.
    func send(_ parcel: Parcel) throws(LedgerError) -> Report {
        var report = Report()
        var rest = parcel.outstanding[...]
        while !rest.isEmpty, report.breakdown == nil {
            try send(parcel.mail, to: Array(rest.prefix(Self.mostRecipients)), &report)
            rest = rest.dropFirst(Self.mostRecipients)
        }
        return report
    }

    /// One refused recipient holds up all that are named with them, so that then each is asked alone.
    private func send(_ mail: OutgoingMail, to recipients: [String], _ report: inout Report) throws(LedgerError) {
        let first = try hand(mail, to: recipients, &report)
        guard first == .notAccepted, recipients.count > 1 else { return }
        report.refused.removeAll { recipients.contains($0.recipient) }
        report.postponed.removeAll { recipients.contains($0.recipient) }
        var failuresInARow = 0
        for (place, recipient) in recipients.enumerated() {
            let answer = try hand(mail, to: [recipient], &report)
            if report.breakdown != nil { return }
            let isPostponed = answer == .notAccepted && report.postponed.last?.recipient == recipient
            failuresInARow = isPostponed ? failuresInARow + 1 : 0
            // It is not the recipient, then, but the mail system.
            if failuresInARow == 2, let reason = report.postponed.last?.reason {
                report.postponed += recipients[(place + 1)...].map { Report.Refused(recipient: $0, reason: reason) }
                return
            }
        }
    }

    private enum Result { case accepted, notAccepted, inDoubt, nobody }

    private func hand(
        _ mail: OutgoingMail, to recipients: [String], _ report: inout Report
    ) throws(LedgerError) -> Result {
        let message = mail.messageID
        let begun = try record.beginDelivery(
            of: message, to: recipients, of: date, at: now(), despite: repeating.states)
        guard !begun.isEmpty else { return .nobody }
        func end(_ state: Delivery.State, _ reason: String? = nil) throws(LedgerError) {
            try record.endDelivery(of: message, to: begun, of: date, at: now(), state, detail: reason)
        }
        switch sendmail.hand(over: mail, to: begun) {
        case .accepted:
            try end(.accepted)
            report.accepted += begun
            return .accepted
        case .refused(let reason):
            try end(.refused, reason)
            report.refused += begun.map { Report.Refused(recipient: $0, reason: reason) }
        case .postponed(let reason):
            try end(.postponed, reason)
            report.postponed += begun.map { Report.Refused(recipient: $0, reason: reason) }
        case .broken(let reason):
            try end(.postponed, reason)
            report.breakdown = reason
        case .unknown(let reason):
            try end(.begun, reason)
            report.inDoubt += begun
            report.breakdown = reason
            return .inDoubt
        }
        return .notAccepted
    }
}
