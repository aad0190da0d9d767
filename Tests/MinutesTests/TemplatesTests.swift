import Council
import Foundation
import Minutes
import Testing

/// A council may write templates of its own.
@Suite struct TemplatesTests {
    @Test func aTemplateOfTheCouncilsOwnReplacesTheProgramsAndEscapesByItself() throws {
        let templates = Templates(replacing: [
            .minutesMarkdown: "{{council}}: {{#items}}{{title}}{{^last()}}; {{/last()}}{{/items}}"
        ])
        let journal = SampleMeeting(docket: .sample).journal
        let text = try Minutes.render(journal: journal, format: .markdown, templates: templates)
        #expect(text.hasPrefix("ML Council: Fraud ring graph; Dispatch"))
        let hostile = Docket(
            roster: Roster(name: "*a* <b>", chair: Chair(member: "a"), members: []), agenda: Docket.sample.agenda,
            proposals: Docket.sample.proposals)
        let escaped = try Minutes.render(
            journal: SampleMeeting(docket: hostile).journal, format: .markdown, templates: templates)
        #expect(escaped.hasPrefix("\\*a\\* \\<b>: "))
    }

    @Test(arguments: [
        ("one\n{{#items}}", "minutes.md.mustache:2:"), ("{{council", "minutes.md.mustache:1:"),
        ("a\nb\n{{#items}}{{/votes}}", "minutes.md.mustache:3:"),
    ])
    func aBrokenTemplateIsNamedWithItsPlace(template: String, place: String) throws {
        let error = #expect(throws: MinutesError.self) {
            try Minutes.render(
                journal: SampleMeeting().journal, format: .markdown,
                templates: Templates(replacing: [.minutesMarkdown: template]))
        }
        #expect(error?.sentence.hasPrefix(place) == true)
        #expect(error?.sentence.contains("error: ") == true)
    }

    @Test func aFolderOfTemplatesReplacesWhatItHasAndIsCheckedWhole() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "templates-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let journal = SampleMeeting().journal
        // No folder, nothing replaced.
        let own = try Minutes.render(journal: journal, format: .markdown)
        #expect(
            try Minutes.render(journal: journal, format: .markdown, templates: Templates(folder: folder.path)) == own)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: "minutes.md.mustache")
        try Data("{{outcome}}".utf8).write(to: file)
        let replaced = try Templates(folder: folder.path)
        #expect(try Minutes.render(journal: journal, format: .markdown, templates: replaced) == "6 without decision")
        try Data("{{#items}}".utf8).write(to: file)
        let broken = #expect(throws: MinutesError.self) { try Templates(folder: folder.path) }
        #expect(broken?.sentence.hasPrefix("\(file.path):1:") == true)
        try Data([0xFF, 0xFE]).write(to: file)
        let encoded = #expect(throws: MinutesError.self) { try Templates(folder: folder.path) }
        #expect(encoded?.sentence == "\(file.path): error: the template is not UTF-8: save it as UTF-8")
    }
}
