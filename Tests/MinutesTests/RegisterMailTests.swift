import Council
import Foundation
import TestMeetings
import Testing

@testable import Minutes

/// The mail on what a meeting changed in the register.
@Suite struct RegisterMailTests {
    static let goldens = ["register.eml", "register.txt"]

    @Test func theMailReadsAsKept() throws {
        let text = try #require(try StandingWeeks().mail())
        try Golden.expect(text, in: "register.eml")
        try Golden.expect(try ReadMail(text).text, in: "register.txt")
        #expect(Minutes.printedHead(in: text, of: .register)?.digits == "3f9a77c210be42d1")
    }

    @Test func anotherLibraryReadsWhatWasMeant() throws {
        let mail = try ReadMail(try #require(try StandingWeeks().mail()))
        #expect(mail.defects == [])
        #expect(mail.to == [["ML Infra", "ml-infra@example.com"], ["", "pods@example.com"]] && mail.bcc == [])
        #expect(mail.header("Subject") == "[ML Review] 25 Nov 2026, register: 1 new, 1 gone")
        #expect(mail.header("Message-ID") == "<2026-11-25.1.register.ml-review@example.com>")
        #expect(mail.header("In-Reply-To") == "<2026-11-25.1.ml-review@example.com>")
        #expect(mail.html.contains("<a href=\"https://wiki.example.com/minutes/register.html\">The register</a>"))
    }

    @Test func nobodyIsToldIfNobodyAskedOrNothingChanged() throws {
        let weeks = StandingWeeks()
        func names(_ journal: Journal, _ news: [RegisterNews]) throws -> [String] {
            try Minutes.documents(of: journal, news: news).map(\.name.rawValue)
        }
        #expect(try names(try weeks.journal(), weeks.news()).last == "register.eml")
        #expect(try !names(try weeks.journal(interestedInfra: []), weeks.news()).contains("register.eml"))
        #expect(try !names(try weeks.journal(), []).contains("register.eml"))
        let nothing = Library(roster: weeks.library.roster, drafts: []).registerNews(
            of: HeldMeeting(date: StandingWeeks.day))
        #expect(try !names(try weeks.journal(), [nothing]).contains("register.eml"))
    }

    /// A correction is told only if it changes what was told.
    @Test(
        arguments: [
            (["news", "news"], 1, "1 new, 1 gone"), (["nothing", "news"], 2, "1 new, 1 gone"),
            (["news", "nothing"], 2, "as it was before"), (["news", "nothing", "nothing"], 2, "as it was before"),
            (["news", "nothing", "news"], 3, "1 new, 1 gone"), (["nothing", "nothing"], nil, nil),
        ] as [([String], Int?, String?)])
    func aCorrectionIsToldOnce(_ revisions: [String], revision: Int?, change: String?) throws {
        let weeks = StandingWeeks()
        let nothing = Library(roster: weeks.library.roster, drafts: []).registerNews(
            of: HeldMeeting(date: StandingWeeks.day))
        let news = try #require(weeks.news().first)
        var journal = try weeks.journal()
        var at = Date(timeIntervalSince1970: 1_795_640_000)
        for _ in revisions.dropFirst() {
            for request in [Request.reopen(reason: "a slip"), .close] {
                at += 60
                for act in try journal.consider(request, at: at) {
                    journal.append(Entry(number: journal.nextNumber, at: at, act: act))
                }
            }
        }
        let documents = try Minutes.documents(of: journal, news: revisions.map { $0 == "news" ? news : nothing })
        let mail = documents.first { $0.name == .register }
        #expect(mail?.revision == revision)
        guard let mail else { return }
        let read = try ReadMail(mail.text)
        #expect(read.header("Subject")?.hasSuffix(change ?? "") == true)
        #expect(read.header("Message-ID") == "<2026-11-25.\(revision ?? 0).register.ml-review@example.com>")
        #expect(read.text.contains(" corrects: a slip") == (mail.revision > 1))
    }

    @Test func hostileNamesAddNoHeaderAndNoElement() throws {
        let attacks = HostileTextTests.attacks
        let texts = try (attacks + ["harmless"]).map { try #require(try StandingWeeks($0).mail()) }
        let mails = try ReadMail.all(texts)
        let tags = try PageTags.of(mails.map(\.html))
        for (attack, (mail, found)) in zip(attacks, zip(mails, tags)) {
            let comment = Comment(rawValue: attack.debugDescription)
            #expect(mail.defects == [], comment)
            #expect(mail.headers.map { $0[0] } == mails.last?.headers.map { $0[0] }, comment)
            #expect(mail.to.map { $0[1] } == ["ml-infra@example.com", "pods@example.com"], comment)
            #expect(found == tags.last, comment)
            #expect(
                !mail.text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" }, comment)
            #expect(mail.longestLine <= 998, comment)
        }
    }

    @Test func anEditIsKeptAndIsOfferedToTheEditor() throws {
        let weeks = StandingWeeks()
        let journal = try weeks.journal()
        let draft = try #require(try Minutes.editable(.register, of: journal, news: weeks.news()))
        #expect(draft.hasPrefix("Subject: [ML Review] 25 Nov 2026, register: 1 new, 1 gone\nTo: ML Infra <ml-infra@"))
        let edit = Minutes.Edit(.register, revision: 1, text: draft.replacing("None.", with: "Nothing at all."))
        let document = try Minutes.documents(of: journal, edits: [edit], news: weeks.news()).last
        #expect(document?.name == .register)
        #expect(try ReadMail(document?.text ?? "").text.contains("Nothing at all."))
    }
}
