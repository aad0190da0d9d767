import CMarkdown
import Council
import Foundation
import TestMeetings
import Testing

@testable import Minutes

/// Text that tries to be more than text does no harm in any output.
@Suite struct HostileTextTests {
    static let attacks = [
        "title\r\nBcc: victim@example.com\r\n\r\nbody", "a\u{2028}Bcc: victim@example.com", "x\u{0B}y\u{0C}z\u{85}q\0w",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"\u{301} onmouseover=\"\u{301}alert(1)",
        "<\u{301}script>alert(1)</script>", "]]><!--", "{{council}} {{{place}}} {{#items}}",
        "# heading", "- item", "+ item", "12. item", "7) item", "> quote", "---", "===", "***", "```", "~~~",
        "| a | b |", "a | b",
        "*a* _b_ **c** __d__ ~~e~~ `f`", "[link](javascript:alert(1))", "![image](http://x/y.png)", "<http://evil/>",
        "[^1]: note",
        "&lt;b&gt; &#60;", "\\", "\\*", "tail\\", "    code", "\tcode", "trailing #", "a\n\n# b\n\n- c",
        "\u{1B}[2J\u{1B}]0;owned\u{07}", "\u{9B}31m", "invoice\u{202E}fdp.exe", "open\u{2066}isolate",
        "\u{2067}exe.\u{2069}fdp \u{2068}closed\u{2069}",
        "z" + String(repeating: "\u{301}", count: 10_000), "../../etc/passwd", String(repeating: "long", count: 500),
        ".", "..\n.\nQUIT", "From here", "--=_ml-review_2026-11-25_1--",
    ]

    /// A closed meeting in which every text that a person can write is the attack.
    static func meeting(_ attack: String) throws -> Journal {
        let proposal = Proposal(
            id: "x", title: attack, pod: attack, sponsor: "\(attack) <s@example.com>",
            techLeads: [TeamMember(name: attack, role: .engineer)], team: [TeamMember(name: attack)],
            impact: Impact(value: 1, unit: attack, note: attack),
            cost: Cost(build: 1, maintenance: 1, unit: attack, note: attack),
            leads: [LeadReview(role: .product, name: attack, verdict: .changes, note: attack)], interested: [attack],
            body: "## Business problem\nIt costs.\n## Solution\nLess of it.")
        let people = ["a", "b", "c"].map {
            Member(handle: Handle($0), name: "\($0) \(attack)", email: "\($0)@example.com")
        }
        let roster = Roster(
            name: attack, timeZone: attack, chair: Chair(member: "a"), members: people,
            interested: [attack, "ok@example.com"],
            mail: MailSettings(from: "\(attack) <f@example.com>", replyTo: attack, listID: attack, subject: attack))
        let agenda = Agenda(
            date: Docket.sample.agenda.date, start: attack, place: attack, scribe: Handle(attack),
            items: [
                AgendaItem(
                    id: ItemID(attack), subject: .proposal(id: "x"), presenter: Handle(attack), interested: [attack]),
                AgendaItem(id: ItemID("topic-1"), subject: .topic(title: attack, text: attack)),
            ])
        var held = SampleMeeting(docket: Docket(roster: roster, agenda: agenda, proposals: ["x": proposal]))
        try held.roll(["a", "b", "c"])
        try held.ask(.open)
        let owner = HeldPerson(name: attack, handle: Handle(attack))
        let earlier = {
            EarlierAction(
                reference: ActionReference(meeting: CalendarDay("2026-11-18")!, number: $0), owner: owner,
                due: CalendarDay("2026-11-20"), text: attack, item: ItemID(attack), title: attack)
        }
        let said = ActionUpdate(
            earlier(1).reference, .drop, because: attack, on: CalendarDay("2026-11-20")!, by: owner)
        try held.ask(.recall([earlier(1), earlier(2)], updates: [said]))
        try held.ask(.go(.item(1)))
        try held.say(attack, attack)
        try held.say(attack, attack, as: .concern)
        try held.ask(.resolve(note: 2, reason: attack))
        try held.ask(.amend(field: .thirdParty, value: "before \(attack)", reason: attack))
        try held.ask(.motion(.text(attack)))
        try held.ask(.vote(who: "b", choice: .yes, reason: attack))
        try held.ask(.vote(who: "c", choice: .no, reason: attack))
        try held.ask(.escalate(reason: attack))
        try held.ask(.rule(answer: .yes, reason: attack))
        try held.ask(.decide(verdict: .approve, until: nil, reason: attack))
        try held.ask(.action(owner: nil, due: nil, text: attack))
        try held.ask(.close)
        try held.ask(.reopen(reason: attack))
        try held.ask(.close)
        return held.journal
    }

