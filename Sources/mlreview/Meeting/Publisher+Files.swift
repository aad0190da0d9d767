import Council
import Foundation
import Ledger
import Minutes

/// Minutes and mails on the disk, and the edits that people make there.
extension Publisher {
    func path(of name: Minutes.DocumentName, day: CalendarDay) -> String {
        (place.minutes as NSString).appendingPathComponent("\(day)/\(name)")
    }

    var writer: MinutesWriter { MinutesWriter(folder: place.minutes, followsLink: place.isOutNamed) }

    func write(
        _ documents: [Minutes.Document], _ known: KnownTexts, of day: CalendarDay, overwriting: Bool,
        _ report: inout Report
    ) {
        let texts = Dictionary(documents.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
        let outcomes = writer.write(
            texts, of: day, known: known.all, overwriting: overwriting ? Set(texts.keys) : [])
        var sentences: Set<String> = []
        for document in documents {
            let path = path(of: document.name, day: day)
            switch outcomes[document.name] {
            case .written?, .unchanged?: report.wrote(document.name, at: path)
            case .handEdited(_, let found)?:
                report.edited.append(
                    Report.Edited(
                        path: path, name: document.name, difference: LineDifference(from: document.text, to: found)))
            // If the folder is at fault, every file fails with the same sentence.
            case .failed(let error)?:
                report.fail(document.name, sentences.insert(error.sentence).inserted ? error.sentence : nil)
            case nil: break
            }
        }
    }

    /// Writes the pages of pipeline and register, and the decisions. That they can't be made keeps no meeting from being closed.
    ///
    /// - Parameter withMail: Whether a mail would have been made of the same.
    func writePages(
        _ standing: Result<Standing, any Error>, by templates: Templates, withMail: Bool, _ report: inout Report
    ) {
        do {
            let standing = try standing.get()
            do throws(MinutesError) {
                try standing.write(into: place, by: templates)
            } catch {
                // If the folder is at fault, another file has told so.
                if !report.complaints.contains(error.sentence) { report.complaints.append(error.sentence) }
            }
        } catch {
            let files = StandingPages.names.map { (place.minutes as NSString).appendingPathComponent($0) }
            let mail = withMail ? ", and no \(Minutes.DocumentName.register) was made" : ""
            report.complaints.append(
                "\(listed(files)) are left as they were\(mail), since something they are made of can't be read; `publish` "
                    + "makes them once it is fixed: \(Complaint(error))")
        }
    }

    /// Takes files that were edited on the disk into the record, if they can be published and sent.
    ///
    /// - Returns: the edits that were taken.
    func keepEditedFiles(
        _ documents: [Minutes.Document], _ known: KnownTexts, of day: CalendarDay, _ report: inout Report
    ) throws(LedgerError) -> [Minutes.Edit] {
        var kept: [Minutes.Edit] = []
        for document in documents {
            do throws(MinutesError) {
                if let edit = try editOnDisk(of: document, known, of: day) { kept.append(edit) }
            } catch {
                report.complaints.append(error.sentence)
            }
        }
        try record.saveOutputs(
            kept.map { Output(revision: $0.revision, name: $0.name.rawValue, text: $0.text, source: $0.text) }, of: day)
        return kept
    }

    /// The document as a person edited it on the disk; nil if nobody did.
    ///
    /// - Throws: a sentence that says why the edit can't be kept, and what would help.
    private func editOnDisk(
        of document: Minutes.Document, _ known: KnownTexts, of day: CalendarDay
    ) throws(MinutesError) -> Minutes.Edit? {
        guard let bytes = try writer.read(document.name, of: day), !bytes.elementsEqual(document.text.utf8),
            !known.contains(bytes, of: document.name)
        else { return nil }
        do throws(MinutesError) {
            guard let text = String(validating: bytes, as: UTF8.self) else { throw MinutesError("it is not UTF-8") }
            let edit = Minutes.Edit(document.name, revision: document.revision, text: text)
            try edit.check(against: document.text)
            return edit
        } catch {
            throw MinutesError(
                "\(path(of: document.name, day: day)) can't be kept as it is: \(error.sentence): correct it, or "
                    + "`publish replace` rewrites it")
        }
    }
}

/// An edit that the record keeps and that can't be used.
struct UnusableEdit {
    let edit: Minutes.Edit
    let reason: String

    /// A sentence for the person; nil if the edit belongs to none of these documents.
    func note(in documents: [Minutes.Document], of day: CalendarDay, folder: String) -> String? {
        guard documents.contains(where: { $0.name == edit.name && $0.revision == edit.revision }) else { return nil }
        let path = (folder as NSString).appendingPathComponent("\(day)/\(edit.name)")
        return "\(path) is rewritten: the edits kept by hand can't be used: \(reason)"
    }
}

extension Publisher {
    /// The edits that people made, and those of them that can't be used.
    static func edits(among outputs: [Output]) -> (usable: [Minutes.Edit], unusable: [UnusableEdit]) {
        var usable: [Minutes.Edit] = []
        var unusable: [UnusableEdit] = []
        for output in outputs {
            guard let source = output.source else { continue }
            let edit = Minutes.Edit(
                Minutes.DocumentName(rawValue: output.name), revision: output.revision, text: source)
            do throws(MinutesError) {
                try edit.check()
                usable.append(edit)
            } catch {
                unusable.append(UnusableEdit(edit: edit, reason: error.sentence))
            }
        }
        return (usable, unusable)
    }
}

extension Output {
    /// A document, with the edit that it was made from.
    init(_ document: Minutes.Document, edits: [Minutes.Edit] = []) {
        let edit = edits.last { $0.name == document.name && $0.revision == document.revision }
        self.init(
            revision: document.revision, name: document.name.rawValue, text: document.text, source: edit?.text)
    }
}
