import Council
import Foundation
import Ledger
import Minutes

/// Writes minutes and mails of a closed meeting, keeps what was written, and what people made of it.
struct Publisher: Sendable {
    let record: any Ledger
    let place: MeetingPlace
    /// Told of each step before it is done; tests end the program there.
    var willDo: @Sendable (Step) throws -> Void = { _ in }

    /// What publishing does, in this order.
    enum Step: CaseIterable, Sendable {
        /// The record says which texts the files may have from now on.
        case unsettle
        case write
        /// The record keeps what was written.
        case keep
        case index
        /// The record says that all is written.
        case settle
    }

    /// What to do about files that were edited on the disk since they were written.
    enum Choice: Equatable, Sendable {
        /// Leave them, and show what differs.
        case ask
        /// Take them into the record as they are.
        case keep
        /// Write over them.
        case replace
    }

    /// - Parameter journal: of a closed meeting, with every act on the disk.
    func publish(_ journal: Journal, editedFiles choice: Choice = .ask) -> Report {
        var report = Report()
        do {
            let day = journal.meeting.agenda.date
            // Nothing is printed of a record that somebody has changed.
            try record.checkChain(of: day)
            let heads = try record.heads(of: day)
            let templates = try place.templates()
            let outputs = try record.outputs(of: day)
            var known = KnownTexts(outputs, unsettled: try record.unsettledOutputs(of: day))
            var (edits, unusable) = Self.edits(among: outputs)
            var documents = try Minutes.documents(of: journal, templates: templates, edits: edits, heads: heads)
            report.notes += unusable.compactMap { $0.note(in: documents, of: day, folder: place.minutes) }
            if choice == .keep {
                let kept = try keepEditedFiles(documents, known, of: day, &report)
                // An edit that is made later counts.
                edits += kept
                known.add(kept)
                if !kept.isEmpty {
                    documents = try Minutes.documents(
                        of: journal, templates: templates, edits: edits, heads: heads)
                }
            }
            try willDo(.unsettle)
            try record.unsettle(documents.filter { !known.isLast($0) }.map { Output($0) }, of: day)
            try willDo(.write)
            write(documents, known, of: day, overwriting: choice == .replace, &report)
            try willDo(.keep)
            try record.saveOutputs(
                documents.filter { report.isWritten($0.name) }.map { Output($0, edits: edits) }, of: day)
            report.notes += lostEdits(in: outputs, at: journal.meeting.revision)
            try willDo(.index)
            report.complaints += MinutesIndex(
                folder: place.minutes, followsLink: place.isOutNamed, templates: templates
            ).update()
            try willDo(.settle)
            let settled = documents.map(\.name).filter { !report.hasFailed($0) }
            try record.settle(settled.map(\.rawValue), of: day)
        } catch {
            report.complaints.append(Complaint(error).description)
        }
        return report
    }

    /// Whether the files of a closed meeting were not all written, as the program ended before that, or could not write
    /// them.
    func isUnfinished(_ journal: Journal) throws(LedgerError) -> Bool {
        guard journal.meeting.phase == .closed else { return false }
        let day = journal.meeting.agenda.date
        if try !record.unsettledOutputs(of: day).isEmpty { return true }
        return try record.outputs(of: day, revision: journal.meeting.revision).isEmpty
    }

    /// What is said when that is made good.
    static let finishing = "the minutes and mail were not all written before: they are written now"

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

extension MeetingPlace {
    /// Whether a person said where minutes go. A folder that was named may be a link; `minutes/` may not.
    var isOutNamed: Bool { minutes != (folder as NSString).appendingPathComponent("minutes") }
}