    /// The notice on the attack's proposal.
    private static func notices() throws -> [(attack: String, text: String)] {
        try attacks.map { attack in
            let documents = try Minutes.documents(of: try meeting(attack))
            let notice = documents.first { $0.name.isNotice }
            return (attack, try #require(notice).text)
        }
    }

    private static func rendered(_ format: Minutes.Format) throws -> [(attack: String, text: String)] {
        try attacks.map { ($0, try Minutes.render(journal: try meeting($0), format: format)) }
    }

    @Test func theMailHasTheHeadersThatWereMeantAndNoOther() throws {
        let mails = try Self.rendered(.mail)
        for (attack, mail) in zip(Self.attacks, try ReadMail.all(mails.map(\.text))) {
            let comment = Comment(rawValue: attack.debugDescription)
            let expected = [
                "From", "To", "Bcc", "Subject", "Date", "Message-ID", "Auto-Submitted", "In-Reply-To",
                "References", "MIME-Version", "Content-Type",
            ]
            #expect(mail.defects == [], comment)
            #expect(mail.headers.map { $0[0] } == expected, comment)
            #expect(mail.to.map { $0[1] } == ["ok@example.com"], comment)
            #expect(
                mail.bcc.map { $0[1] } == ["a@example.com", "b@example.com", "c@example.com", "s@example.com"], comment)
            #expect(mail.types == ["multipart/alternative", "text/plain", "text/html"], comment)
            #expect(
                !mail.text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" }, comment)
            #expect(mail.longestLine <= 998, comment)
        }
    }

    @Test func theNoticeHasTheHeadersThatWereMeantAndNoOther() throws {
        let notices = try Self.notices()
        for (attack, mail) in zip(Self.attacks, try ReadMail.all(notices.map(\.text))) {
            let comment = Comment(rawValue: attack.debugDescription)
            let expected = [
                "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "In-Reply-To",
                "References", "MIME-Version", "Content-Type",
            ]
            #expect(mail.defects == [], comment)
            #expect(mail.headers.map { $0[0] } == expected, comment)
            #expect(mail.to.map { $0[1] } == ["s@example.com"], comment)
            #expect(mail.types == ["multipart/alternative", "text/plain", "text/html"], comment)
            #expect(
                !mail.text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" }, comment)
            #expect(mail.longestLine <= 998, comment)
        }
    }

    @Test(arguments: attacks) func anIdLeadsToNoOtherFile(attack: String) {
        let name = Minutes.DocumentName.notice(attack, number: 3).rawValue
        #expect(name.wholeMatch(of: /notices\/[\p{L}\p{N}][^\/\x00]*\.eml/) != nil, "\(name.debugDescription)")
        #expect(!name.contains(".."))
        #expect(name.utf8.count < 250)
    }

