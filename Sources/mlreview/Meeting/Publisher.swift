import Council
import Foundation
import Minutes
import Record

/// Writes minutes and mails of a closed meeting, keeps what was written, and what people made of it.
struct Publisher: Sendable {
    let record: MeetingRecord
    let place: MeetingPlace

    /// What to do about files that were edited on the disk since they were written.
    enum Choice: Equatable, Sendable {
        /// Leave them, and show what differs.
        case ask
        /// Take them into the record as they are.
        case keep
        /// Write over them.
        case replace
    }

    /// What became of the files, in their order.
    struct Report: Equatable, Sendable {
        /// Paths of files that say now what they should.
        var written: [String] = []
        fileprivate var names: Set<Minutes.DocumentName> = []
        var complaints: [String] = []
        /// Files that were edited on the disk and left as they are.
        var edited: [Edited] = []
        /// What a person should know besides.
        var notes: [String] = []

        struct Edited: Equatable, Sendable {
            let path: String
            let name: Minutes.DocumentName
            /// From what would be written to what is there.
            let difference: LineDifference
        }
    }

    /// - Parameter journal: of a closed meeting, with every act on the disk.
    func publish(_ journal: Journal, editedFiles choice: Choice = .ask) -> Report {
        var report = Report()
        do {
            let day = journal.meeting.agenda.date
            let templates = try place.templates()
            let outputs = try record.outputs(of: day)
            var documents = try Minutes.documents(of: journal, templates: templates, edits: edits(among: outputs))
            if choice == .keep {
                try keepEditedFiles(documents, outputs, of: day)
                let edits = edits(among: try record.outputs(of: day))
                documents = try Minutes.documents(of: journal, templates: templates, edits: edits)
            }
            write(documents, outputs, of: day, overwriting: choice == .replace, &report)
            try keep(documents.filter { document in report.isWritten(document.name) }, of: day)
            report.notes += lostEdits(in: outputs, at: journal.meeting.revision)
            report.complaints += MinutesIndex(folder: place.minutes, templates: templates).update()
        } catch {
            report.complaints.append(Complaint(error).description)
        }
        return report
    }

    // MARK: Reading and editing

    /// The files as they are, or as they would be if the meeting were closed now.
    func documents(of journal: Journal, at moment: Date) throws -> [Minutes.Document] {
        let outputs = try record.outputs(of: journal.meeting.agenda.date)
        return try Minutes.documents(
            of: closed(journal, at: moment), templates: try place.templates(), edits: edits(among: outputs))
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
        let edits = edits(among: try record.outputs(of: journal.meeting.agenda.date))
        return try Minutes.editable(name, of: journal, templates: try place.templates(), edits: edits)
    }

    /// Keeps what came back from the editor in place of what the program had made.
    ///
    /// - Throws: what is wrong with it; nothing is kept then.
    func take(_ text: String, as document: Minutes.Document, of journal: Journal) throws {
        let day = journal.meeting.agenda.date
        let edit = Minutes.Edit(document.name, revision: document.revision, text: text)
        let others = edits(among: try record.outputs(of: day)).filter { $0.name != edit.name }
        let documents = try Minutes.documents(of: journal, templates: try place.templates(), edits: others + [edit])
        guard let made = documents.first(where: { $0.name == document.name }) else { return }
        // What the program wrote last has to stay known, or its own file would pass for one edited by hand.
        let onDisk = FileManager.default.contents(atPath: path(of: document.name, day: day))
        let last = try record.outputs(of: day).last { $0.name == document.name.rawValue }?.text
        let isOurs = onDisk.map { bytes in last.map { bytes.elementsEqual($0.utf8) } ?? false } ?? true
        guard isOurs else {
            throw MinutesError(
                "\(path(of: document.name, day: day)) was edited on the disk as well: `publish keep` or `publish replace` first"
            )
        }
        if onDisk != nil {
            _ = MinutesWriter(folder: place.minutes).write(
                [made.name: made.text], of: day, previous: last.map { [made.name: $0] } ?? [:])
        }
        try record.saveOutputs(
            [Output(revision: made.revision, name: made.name.rawValue, text: made.text, source: text)], of: day)
    }

