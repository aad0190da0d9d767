import Council
import Foundation
import Minutes
import Record

/// The mails of one meeting on their way out: each recipient gets each mail once, however often the program is ended.
struct Mailing {
    /// A mail, and who is to get it now.
    struct Parcel {
        let name: Minutes.DocumentName
        let mail: OutgoingMail
        let outstanding: [String]
        /// Recipients who may have it: it was being handed over when the program ended.
        let inDoubt: [String]

        var isWaiting: Bool { !outstanding.isEmpty }
    }

    let record: MeetingRecord
    let date: CalendarDay
    let sendmail: Sendmail
    /// Whether those get it once more who have it.
    let again: Bool
    let parcels: [Parcel]
    private let now: () -> Date

    /// - Parameter mails: in the order in which they are to go out.
    init(
        _ mails: [(name: Minutes.DocumentName, mail: OutgoingMail)], of date: CalendarDay, record: MeetingRecord,
        by sendmail: Sendmail, again: Bool = false, now: @escaping () -> Date = { Date() }
    ) throws(RecordError) {
        self.record = record
        self.date = date
        self.sendmail = sendmail
        self.again = again
        self.now = now
        let known = Dictionary(
            try record.deliveries(of: date).map { (Key(message: $0.message, recipient: $0.recipient), $0.state) },
            uniquingKeysWith: { first, _ in first })
        parcels = mails.map { name, mail in
            func state(_ recipient: String) -> Delivery.State? {
                known[Key(message: mail.messageID, recipient: recipient)]
            }
            return Parcel(
                name: name, mail: mail,
                outstanding: mail.recipients.filter { again || state($0) != .accepted && state($0) != .begun },
                inDoubt: again ? [] : mail.recipients.filter { state($0) == .begun })
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
        /// Why no more is sent at all.
        var breakdown: String?

        struct Refused: Equatable {
            let recipient: String
            let reason: String
        }

        var isComplete: Bool { refused.isEmpty && postponed.isEmpty && breakdown == nil }
    }

    /// Hands a mail over, and keeps what was answered.
    func send(_ parcel: Parcel) throws(RecordError) -> Report {
        var report = Report()
        var rest = parcel.outstanding[...]
        while !rest.isEmpty, report.breakdown == nil {
            try send(parcel.mail, to: Array(rest.prefix(Self.mostRecipients)), &report)
            rest = rest.dropFirst(Self.mostRecipients)
        }
        return report
    }

    /// One refused recipient holds up all that are named with them, so that then each is asked alone.
    private func send(_ mail: OutgoingMail, to recipients: [String], _ report: inout Report) throws(RecordError) {
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

    private enum Result { case accepted, notAccepted, nobody }

    private func hand(
        _ mail: OutgoingMail, to recipients: [String], _ report: inout Report
    ) throws(RecordError) -> Result {
        let message = mail.messageID
        let begun = try record.beginDelivery(of: message, to: recipients, of: date, at: now(), again: again)
        guard !begun.isEmpty else { return .nobody }
        func end(_ state: Delivery.State, _ reason: String? = nil) throws(RecordError) {
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
        }
        return .notAccepted
    }
}