    @Test func theMarkdownHasTheShapeThatWasMeant() throws {
        let harmless = MarkdownShape(
            of: Self.withoutTopic(try Minutes.render(journal: try Self.meeting("harmless"), format: .markdown)))
        for (attack, text) in try Self.rendered(.markdown) {
            let shape = MarkdownShape(of: Self.withoutTopic(text))
            let comment = Comment(rawValue: attack.debugDescription)
            // Only the items' own anchors.
            #expect(shape.html.allSatisfy { $0.wholeMatch(of: /<a id="item-[a-z0-9-]+">|<\/a>/) != nil }, comment)
            #expect(shape.html.count == harmless.html.count, comment)
            let harmlessStarts = ["#item-", "http://", "mailto:"]
            #expect(
                shape.links.allSatisfy { link in harmlessStarts.contains { link.hasPrefix($0) } }, comment)
            #expect(shape.blocks == harmless.blocks, comment)
            #expect(shape.emphases == harmless.emphases, comment)
        }
    }

    /// A topic is the only text that may have Markdown of its own.
    private static func withoutTopic(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("> ") && $0 != ">" }
            .joined(separator: "\n").replacing(/<div class="topic"[^$]*?<\/div>/, with: "")
    }

    static let references = [
        "&#10;# x", "a&#x202E;b", "&#27;[2J", "&#60;script&#62;", "- a\n\n1. b\n\n    c", "a\n===", "> # x\n> <b>",
        "| a |\n| --- |\n| <script> |", "[a]: javascript:b\n[a]", "<javascript:a>", "[x](data:text/html,<b>)",
        "[x](http://a/?&quot;onclick=b&quot;)", "[x](http://a/ \"\\\"><script>\")", "`</div>`", "</div><h1>",
        "&#96;<b>&#96;",
    ]

    /// A topic keeps its Markdown, but nothing that is fetched, that runs, or that belongs to the outline.
    @Test func aTopicHasOnlyHarmlessMarkdown() throws {
        let allowed: Set = [
            "p", "ul", "ol", "li", "strong", "em", "del", "code", "pre", "blockquote", "hr", "br", "table", "thead",
            "tbody", "tr", "th", "td", "a",
        ]
        let texts = Self.attacks + Self.references
        let blocks = texts.map { MarkdownReader.block(of: $0) }
        for (text, block) in zip(texts, blocks) {
            let comment = Comment(rawValue: "\(text.debugDescription): \(String(describing: block))")
            let shape = MarkdownShape(of: "> " + (block?.markdown ?? "").replacing("\n", with: "\n> "))
            #expect(shape.html == [], comment)
            #expect(!shape.blocks.contains("heading"), comment)
            #expect(shape.links.allSatisfy { $0.wholeMatch(of: /(https?:\/\/|mailto:).*/) != nil }, comment)
            let all = (block?.markdown ?? "") + (block?.html ?? "")
            #expect(all == all.cleaned, comment)
        }
        for (text, tags) in zip(texts, try PageTags.of(blocks.map { $0?.html ?? "" })) {
            for tag in tags {
                let words = tag.split(separator: " ", maxSplits: 1)
                let comment = Comment(rawValue: "\(text.debugDescription): \(tags)")
                #expect(allowed.contains(String(words[0])), comment)
                #expect(
                    ["[]", "['href']", "['href', 'title']", "['align']", "['start']"].contains(String(words[1])),
                    comment)
            }
        }
    }

    @Test func thePageHasTheElementsThatWereMeant() throws {
        let pages =
            try Self.rendered(.html).map { Self.withoutTopic($0.text) } + [
                Self.withoutTopic(try Minutes.render(journal: try Self.meeting("harmless"), format: .html))
            ]
        let tags = try PageTags.of(pages)
        let mails =
            try Self.rendered(.mail).map(\.text) + [
                try Minutes.render(journal: try Self.meeting("harmless"), format: .mail)
            ]
        let mailTags = try PageTags.of(try ReadMail.all(mails).map(\.html))
        for (attack, found) in zip(Self.attacks, mailTags) {
            #expect(found == mailTags.last, Comment(rawValue: attack.debugDescription))
        }
        let harmless = try Minutes.documents(of: try Self.meeting("harmless")).filter(\.name.isNotice).map(\.text)
        let noticeTags = try PageTags.of(try ReadMail.all(try Self.notices().map(\.text) + harmless).map(\.html))
        for (attack, found) in zip(Self.attacks, noticeTags) {
            #expect(found == noticeTags.last, Comment(rawValue: attack.debugDescription))
        }
        for (attack, found) in zip(Self.attacks, tags) {
            #expect(found == tags.last, Comment(rawValue: attack.debugDescription))
        }
    }

    @Test(arguments: [
        ("&lt;b", "\\&lt;b"), ("a & b", "a & b"), ("a_b _c_", "a_b \\_c\\_"), ("# x", "\\# x"), ("x #", "x \\#"),
        ("1. a", "1\\. a"), ("- a", "\\- a"), ("> a", "\\> a"), ("= a", "\\= a"), ("+ a", "\\+ a"), ("a|b", "a\\|b"),
        ("a~b", "a\\~b"), ("$a$", "\\$a\\$"), ("a\\b", "a\\\\b"), ("[a]", "\\[a\\]"), ("a`b*c<d", "a\\`b\\*c\\<d"),
        ("5.5 – naïve → “x”…", "5.5 – naïve → “x”…"),
    ])
    func onlyCharactersWithAMeaningInMarkdownAreEscaped(text: String, escaped: String) {
        #expect(MarkdownText.escaped(text) == escaped)
    }

    @Test func aMarkOverAQuoteHidesItFromNoEscaping() {
        #expect(
            HTMLText.escaped("\"\u{301}<\u{301}'\u{301}").unicodeScalars.allSatisfy {
                !"\"<'".unicodeScalars.contains($0)
            })
        #expect(MarkdownText.escaped("a*\u{301}b[\u{301}") == "a\\*\u{301}b\\[\u{301}")
    }

    @Test func noOutputDrivesATerminalOrReordersText() throws {
        for format in Minutes.Format.allCases where format != .mail {
            for (attack, text) in try Self.rendered(format) {
                let bad = text.unicodeScalars.filter { scalar in
                    scalar.properties.generalCategory == .control && scalar != "\n"
                        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
                }
                #expect(bad.isEmpty, "\(format): \(attack.debugDescription)")
                #expect(!text.unicodeScalars.split { $0 != "\u{301}" }.contains { $0.count > 8 }, "\(format)")
                if format == .json { _ = try JSONSerialization.jsonObject(with: Data(text.utf8)) }
            }
        }
    }

    @Test(arguments: [
        "שלום (hello) עולם", "مرحبا\u{200F} بالعالم", "می\u{200C}خواهم", "👩‍👩‍👧‍👦 👍🏽 🏴󠁧󠁢󠁳󠁣󠁴󠁿", "Việt Nam: ẫ ợ", "e\u{301}\u{323}",
        "ที่นี่", "naïve – “quoted” … ½", "left ימין right",
    ])
    func ordinaryTextStaysAsItIs(text: String) { #expect(text.onOneLine.utf8.elementsEqual(text.utf8)) }
}
