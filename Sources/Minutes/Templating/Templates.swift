import Council
import Foundation
import Host
import Mustache
import Synchronization

/// The templates of the minutes: the program's own, except those that the council has replaced.
public struct Templates: Sendable {
    /// A template, named for the text that it makes.
    public enum Name: String, CaseIterable, Sendable {
        case minutesMarkdown = "minutes.md"
        case minutesHTML = "minutes.html"
        case summaryText = "summary.txt"
        case summaryHTML = "summary.html"
        case noticeText = "notice.txt"
        case noticeHTML = "notice.html"
        case indexMarkdown = "index.md"
        case indexHTML = "index.html"
        case pipelineHTML = "pipeline.html"
        case registerHTML = "register.html"
        case decisionMarkdown = "decision.md"
        case ownerText = "owner.txt"
        case ownerHTML = "owner.html"
        case registerMailText = "register-mail.txt"
        case registerMailHTML = "register-mail.html"

        /// The name of the file that holds it, or that replaces it.
        public var fileName: String { rawValue + ".mustache" }

        /// The line that tells the library how to escape people's text. It goes before the first line of every template, so
        /// that none can forget it.
        fileprivate var pragma: String {
            switch self {
            case .minutesMarkdown, .indexMarkdown, .decisionMarkdown: "{{% CONTENT_TYPE:MINUTES_MARKDOWN}}\n"
            case .minutesHTML, .summaryHTML, .noticeHTML, .indexHTML, .pipelineHTML, .registerHTML, .registerMailHTML,
                .ownerHTML:
                "{{% CONTENT_TYPE:MINUTES_HTML}}\n"
            case .summaryText, .noticeText, .registerMailText, .ownerText: "{{% CONTENT_TYPE:MINUTES_TEXT}}\n"
            }
        }
    }

    private let replacements: [Name: String]
    private let parsed = ParsedTemplates()

    /// - Parameter replacements: Mustache text by the name of the template that it replaces.
    public init(replacing replacements: [Name: String] = [:]) { self.replacements = replacements }

    /// The templates of a folder, such as `agendas/templates`, in place of the program's own. The folder may be missing.
    ///
    /// - Throws: The first fault: a file that can't be read, or is not Mustache, with line and column.
    public init(folder: String) throws(MinutesError) {
        var found: [Name: String] = [:]
        for name in Name.allCases { found[name] = try Self.text(of: name, in: folder) }
        replacements = found
        if let fault = faults(in: folder).first { throw MinutesError(fault) }
    }

