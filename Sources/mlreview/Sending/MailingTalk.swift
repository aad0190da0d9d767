import ArgumentParser
import Council
import Screen

/// What a person is told and asked while mails are sent.
struct MailingTalk {
    let mailing: Mailing
    /// What to type to go on.
    let command: String

    init(_ mailing: Mailing, command: String) {
        self.mailing = mailing
        self.command = command
    }

    /// Asks, and sends what is waiting.
    ///
    /// - Throws: The exit code 1 if somebody did not get a mail.
    func perform(withoutAsking: Bool) throws {
        guard mailing.parcels.contains(where: \.isWaiting) else {
            guard mailing.parcels.allSatisfy(\.inDoubt.isEmpty) else {
                try tell("Nothing else to send. --in-doubt resends to those who may have it.")
                throw ExitCode(1)
            }
            try tell("Nothing to send: everyone with an address has it. --again resends it.")
            return
        }
        if let fault = mailing.sendmail.fault { throw Complaint(fault) }
        guard try withoutAsking || isAgreed() else {
            try tell("Nothing was sent.")
            throw ExitCode(1)
        }
        do {
            guard try send() else { throw ExitCode(1) }
        } catch let failure as OutputFailure {
            // Each answer is recorded before it is printed.
            throw failure.adding("what was sent is recorded, and `\(command)` sends the rest")
        }
    }

    private func tell(_ line: String) throws(OutputFailure) {
        try CheckedOutput.standard.printLine(TextWidth.safe(line))
    }

    /// Prints each mail with its recipients.
    ///
    /// - Parameter title: What all of them are about.
    func show(_ title: String, unreachable: [String]) throws(OutputFailure) {
        try tell("\(title), through \(mailing.sendmail.path)")
        for parcel in mailing.parcels {
            try tell("")
            try tell("\(parcel.name.shortName): \(parcel.mail.subject)")
            let outstanding = Set(parcel.outstanding)
            for (label, addresses) in [("to", parcel.mail.to), ("bcc", parcel.mail.bcc)] {
                let waiting = addresses.filter(outstanding.contains)
                if !waiting.isEmpty { try tell("  \(label) \(waiting.joined(separator: ", "))") }
            }
            let have = parcel.mail.recipients.count - parcel.outstanding.count - parcel.inDoubt.count
            if have > 0 { try tell("  \(counted(have, "recipient")) \(have == 1 ? "has" : "have") it already") }
            if !parcel.inDoubt.isEmpty {
                try tell(
                    "  in doubt: \(listed(parcel.inDoubt)) may have it: it was handed over, and no answer came; "
                        + "--in-doubt resends it")
            }
            if parcel.mail.recipients.isEmpty { try tell("  to nobody: none of its recipients has an address") }
        }
        try tell("")
        if !unreachable.isEmpty { try tell("No address for \(listed(unreachable)).") }
    }

    private func isAgreed() throws -> Bool {
        let mails = mailing.parcels.filter(\.isWaiting)
        let people = Set(mails.flatMap(\.outstanding)).count
        let question =
            "Send \(counted(mails.count, "mail")) to \(counted(people, "address", plural: "addresses"))?"
        return try YesOrNo.isYes(question)
    }

    /// Sends what is waiting, and prints each answer.
    ///
    /// - Returns: whether every recipient has every mail now.
    private func send() throws -> Bool {
        var isComplete = mailing.parcels.allSatisfy(\.inDoubt.isEmpty)
        var isInDoubt = !isComplete
        for parcel in mailing.parcels where parcel.isWaiting {
            try tell("\(parcel.name.shortName): sending to \(counted(parcel.outstanding.count, "recipient")) …")
            let report = try mailing.send(parcel)
            if !report.accepted.isEmpty { try tell("  accepted for \(report.accepted.count)") }
            for refused in report.refused { try tell("  refused for \(refused.recipient): \(refused.reason)") }
            for (reason, people) in grouped(report.postponed) { try tell("  not now for \(listed(people)): \(reason)") }
            isComplete = isComplete && report.isComplete
            isInDoubt = isInDoubt || !report.inDoubt.isEmpty
            if !report.inDoubt.isEmpty { try tell("  in doubt: \(listed(report.inDoubt)) may have it") }
            if let breakdown = report.breakdown {
                try tell("  stopped: \(breakdown)")
                break
            }
        }
        try tell(
            isComplete ? "Sent to everyone with an address." : "Not sent to everyone: `\(command)` sends the rest.")
        if isInDoubt { try tell("Only --in-doubt resends to those in doubt.") }
        return isComplete
    }

    private func grouped(_ postponed: [Mailing.Report.Unsent]) -> [(reason: String, people: [String])] {
        Dictionary(grouping: postponed, by: \.reason).map { ($0, $1.map(\.recipient)) }.sorted { $0.reason < $1.reason }
    }
}
