import Council
import Host
import TestMeetings

@testable import Agendas
@testable import Minutes
@testable import Room

/// Texts that people wrote, on their way to a page, a terminal or a mail.
extension Harness {
    static var texts: [Harness] {
        [
            Harness(name: "markdown") { bytes in
                let text = String(decoding: bytes, as: UTF8.self)
                if let block = MarkdownReader.block(of: text) {
                    expectHarmless(block.markdown, "minutes", lines: true)
                    expectHarmless(block.html, "a page", lines: true)
                    for tag in ["<script", "<img", "<iframe", "<style"] {
                        expect(!block.html.lowercased().contains(tag), "\(tag) on a page: \(block.html)")
                    }
                    // What was read once stays as it is.
                    let again = MarkdownReader.block(of: block.markdown)
                    expect(again != nil || block.markdown.trimmed.isEmpty, "nothing is left of \(block.markdown)")
                }
                for width in [7, 80] {
                    for line in MarkdownLines.lines(of: text, width: width) { _ = line.width }
                }
            },
            Harness(name: "template") { bytes in
                let text = String(decoding: bytes, as: UTF8.self)
                for name in [Templates.Name.minutesMarkdown, .minutesHTML, .summaryText] where name.isMeant(by: bytes) {
                    let templates = Templates(replacing: [name: text])
                    let format: Minutes.Format =
                        name == .minutesMarkdown ? .markdown : name == .minutesHTML ? .html : .mail
                    do throws(MinutesError) {
                        _ = try Minutes.render(journal: meeting, format: format, templates: templates)
                        // Names are looked at in what can be read at all.
                        for fault in TemplateNames(in: text).faults(against: name.specimen) {
                            expectHarmless(fault.sentence, "a fault")
                        }
                    } catch {
                        expectHarmless(error.sentence, "a fault")
                    }
                }
            },
            Harness(name: "address") { bytes in
                let text = String(decoding: bytes, as: UTF8.self)
                if let mailbox = try? Mailbox(text, name: "Somebody") {
                    expectHarmless(mailbox.header.joined(separator: " "), "a header")
                    expect(
                        mailbox.address.utf8.allSatisfy { (0x21..<0x7F).contains($0) }, "the address \(mailbox.address)"
                    )
                    let again = try? Mailbox(mailbox.address)
                    expect(again?.key == mailbox.key, "\(mailbox.address) is no address when it is read again")
                }
                _ = Mailbox.displayName(of: text)
                _ = AddressList.entries(text)
                if MailAddress.problem(withMailbox: text) == nil {
                    expect(
                        (try? Mailbox(text)) != nil,
                        "the council's file takes \(text.debugDescription), and no mail does")
                }
                if let address = try? DatabaseAddress(text) {
                    expectHarmless(address.text, "the address of a database")
                }
                if let mail = try? OutgoingMail(text) {
                    for recipient in mail.recipients { expectHarmless(recipient, "a recipient") }
                }
            },
        ]
    }

    /// Six items, of which the first is before the council.
    static let meeting: Journal = {
        var meeting = SampleMeeting()
        try? meeting.roll(["priya", "bo", "idris", "tomas", "mei"])
        try? meeting.ask(.open)
        try? meeting.ask(.go(.item(1)))
        try? meeting.say("bo", "A *note* with <b>", as: .concern)
        return meeting.journal
    }()
}

extension Templates.Name {
    /// One of three at a time, so that more inputs are tried.
    fileprivate func isMeant(by bytes: [UInt8]) -> Bool {
        switch bytes.count % 3 {
        case 0: self == .minutesMarkdown
        case 1: self == .minutesHTML
        default: self == .summaryText
        }
    }
}
