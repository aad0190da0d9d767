import Council
import Foundation
import Ledger
import Minutes

/// Sends the mails of one meeting. Each recipient gets each mail once, even if the program is ended and run again.
struct Mailing {
    /// A mail, with the recipients that it still has to go to.
    struct Parcel {
        let name: Minutes.DocumentName
        let mail: OutgoingMail
        let outstanding: [String]
        /// Recipients who may have it: it was handed over to the mail program, which gave no answer.
        let inDoubt: [String]

        var isWaiting: Bool { !outstanding.isEmpty }
    }

    let record: any Ledger
    let date: CalendarDay
    let sendmail: Sendmail
    let repeating: Repeating
    let parcels: [Parcel]
    private let now: () -> Date

    /// The recipients who get a mail again.
    enum Repeating {
        case nobody
        /// Those who may have it.
        case doubtful
        /// Also those who have it.
        case everybody

        var states: Set<Delivery.State> {
            switch self {
            case .nobody: []
            case .doubtful: [.begun]
            case .everybody: [.begun, .accepted]
            }
        }
    }

    /// - Parameter mails: in the order in which they go out.
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
        let closed = Delivery.State.closed(despite: repeating.states)
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

    /// The most recipients of one transaction. Every mail server has to take so many (RFC 5321, 4.5.3.1.8).
    static let mostRecipients = 100

    /// The outcome of a parcel.
    struct Report: Equatable {
        var accepted: [String] = []
        var refused: [Unsent] = []
        var postponed: [Unsent] = []
        /// Recipients who may have it, since no answer came.
        var inDoubt: [String] = []
        /// The reason why nothing more is sent; nil if there is none.
        var breakdown: String?

        /// A recipient who did not get the mail.
        struct Unsent: Equatable {
            let recipient: String
            let reason: String
        }

        var isComplete: Bool { refused.isEmpty && postponed.isEmpty && inDoubt.isEmpty && breakdown == nil }
    }

    /// Hands a mail over, and records the answers.
    func send(_ parcel: Parcel) throws(LedgerError) -> Report {
        var report = Report()
        var rest = parcel.outstanding[...]
        while !rest.isEmpty, report.breakdown == nil {
            try send(parcel.mail, to: Array(rest.prefix(Self.mostRecipients)), &report)
            rest = rest.dropFirst(Self.mostRecipients)
        }
        return report
    }

    /// Hands a mail over for all recipients together, and for each one alone if that is not accepted: one bad address makes
    /// the mail program refuse the mail for all.
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
            // Two in a row: the mail system is at fault, not the recipient.
            if failuresInARow == 2, let reason = report.postponed.last?.reason {
                report.postponed += recipients[(place + 1)...].map { Report.Unsent(recipient: $0, reason: reason) }
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
            report.refused += begun.map { Report.Unsent(recipient: $0, reason: reason) }
        case .postponed(let reason):
            try end(.postponed, reason)
            report.postponed += begun.map { Report.Unsent(recipient: $0, reason: reason) }
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
