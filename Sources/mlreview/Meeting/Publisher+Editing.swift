import Council
import Foundation
import Ledger
import Minutes

/// Documents to be read and edited.
extension Publisher {
    /// The files as they are, or as they would be if the meeting were closed now.
    func documents(of journal: Journal, at moment: Date) throws -> [Minutes.Document] {
        let day = journal.meeting.agenda.date
        return try Minutes.documents(
            of: closed(journal, at: moment), templates: try place.templates(),
            edits: Self.edits(among: try record.outputs(of: day)).usable, heads: try record.heads(of: day))
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

    /// What the editor is to show.
    func editable(_ name: Minutes.DocumentName, of journal: Journal) throws -> String? {
        let day = journal.meeting.agenda.date
        let edits = Self.edits(among: try record.outputs(of: day)).usable
        return try Minutes.editable(
            name, of: journal, templates: try place.templates(), edits: edits, heads: try record.heads(of: day))
    }

    /// Keeps what came back from the editor in place of what the program had made.
    ///
    /// - Throws: what is wrong with it; nothing is kept then.
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
            of: journal, templates: try place.templates(), edits: others + [edit], heads: try record.heads(of: day))
        guard let made = documents.first(where: { $0.name == document.name }) else { return }
        let known = KnownTexts(outputs, unsettled: try record.unsettledOutputs(of: day))
        if let found = try writer.read(document.name, of: day) {
            guard known.contains(found, of: document.name) else {
                throw MinutesError(
                    "\(path(of: document.name, day: day)) was edited on the disk as well: `publish keep` or "
                        + "`publish replace` first")
            }
            // What the file says stays known until the new text is in it, or the program's own file would pass for one
            // edited by hand. Publishing writes it.
            let old = String(decoding: found, as: UTF8.self)
            try record.unsettle([Output(revision: made.revision, name: made.name.rawValue, text: old)], of: day)
        }
        try record.saveOutputs([Output(made, edits: [edit])], of: day)
    }

    func closed(_ journal: Journal, at moment: Date) -> Journal {
        guard journal.meeting.phase == .inSession, let entries = try? journal.propose(Submission(.close, at: moment))
        else { return journal }
        var closed = journal
        for entry in entries { closed.append(entry) }
        return closed
    }
}
