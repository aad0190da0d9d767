import Council
import Foundation
import Ledger
import Minutes
import Room

/// Documents, to be read and to be edited.
extension Publisher {
    /// The files as they are, or as they would be if the meeting were closed now.
    ///
    /// - Parameter name: The one that is wanted, as a person typed it; nil for all of them.
    func documents(of journal: Journal, at moment: Date, for name: String? = nil) throws -> [Minutes.Document] {
        let day = journal.meeting.agenda.date
        let journal = closed(journal, at: moment)
        let isRegister = [Minutes.DocumentName.register.shortName, Minutes.DocumentName.register.rawValue].contains(
            name)
        return try Minutes.documents(
            of: journal, templates: try place.templates(),
            edits: Self.edits(among: try record.outputs(of: day)).usable, heads: try record.heads(of: day),
            news: name == nil || isRegister ? news(of: journal) : [], approved: approval(of: journal))
    }

    /// The meeting that approved the minutes; nil if none did, or if the council has none as a draft.
    private func approval(of journal: Journal) -> CalendarDay? {
        guard journal.meeting.roster.minutes == .draft, journal.meeting.phase == .closed else { return nil }
        let standing = try? Standing(of: journal, in: place, record: record)
        return standing?.library.approval(ofMinutes: journal.meeting.agenda.date)
    }

    /// What the meeting changed in the register, by revision; nothing if nobody is told of it or it can't be worked out.
    ///
    /// All earlier minutes are read for it, so it is asked for only where it is needed.
    private func news(of journal: Journal) -> [RegisterNews] {
        guard journal.meeting.roster.interestedInfra != nil, journal.meeting.phase == .closed else { return [] }
        return (try? Standing(of: journal, in: place, record: record).news) ?? []
    }

    /// The document that a person means by `minutes`, `summary` or a proposal's id.
    static func document(named name: String, among documents: [Minutes.Document]) throws(Refusal) -> Minutes.Document {
        let wanted = name == "minutes" ? Minutes.DocumentName.markdown.rawValue : name
        if let found = documents.first(where: { $0.name.shortName == wanted || $0.name.rawValue == wanted }) {
            return found
        }
        let known = ["minutes"] + documents.filter(\.name.isMail).map(\.name.shortName)
        let hint = nearest(to: name, among: known).map { "did you mean `\($0)`?" } ?? "there are \(listed(known))"
        throw Refusal("there is no `\(name)` to read: \(hint)")
    }

    /// The text that the editor shows; nil if there is no such document.
    func editable(_ name: Minutes.DocumentName, of journal: Journal) throws -> String? {
        let day = journal.meeting.agenda.date
        let edits = Self.edits(among: try record.outputs(of: day)).usable
        return try Minutes.editable(
            name, of: journal, templates: try place.templates(), edits: edits, heads: try record.heads(of: day),
            news: name == .register ? news(of: journal) : [])
    }

    /// Keeps the text that came back from the editor in place of the document.
    ///
    /// - Throws: a sentence on what is wrong with it. Nothing is kept then.
    func take(_ text: String, as document: Minutes.Document, of journal: Journal) throws {
        let day = journal.meeting.agenda.date
        let edit = Minutes.Edit(document.name, revision: document.revision, text: text)
        do throws(MinutesError) {
            try edit.check(against: document.text)
        } catch {
            throw MinutesError("\(document.name.spoken) is left as it was: \(error.sentence)")
        }
        let outputs = try record.outputs(of: day)
        let others = Self.edits(among: outputs).usable.filter { $0.name != edit.name }
        let documents = try Minutes.documents(
            of: journal, templates: try place.templates(), edits: others + [edit], heads: try record.heads(of: day),
            news: document.name == .register ? news(of: journal) : [])
        guard let made = documents.first(where: { $0.name == document.name }) else { return }
        let known = KnownTexts(outputs, unsettled: try record.unsettledOutputs(of: day))
        if let found = try writer.read(document.name, of: day) {
            guard known.contains(found, of: document.name) else {
                throw MinutesError(
                    "\(path(of: document.name, day: day)) was edited on the disk as well: `publish keep` or "
                        + "`publish replace` first")
            }
            // Publishing writes the new text. Until then the file's present text must stay known, or the program's own
            // file would pass for one that was edited by hand.
            let old = String(decoding: found, as: UTF8.self)
            try record.unsettle([Output(revision: made.revision, name: made.name.rawValue, text: old)], of: day)
        }
        try record.saveOutputs([Output(made, edits: [edit])], of: day)
    }

    /// The journal as it would be if the meeting were closed now.
    func closed(_ journal: Journal, at moment: Date) -> Journal {
        guard journal.meeting.phase == .inSession, let entries = try? journal.propose(Submission(.close, at: moment))
        else { return journal }
        var closed = journal
        for entry in entries { closed.append(entry) }
        return closed
    }
}

/// Documents as pages on the screen and the console.
extension Publisher {
    /// Minutes, summary and notices.
    ///
    /// - Parameter first: the name of the page to begin with, as a person typed it.
    /// - Throws: a refusal if there is no document of that name; the fault of a template.
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
        // Minutes are read as they are; a mail without what only programs read.
        let text =
            document.name == .markdown
            ? document.text : try editable(document.name, of: closed(journal, at: moment)) ?? document.text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
            DocumentPage.Line.text(String($0))
        }
        return DocumentPage(name: document.name.spoken, lines: lines)
    }
}

extension Minutes.DocumentName {
    /// The name that people use. They read and edit the Markdown, so `minutes` means that.
    var spoken: String { self == .markdown ? "minutes" : shortName }
}

extension DocumentPage {
    /// The lines, with their marks.
    var text: [String] {
        lines.map { line in
            switch line {
            case .text(let text), .heading(let text), .hanging(let text, _), .markdown(let text): text
            case .added(let text): "+ \(text)"
            case .removed(let text): "- \(text)"
            }
        }
    }
}

extension Publisher.Report.Edited {
    /// The differences, as a page.
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