    /// Every fault of a folder's templates, as `FILE:LINE:COLUMN: error: …`; none if there is no such folder.
    public static func faults(in folder: String) -> [String] {
        var faults: [String] = []
        var sound: [Name: String] = [:]
        for name in Name.allCases {
            do throws(MinutesError) {
                sound[name] = try text(of: name, in: folder)
            } catch {
                faults.append(error.sentence)
            }
        }
        faults += Templates(replacing: sound).faults(in: folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let known = Name.allCases.map(\.fileName)
        for name in names.sorted() where name.hasSuffix(".mustache") && !known.contains(name) {
            let hint = nearest(to: name, among: known).map { "did you mean `\($0)`?" } ?? "there are \(listed(known))"
            faults.append("\(folder)/\(name):1:1: error: no template is called that, and nothing reads it: \(hint)")
        }
        return faults.sorted()
    }

    private func faults(in folder: String) -> [String] {
        replacements.keys.sorted { $0.rawValue < $1.rawValue }.flatMap { name -> [String] in
            do throws(MinutesError) {
                _ = try template(name)
                return TemplateNames(in: source(of: name)).faults(against: name.specimen).map { fault in
                    "\(folder)/\(name.fileName):\(fault.line):\(fault.column): error: \(fault.sentence)"
                }
            } catch {
                return [folder + "/" + error.sentence]
            }
        }
    }

    /// Nil if the folder has no template of that name.
    private static func text(of name: Name, in folder: String) throws(MinutesError) -> String? {
        let path = folder + "/" + name.fileName
        // `agendas/templates` lies two levels below the folder that no link may leave.
        let home = (folder as NSString).standardizingPath.folderAbove.folderAbove
        if let place = Premises(home).placeOutside(of: path) {
            throw MinutesError("\(path):1:1: error: \(Premises.fault(leadingTo: place))")
        }
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw MinutesError("\(path):1:1: error: this is not a regular file; a template should be here")
        }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw MinutesError("\(path): error: the template can't be read")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw MinutesError("\(path): error: the template is not UTF-8: save it as UTF-8")
        }
        return text
    }

    /// The text of a template: the council's, or else the program's own. It serves as a start for one's own.
    public func source(of name: Name) -> String {
        replacements[name] ?? String(decoding: name.embedded, as: UTF8.self)
    }

    /// The style of all pages, which is that of the minutes.
    var style: String {
        let source = source(of: .minutesHTML)
        guard let start = source.range(of: "<style>")?.upperBound,
            let end = source[start...].range(of: "</style>")?.lowerBound
        else { return "" }
        return String(source[start..<end])
    }

    func render(_ name: Name, with facts: Fact) throws(MinutesError) -> String {
        try template(name).render(facts)
    }

    private func template(_ name: Name) throws(MinutesError) -> MustacheTemplate {
        if let known = parsed[name] { return known }
        let template = try parse(name)
        parsed[name] = template
        return template
    }

    private func parse(_ name: Name) throws(MinutesError) -> MustacheTemplate {
        _ = Self.contentTypes
        do {
            return try MustacheTemplate(string: name.pragma + source(of: name))
        } catch let fault as MustacheTemplate.ParserError {
            // The pragma before the first line is a line of its own.
            throw MinutesError(
                "\(name.fileName):\(fault.context.lineNumber - 1):\(fault.context.columnNumber): error: "
                    + Self.sentence(for: fault.error))
        } catch {
            throw MinutesError("\(name.fileName): error: \(error)")
        }
    }

    private static func sentence(for fault: any Error) -> String {
        guard let fault = fault as? MustacheTemplate.Error else { return "this is not Mustache: \(fault)" }
        return switch fault {
        case .sectionCloseNameIncorrect:
            "this closes a section that is not open: end {{#NAME}} with {{/NAME}}"
        case .unfinishedName: "a tag is not finished: close it with }}"
        case .expectedSectionEnd: "a section is open at the end: close it with {{/NAME}}"
        case .invalidSetDelimiter: "these are not delimiters: write {{=<% %>=}}"
        default: "this is not Mustache (\(fault))"
        }
    }

    /// Registers the ways to escape text with the library, once.
    private static let contentTypes: Void = {
        MustacheContentTypes.register(MarkdownText(), named: "MINUTES_MARKDOWN")
        MustacheContentTypes.register(HTMLText(), named: "MINUTES_HTML")
        MustacheContentTypes.register(PlainText(), named: "MINUTES_TEXT")
    }()
}

extension Templates.Name {
    /// The program's own text.
    fileprivate var embedded: [UInt8] {
        switch self {
        case .minutesMarkdown: PackageResources.minutes_md_mustache
        case .minutesHTML: PackageResources.minutes_html_mustache
        case .summaryText: PackageResources.summary_txt_mustache
        case .summaryHTML: PackageResources.summary_html_mustache
        case .noticeText: PackageResources.notice_txt_mustache
        case .noticeHTML: PackageResources.notice_html_mustache
        case .indexMarkdown: PackageResources.index_md_mustache
        case .indexHTML: PackageResources.index_html_mustache
        case .pipelineHTML: PackageResources.pipeline_html_mustache
        case .registerHTML: PackageResources.register_html_mustache
        case .decisionMarkdown: PackageResources.decision_md_mustache
        case .ownerText: PackageResources.owner_txt_mustache
        case .ownerHTML: PackageResources.owner_html_mustache
        case .registerMailText: PackageResources.register_mail_txt_mustache
        case .registerMailHTML: PackageResources.register_mail_html_mustache
        }
    }
}

/// Templates that were parsed already. Several threads may use it.
final class ParsedTemplates: Sendable {
    private let templates = Mutex<[Templates.Name: MustacheTemplate]>([:])

    subscript(name: Templates.Name) -> MustacheTemplate? {
        get { templates.withLock { $0[name] } }
        set { templates.withLock { $0[name] = newValue } }
    }
}
