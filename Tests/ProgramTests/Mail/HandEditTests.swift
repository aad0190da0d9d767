import Council
import Foundation
import Minutes
import Ledger
import Testing

@testable import mlreview

/// Edits of minutes and mails are kept, and an edit on the disk is never lost silently.
@Suite struct HandEditTests {
    private func publisher(_ meeting: ClosedMeeting) throws -> (Publisher, Journal) {
        let record = try meeting.record()
        let journal = try RecordedMeeting(of: meeting.day, in: record).journal
        return (Publisher(record: record, place: MeetingPlace(folder: meeting.folder.path)), journal)
    }

    /// Edits a document as a person does in the editor, and publishes.
    private func edit(
        _ name: String, of meeting: ClosedMeeting, _ change: (String) -> String
    ) throws -> Publisher.Report {
        let (publisher, journal) = try publisher(meeting)
        let document = try Publisher.document(
            named: name, among: try publisher.documents(of: journal, at: Date(timeIntervalSince1970: 0)))
        let text = try #require(try publisher.editable(document.name, of: journal))
        try publisher.take(change(text), as: document, of: journal)
        return publisher.publish(journal)
    }

    @Test func editedMinutesAreOnTheDiskInTheRecordAndInThePage() throws {
        let meeting = try ClosedMeeting()
        let report = try edit("minutes", of: meeting) { $0 + "\nAdded by <b>hand</b>.\n" }
        #expect(report.complaints == [] && report.edited.isEmpty)
        #expect(try meeting.text("minutes.md").hasSuffix("\nAdded by <b>hand</b>.\n"))
        let page = try meeting.text("minutes.html")
        #expect(page.contains("Added by"))
        #expect(!page.contains("<b>"))
        #expect(page.contains("<a id=\"item-prep-time\"></a>"))
        // Written again, from the record alone.
        try FileManager.default.removeItem(at: meeting.path(""))
        try meeting.type(["publish"])
        #expect(try meeting.text("minutes.md").hasSuffix("\nAdded by <b>hand</b>.\n"))
        let kept = try meeting.record().outputs(of: meeting.day, revision: 1).first { $0.name == "minutes.md" }
        #expect(kept?.text.contains("Added by") == true && kept?.source != nil)
    }

    @Test func anEditedMailSaysTheSameInBothVersionsToWhomItNames() throws {
        let meeting = try ClosedMeeting()
        _ = try edit("summary", of: meeting) { text in
            text.replacing("Subject: [ML Review]", with: "Subject: Read this, Tomás:")
                .replacing("To: ml-review@example.com", with: "To: \"Vidal, T.\" <new@example.com>")
                .replacing("DEADLINES", with: "DEADLINES <as edited>")
        }
        let mail = try OutgoingMail(try meeting.text("summary.eml"))
        #expect(mail.subject.hasPrefix("Read this, Tomás: Approved: "))
        #expect(mail.to == ["new@example.com"])
        #expect(mail.bcc.contains("priya@example.com"))
        #expect(mail.text.contains("DEADLINES <as edited>"))
        #expect(mail.text.contains("DEADLINES &lt;as edited&gt;"))
        // The editor shows the edit the next time.
        let (publisher, journal) = try publisher(meeting)
        #expect(try publisher.editable(.mail, of: journal)?.contains("<as edited>") == true)
        // The notice is a mail of its own.
        _ = try edit("prep-time", of: meeting) { $0.replacing("WHAT HAPPENS NEXT", with: "NEXT") }
        #expect(try OutgoingMail(try meeting.text("notices/prep-time.eml")).text.contains("\nNEXT\n"))
    }

    @Test(arguments: [
        ("Hello\n\ntext", "`Hello` is none of them"),
        ("Subject: x\nCc: a@example.com\n\ntext", "`Cc: a@example.com` is none"),
        ("Subject: x\n\n", "has no text"), ("To: a@example.com\n\ntext", "has no subject"),
        ("Subject: x\nTo: tomás@example.com\n\ntext", "letters outside ASCII"),
        ("Subject: x\nSubject: y\n\nt", "twice"),
    ])
    func aMailThatCantBeOneIsRefusedWithAReasonAndChangesNothing(edited: String, reason: String) throws {
        let meeting = try ClosedMeeting()
        let before = try meeting.text("summary.eml")
        let error = #expect(throws: MinutesError.self) { try edit("summary", of: meeting) { _ in edited } }
        #expect(error?.sentence.contains(reason) == true)
        #expect(try meeting.text("summary.eml") == before)
        #expect(try meeting.outputs().allSatisfy { $0.source == nil })
    }

