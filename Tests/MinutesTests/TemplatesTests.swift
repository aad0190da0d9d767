import Council
import Foundation
import Minutes
import TestMeetings
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
        try Data("{{#itmes}}{{title}}{{/itmes}}\n{{#items}}{{titel}} {{date.lnog}}{{/items}}".utf8).write(to: file)
        #expect(
            Templates.faults(in: folder.path) == [
                "\(file.path):1:1: error: nothing is called `itmes` here: did you mean `items`?",
                "\(file.path):2:11: error: nothing is called `titel` here: did you mean `title`?",
                "\(file.path):2:21: error: nothing is called `date.lnog` here: did you mean `date.long`?",
            ])
        let unknown = #expect(throws: MinutesError.self) { try Templates(folder: folder.path) }
        #expect(unknown?.sentence.hasPrefix("\(file.path):1:1: error: nothing is called `itmes`") == true)
        try Data([0xFF, 0xFE]).write(to: file)
        let encoded = #expect(throws: MinutesError.self) { try Templates(folder: folder.path) }
        #expect(encoded?.sentence == "\(file.path): error: the template is not UTF-8: save it as UTF-8")
    }

    @Test(arguments: [
        ("{{items}}", "`items` is a list: write {{#items}}…{{/items}} around what is said of each"),
        ("{{date}}", "`date` has parts: write {{date.iso}}, {{date.long}} or {{date.short}}"),
        ("{{#items}}{{#votes}}{{speaker}}{{/votes}}{{/items}}", "nothing is called `speaker` here: there are "),
        ("{{#emtpy(items)}}{{/emtpy(items)}}", "no function is called `emtpy`: did you mean `empty`?"),
        ("{{> header}}", "templates here have no parts to be put in: write the text where it is to stand"),
    ])
    func whatATemplateCannotSayIsRefused(template: String, sentence: String) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "templates-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(template.utf8).write(to: folder.appending(path: "minutes.md.mustache"))
        let faults = Templates.faults(in: folder.path)
        #expect(faults.count == 1)
        #expect(faults.first?.contains(": error: " + sentence) == true, "\(faults)")
    }

    /// The program's own names are all known, in each of its templates.
    @Test(arguments: Templates.Name.allCases) func theProgramsOwnTemplatesHaveNoFault(name: Templates.Name) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "templates-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(Templates().source(of: name).utf8).write(to: folder.appending(path: name.fileName))
        #expect(Templates.faults(in: folder.path) == [])
    }
}
