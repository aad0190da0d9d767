import Foundation

extension Minutes.Edit {
    /// Looks whether what a person wrote can be published and sent.
    ///
    /// - Parameter made: what the program makes of the document, if it is known. A mail has to keep the Message-ID that
    ///   it has there, by which it is known who has got it.
    /// - Throws: what is wrong with it, in words that follow the name of a file.
    public func check(against made: String? = nil) throws(MinutesError) {
        guard !text.trimmed.isEmpty else { throw MinutesError("it is empty") }
        guard !text.utf8.contains(0) else { throw MinutesError("it has a NUL character, which no text has") }
        if name.isMail { try checkMail(against: made) }
        if name == .json, (try? JSONSerialization.jsonObject(with: Data(text.utf8))) == nil {
            throw MinutesError("it is no JSON")
        }
    }

    private func checkMail(against made: String?) throws(MinutesError) {
        guard MailDraft.isFinished(text) else {
            _ = try MailDraft(text)
            return
        }
        let mail = try OutgoingMail(reading: text)
        let known = made.flatMap { try? OutgoingMail(reading: $0) }
        guard let known else { return }
        guard mail.messageID == known.messageID else {
            throw MinutesError("its Message-ID is another mail's, \(mail.messageID); it should be \(known.messageID)")
        }
        guard !mail.recipients.isEmpty || known.recipients.isEmpty else {
            throw MinutesError("it is to nobody: it needs an address in To, Cc or Bcc")
        }
    }
}
