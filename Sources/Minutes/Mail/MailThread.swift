import Council

/// The common part of a meeting's mails: their sender, and the headers that make them one thread.
struct MailThread {
    private let meeting: Meeting
    let from: Mailbox

    init(of meeting: Meeting) {
        self.meeting = meeting
        from = Mailbox(senderOf: meeting.roster)
    }

    /// The start of every subject: `[ML Review]`.
    var subjectPrefix: String { meeting.roster.subjectPrefix }

    var replyTo: Mailbox? { meeting.roster.mail?.replyTo.flatMap { try? Mailbox($0) } }

    /// The list's name and identifier, if the council's mail goes through a list.
    var list: String? {
        guard let list = meeting.roster.mail?.listID.flatMap(Self.listID) else { return nil }
        return (EncodedWord.phrase(meeting.roster.name) + ["<\(list)>"]).joined(separator: " ")
    }

    /// The way off the list, as its header has it: `<https://lists.example.com/ml-review>`.
    var unsubscribe: String? {
        meeting.roster.mail?.unsubscribe.flatMap { MailSettings.isUnsubscribe($0) ? "<\($0)>" : nil }
    }

    /// The Message-ID. It is the same for the same meeting and revision, at all times and on all machines.
    ///
    /// - Parameter notice: The name of a notice among those of its meeting; nil for the summary.
    func messageID(revision: Int, notice: String? = nil) -> String {
        let name = notice.map { "\($0)." } ?? ""
        return "<\(meeting.agenda.date).\(revision).\(name)ml-review@\(from.domain)>"
    }

    /// Adds the headers that name the earlier messages of the thread.
    func addReferences(_ messages: [String], to header: inout MailHeader) {
        guard let last = messages.last else { return }
        header.add("In-Reply-To", last)
        header.add("References", messages.joined(separator: " "))
    }

    /// The identifier of the council's list; nil if its mail goes through none.
    static func listID(of roster: Roster) -> String? { roster.mail?.listID.flatMap(listID) }

    /// A list's identifier, which has the form of a domain (RFC 2919); nil for any other text.
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
    /// The sender: from the council's file, else the chair, else an address that can't exist.
    init(senderOf roster: Roster) {
        let chair = roster.person(roster.chair.member)
        if let from = roster.mail?.from, let mailbox = try? Mailbox(from) {
            self = mailbox
        } else if let email = chair?.email, let mailbox = try? Mailbox(email, name: chair?.name) {
            self = mailbox
        } else {
            self.init(nobodyNamed: roster.name)
        }
    }

    /// An address in a domain that never exists (RFC 2606), to be replaced before the mail is sent.
    init(nobodyNamed name: String) {
        self.name = name
        address = "ml-council@example.invalid"
    }
}

extension Roster {
    /// The start of every subject: `[ML Review]`.
    var subjectPrefix: String { mail?.subject ?? "[\(name)]" }
}

extension MailHeader {
    /// Adds To and Bcc. Readers expect a To, so a mail without one says that its recipients are undisclosed.
    mutating func add(_ recipients: Recipients) { add(to: recipients.to, bcc: recipients.bcc) }

    mutating func add(to: [Mailbox], bcc: [Mailbox]) {
        if to.isEmpty { add("To", "undisclosed-recipients:;") } else { add("To", to) }
        add("Bcc", bcc)
    }
}
