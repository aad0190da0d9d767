import Council
import Foundation
import Minutes
import Room

/// What is written on close, as pages to be read.
extension Publisher {
    /// Minutes, summary and notices.
    ///
    /// - Parameter first: what a person called the one to begin with.
    /// - Throws: that there is none of that name, or the fault of a template.
    func pages(of journal: Journal, at moment: Date, first: String?) throws -> [DocumentPage] {
        let documents = try documents(of: journal, at: moment)
        let readable = documents.filter { $0.name == .markdown || $0.name.isMail }
        var pages: [DocumentPage] = []
        for document in readable { pages.append(try page(document, of: journal, at: moment)) }
        guard let first else { return pages }
        let name = try Self.document(named: first, among: readable).name.spoken
        return pages.filter { $0.name == name } + pages.filter { $0.name != name }
    }

    /// A document as a person reads it; a mail by its subject, recipients and plain text.
    func page(_ document: Minutes.Document, of journal: Journal, at moment: Date) throws -> DocumentPage {
        let text = try editable(document.name, of: closed(journal, at: moment)) ?? document.text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            DocumentPage.Line.text(String($0))
        }
        return DocumentPage(name: document.name.spoken, lines: lines)
    }
}

extension Minutes.DocumentName {
    /// What a person calls it: `minutes` is the Markdown, which is what they read and edit.
    var spoken: String { self == .markdown ? "minutes" : shortName }
}

extension DocumentPage {
    /// The lines, with what they were marked with.
    var text: [String] {
        lines.map { line in
            switch line {
            case .text(let text): text
            case .added(let text): "+ \(text)"
            case .removed(let text): "- \(text)"
            }
        }
    }
}

extension Publisher.Report.Edited {
    /// What differs, as a page.
    var page: DocumentPage {
        DocumentPage(
            name: name.spoken,
            lines: difference.lines.map { line in
                switch line {
                case .same(let text): .text("  \(text)")
                case .added(let text): .added(text)
                case .removed(let text): .removed(text)
                case .skipped(let count): .text("  … \(count) the same")
                }
            })
    }
}

extension Publisher.Choice {
    init(_ choice: EditedFiles?) {
        self =
            switch choice {
            case .keep?: .keep
            case .replace?: .replace
            case nil: .ask
            }
    }
}