    func closed(_ journal: Journal, at moment: Date) -> Journal {
        guard journal.meeting.phase == .inSession, let acts = try? journal.consider(.close, at: moment) else {
            return journal
        }
        var closed = journal
        for act in acts { closed.append(Entry(number: closed.nextNumber, at: moment, act: act)) }
        return closed
    }

    private func edits(among outputs: [Output]) -> [Minutes.Edit] {
        outputs.compactMap { output in
            output.source.map {
                Minutes.Edit(Minutes.DocumentName(rawValue: output.name), revision: output.revision, text: $0)
            }
        }
    }

    // MARK: Files

    private func path(of name: Minutes.DocumentName, day: CalendarDay) -> String {
        (place.minutes as NSString).appendingPathComponent("\(day)/\(name)")
    }

    private func write(
        _ documents: [Minutes.Document], _ outputs: [Output], of day: CalendarDay, overwriting: Bool,
        _ report: inout Report
    ) {
        let texts = Dictionary(documents.map { ($0.name, $0.text) }, uniquingKeysWith: { first, _ in first })
        let outcomes = MinutesWriter(folder: place.minutes).write(
            texts, of: day, previous: lastWritten(among: outputs), overwriting: overwriting ? Set(texts.keys) : [])
        for document in documents {
            let path = path(of: document.name, day: day)
            switch outcomes[document.name] {
            case .written?, .unchanged?:
                report.written.append(path)
                report.names.insert(document.name)
            case .handEdited(_, let found)?:
                report.edited.append(
                    Report.Edited(
                        path: path, name: document.name, difference: LineDifference(from: document.text, to: found)))
            case .failed(let error)?: report.complaints.append(error.sentence)
            case nil: break
            }
        }
    }

    /// Takes files that were edited on the disk into the record.
    private func keepEditedFiles(
        _ documents: [Minutes.Document], _ outputs: [Output], of day: CalendarDay
    ) throws(RecordError) {
        let last = lastWritten(among: outputs)
        var edited: [Output] = []
        for document in documents {
            guard let bytes = FileManager.default.contents(atPath: path(of: document.name, day: day)),
                !bytes.elementsEqual(document.text.utf8),
                !(last[document.name].map { bytes.elementsEqual($0.utf8) } ?? false)
            else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            edited.append(Output(revision: document.revision, name: document.name.rawValue, text: text, source: text))
        }
        try record.saveOutputs(edited, of: day)
    }

    private func keep(_ documents: [Minutes.Document], of day: CalendarDay) throws(RecordError) {
        let sources = Dictionary(
            edits(among: try record.outputs(of: day)).map { (Key(name: $0.name, revision: $0.revision), $0.text) },
            uniquingKeysWith: { _, last in last })
        try record.saveOutputs(
            documents.map { document in
                Output(
                    revision: document.revision, name: document.name.rawValue, text: document.text,
                    source: sources[Key(name: document.name, revision: document.revision)])
            }, of: day)
    }

    private struct Key: Hashable {
        let name: Minutes.DocumentName
        let revision: Int
    }

    /// What the program last wrote into each file; later revisions come later.
    private func lastWritten(among outputs: [Output]) -> [Minutes.DocumentName: String] {
        var last: [Minutes.DocumentName: String] = [:]
        for output in outputs { last[Minutes.DocumentName(rawValue: output.name)] = output.text }
        return last
    }

    /// Edits of earlier minutes that a later revision, which is made from the record, does not have.
    private func lostEdits(in outputs: [Output], at revision: Int) -> [String] {
        let edited = outputs.filter {
            $0.source != nil && $0.revision == revision - 1 && !$0.name.hasPrefix("notices/")
        }
        let redone = Set(outputs.filter { $0.source != nil && $0.revision == revision }.map(\.name))
        return edited.filter { !redone.contains($0.name) }.map { output in
            "\(output.name) of revision \(output.revision) was edited by hand; revision \(revision) is made from the record "
                + "without that, and `edit` changes it"
        }
    }
}

extension Publisher.Report {
    /// Whether the file says now what it should.
    func isWritten(_ name: Minutes.DocumentName) -> Bool { names.contains(name) }

    /// What differs, as the console prints it.
    var differences: [String] {
        edited.flatMap { file in
            ["\(file.path) was edited by hand, and is left as it is:"] + file.difference.text
        }
    }

    /// What to do about files that were edited on the disk.
    static let question =
        "`publish keep` takes what was edited by hand into the record, `publish replace` writes over it"
}