    @Test func aFileEditedOnTheDiskIsShownAndStaysUntilSomebodyChooses() throws {
        let meeting = try ClosedMeeting()
        let made = try meeting.text("minutes.md")
        let edited = made.replacing("no time", with: "no time at all")
        try Data(edited.utf8).write(to: meeting.path("minutes.md"))
        let said = try meeting.type(["publish"])
        #expect(said.contains { $0.hasSuffix("minutes.md was edited by hand, and is left as it is:") })
        #expect(said.contains { $0.hasPrefix("+ ") && $0.contains("no time at all") })
        #expect(said.contains { $0.hasPrefix("- ") && $0.contains("no time") && !$0.contains("at all") })
        #expect(said.last == "refused: \(Publisher.Report.question)")
        #expect(try meeting.text("minutes.md") == edited)

        try meeting.type(["publish keep"])
        #expect(try meeting.text("minutes.md") == edited)
        #expect(try meeting.text("minutes.html").contains("no time at all"))
        #expect(try meeting.type(["publish"]).allSatisfy { !$0.hasPrefix("refused") })

        try Data("gone".utf8).write(to: meeting.path("minutes.md"))
        try meeting.type(["publish replace"])
        #expect(try meeting.text("minutes.md") == edited)
    }

    /// A file that can't be used is not kept. Other files still are.
    @Test(arguments: [
        ("", "it is empty"), ("  \n", "it is empty"), ("hello", "a mail begins with lines for Subject, To and Bcc"),
        ("From: a@example.com\nMIME-Version: 1.0\n\ntext", "the mail has no Message-ID"),
        ("Message-ID: <1@x>\nMIME-Version: 1.0\n\ntext", "the mail has no From"),
        ("Message-ID: <1@x>\nFrom: a@example.com\nMIME-Version: 1.0\n\ntext", "its Message-ID is another mail's"),
        ("Subject: x\nTo: tomás@example.com\n\ntext", "letters outside ASCII"),
        ("Subject: x\n\nt\0", "a NUL character"),
    ])
    func aMailThatIsNoneIsNotKept(text: String, reason: String) throws {
        let meeting = try ClosedMeeting()
        let made = try meeting.text("notices/prep-time.eml")
        try Data(text.utf8).write(to: meeting.path("notices/prep-time.eml"))
        let minutes = try meeting.text("minutes.md") + "by hand\n"
        try Data(minutes.utf8).write(to: meeting.path("minutes.md"))
        let said = try meeting.type(["publish keep"])
        let path = meeting.path("notices/prep-time.eml").path
        let refusal = said.first { $0.hasPrefix("refused: \(path) can't be kept as it is: ") }
        #expect(refusal?.contains(reason) == true, "\(said)")
        #expect(refusal?.hasSuffix("correct it, or `publish replace` rewrites it") == true)
        #expect(try meeting.text("notices/prep-time.eml") == text)
        #expect(try meeting.outputs().filter { $0.source != nil }.map(\.name) == ["minutes.md"])
        // The rest goes on.
        #expect(try meeting.type(["preview prep-time"]).allSatisfy { !$0.hasPrefix("refused") })
        try meeting.type(["publish replace"])
        #expect(try meeting.text("notices/prep-time.eml") == made)
        #expect(try meeting.text("minutes.md") == minutes)
    }

    @Test func whatIsNotUTF8IsNotKept() throws {
        let meeting = try ClosedMeeting()
        try Data([0x61, 0xFF, 0x0A]).write(to: meeting.path("minutes.md"))
        try Data("{".utf8).write(to: meeting.path("record.json"))
        let said = try meeting.type(["publish keep"])
        #expect(said.contains { $0.contains("minutes.md can't be kept as it is: it is not UTF-8") })
        #expect(said.contains { $0.contains("record.json can't be kept as it is: it is not JSON") })
        #expect(try Data(contentsOf: meeting.path("minutes.md")) == Data([0x61, 0xFF, 0x0A]))
        #expect(try meeting.outputs().allSatisfy { $0.source == nil })
    }

    /// A mail edited as a file keeps its header. A file with the lines of a draft becomes a mail again.
    @Test func aMailThatIsOneIsKept() throws {
        let meeting = try ClosedMeeting()
        let edited = try meeting.text("notices/prep-time.eml").replacing("WHAT HAPPENS NEXT", with: "NEXT")
        try Data(edited.utf8).write(to: meeting.path("notices/prep-time.eml"))
        try Data("Subject: In short\nTo: lena@example.com\n\nDone.\n".utf8).write(to: meeting.path("summary.eml"))
        #expect(try meeting.type(["publish keep"]).filter { $0.hasPrefix("refused") } == [])
        #expect(try meeting.text("notices/prep-time.eml") == edited)
        #expect(try OutgoingMail(try meeting.text("summary.eml")).subject == "In short")
        #expect(try meeting.mailing(by: "/bin/true").parcels.first?.mail.to == ["lena@example.com"])
    }

