import Council

/// The summary of a meeting as a mail that is ready to be sent: plain text and HTML of the same facts.
struct SummaryMail {
    /// The whole mail; lines end with CR LF, as in transport.
    let text: String

    /// - Throws: the fault of a template that replaces one of the program's own.
    init(facts: Facts, templates: Templates) throws(MinutesError) {
        let plain = try templates.render(.summaryText, with: facts.tree)
        let page = try templates.render(.summaryHTML, with: facts.tree)
        let boundary = "=_" + Self.identifier(of: facts)
        var lines = Self.header(of: facts, boundary: boundary).lines
        lines += ["", "--" + boundary, "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=no"]
        lines += ["Content-Transfer-Encoding: quoted-printable", ""]
        lines += QuotedPrintable.encode(FlowedText.lines(of: plain.trimmed))
        lines += ["", "--" + boundary, "Content-Type: text/html; charset=utf-8"]
        lines += ["Content-Transfer-Encoding: quoted-printable", ""]
        lines += QuotedPrintable.encode(
            page.trimmed.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
        lines += ["", "--" + boundary + "--", ""]
        text = lines.joined(separator: "\r\n")
    }

    private static func header(of facts: Facts, boundary: String) -> MailHeader {
        let meeting = facts.meeting
        let settings = meeting.roster.mail
        let recipients = Recipients(of: meeting)
        let from = sender(of: meeting)
        var header = MailHeader()
        header.add("From", [from])
        if let replyTo = settings?.replyTo, let mailbox = try? Mailbox(replyTo) { header.add("Reply-To", [mailbox]) }
        if recipients.to.isEmpty {
            header.add("To", "undisclosed-recipients:;")
        } else {
            header.add("To", recipients.to)
        }
        header.add("Bcc", recipients.bcc)
        header.add("Subject", EncodedWord.text(subject(of: facts)))
        header.add("Date", facts.clock.moment(facts.date).mailDate)
        header.add("Message-ID", messageID(of: facts, revision: meeting.revision, from: from))
        if meeting.revision > 1 {
            let earlier = (1..<meeting.revision).map { messageID(of: facts, revision: $0, from: from) }
            header.add("In-Reply-To", earlier.last ?? "")
            header.add("References", earlier.joined(separator: " "))
        }
        if let list = settings?.listID.flatMap(listID) {
            header.add("List-Id", (EncodedWord.phrase(meeting.roster.name) + ["<\(list)>"]).joined(separator: " "))
        }
        header.add("MIME-Version", "1.0")
        header.add("Content-Type", "multipart/alternative; boundary=\"\(boundary)\"")
        return header
    }

    /// `[ML Review] 25 Nov 2026: 3 approved, 1 sent back, 1 without decision`.
    private static func subject(of facts: Facts) -> String {
        let meeting = facts.meeting
        let prefix = meeting.roster.mail?.subject ?? "[\(meeting.roster.name)]"
        let state = meeting.phase == .closed ? "" : " (not closed)"
        let revision = meeting.revision > 1 ? " (revision \(meeting.revision))" : ""
        return "\(prefix) \(meeting.agenda.date.withoutWeekday)\(revision): \(facts.model.outcome)\(state)"
    }

    /// Who the mail is from: as the council file says, else the chair, else an address that says it is none.
    private static func sender(of meeting: Meeting) -> Mailbox {
        let roster = meeting.roster
        let chair = roster.person(roster.chair.member)
        if let from = roster.mail?.from, let mailbox = try? Mailbox(from) { return mailbox }
        if let email = chair?.email, let mailbox = try? Mailbox(email, name: chair?.name) { return mailbox }
        return Mailbox(nobodyNamed: roster.name)
    }

    /// The same for the same meeting and revision, whoever makes it and when.
    private static func messageID(of facts: Facts, revision: Int, from: Mailbox) -> String {
        "<\(facts.meeting.agenda.date).\(revision).ml-review@\(from.domain)>"
    }

    private static func identifier(of facts: Facts) -> String {
        "ml-review_\(facts.meeting.agenda.date)_\(facts.meeting.revision)"
    }

    /// A list's identifier has the form of a domain (RFC 2919); anything else is no list.
    private static func listID(_ text: String) -> String? {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        let isWellFormed =
            labels.count > 1
            && labels.allSatisfy { label in
                !label.isEmpty && label.unicodeScalars.allSatisfy { $0.isLetterOrDigit || $0 == "-" || $0 == "_" }
            }
        return isWellFormed ? text : nil
    }
}

extension Mailbox {
    /// An address in a domain that never exists (RFC 2606), to be replaced before the mail is sent.
    init(nobodyNamed name: String) {
        self.name = name
        address = "ml-council@example.invalid"
    }
}