    /// Records may have bad edits from before edits were checked.
    @Test func aBadEditThatWasKeptIsLeftOutAndSaid() throws {
        let meeting = try ClosedMeeting()
        let made = try meeting.text("notices/prep-time.eml")
        try Data().write(to: meeting.path("notices/prep-time.eml"))
        try meeting.record().saveOutputs(
            [Output(revision: 1, name: "notices/prep-time.eml", text: "", source: "")], of: meeting.day)
        #expect(try meeting.type(["preview", "preview prep-time"]).allSatisfy { !$0.hasPrefix("refused") })
        let said = try meeting.type(["publish"])
        let path = meeting.path("notices/prep-time.eml").path
        #expect(
            said.contains("note: \(path) is rewritten: the edits kept by hand can't be used: it is empty"),
            "\(said)")
        #expect(said.allSatisfy { !$0.hasPrefix("refused") })
        #expect(try meeting.text("notices/prep-time.eml") == made)
        // It is said once.
        #expect(try meeting.type(["publish"]).allSatisfy { !$0.hasPrefix("note") })
        let closed = try meeting.type(["reopen because a slip", "go 3", "decide defer because no time", "close anyway"])
        #expect(closed.allSatisfy { !$0.hasPrefix("refused") })
        #expect(try meeting.mailing(by: "/bin/true").parcels.count == 4)
    }

    @Test func replacingGoesBackToWhatTheRecordSays() throws {
        let meeting = try ClosedMeeting()
        let made = try meeting.text("record.json")
        try Data("{}".utf8).write(to: meeting.path("record.json"))
        try meeting.type(["publish replace"])
        #expect(try meeting.text("record.json") == made)
    }

    @Test func anEditInTheEditorDoesNotWriteOverOneOnTheDisk() throws {
        let meeting = try ClosedMeeting()
        try Data("on the disk".utf8).write(to: meeting.path("minutes.md"))
        let error = #expect(throws: MinutesError.self) { try edit("minutes", of: meeting) { $0 + "in the editor" } }
        #expect(error?.sentence.contains("was edited on the disk as well") == true)
        #expect(try meeting.text("minutes.md") == "on the disk")
    }

    @Test func aCorrectionIsRevisionTwoAndSaysThatAnEditIsNotInIt() throws {
        let meeting = try ClosedMeeting()
        _ = try edit("minutes", of: meeting) { $0 + "by hand\n" }
        let said = try meeting.type([
            "reopen because the date was heard wrong", "go 2", "decide defer 2026-12-09 because no time",
            "close anyway",
        ])
        #expect(said.contains { $0.hasPrefix("note: minutes.md of revision 1 was edited by hand; revision 2") })
        let minutes = try meeting.text("minutes.md")
        #expect(minutes.contains("Revision 2 corrects: the date was heard wrong"))
        #expect(minutes.contains("item 2: deferred until Wed 9 Dec 2026"))
        #expect(try OutgoingMail(try meeting.text("notices/vector-store.eml")).messageID.hasPrefix("<2026-11-25.2."))
        #expect(try OutgoingMail(try meeting.text("notices/prep-time.eml")).messageID.hasPrefix("<2026-11-25.1."))
        let old = try meeting.record().outputs(of: meeting.day, revision: 1).first { $0.name == "minutes.md" }
        #expect(old?.text.hasSuffix("by hand\n") == true)
    }

    @Test func aPreviewShowsWhatClosingWouldWrite() throws {
        let meeting = try ClosedMeeting(Array(ClosedMeeting.lines.dropLast()))
        let said = try meeting.type(["preview", "preview summary", "preview nothing", "edit minutes"])
        #expect(said.contains("# ML Council, Wed 25 Nov 2026"))
        #expect(
            said.contains {
                $0.hasPrefix("Subject: [ML Review] Approved: ")
            })
        #expect(!said.contains { $0.contains("not closed: this is how it stands") })
        #expect(said.contains { $0.hasPrefix("refused: there is no `nothing` to read") })
        #expect(said.last == "refused: the meeting is not closed: `close` it, then edit what was written")
        #expect(!FileManager.default.fileExists(atPath: meeting.path("minutes.md").path))
    }
}
