import Council
import Foundation
import Host
import Ledger
import Minutes

/// Writes the minutes and mails of a closed meeting, and keeps in the record what was written and what people edited.
struct Publisher: Sendable {
    let record: any Ledger
    let place: MeetingPlace
    /// Called before each step; a test ends the program there.
    var willDo: @Sendable (Step) throws -> Void = { _ in }

    /// The steps of publishing, in order.
    enum Step: CaseIterable, Sendable {
        /// The record notes which texts the files may have from now on.
        case unsettle
        case write
        /// The record keeps what was written.
        case keep
        /// Pipeline and register.
        case pages
        case index
        /// The record notes that all is written.
        case settle
    }

    /// The fate of files that were edited on the disk since they were written.
    enum Choice: Equatable, Sendable {
        /// Leave them, and show the differences.
        case ask
        /// Take them into the record as they are.
        case keep
        /// Write over them.
        case replace
    }

    /// - Parameter journal: that of a closed meeting, with every act on the disk.
    func publish(_ journal: Journal, editedFiles choice: Choice = .ask) -> Report {
        var report = Report()
        do {
            let day = journal.meeting.agenda.date
            let heads = try record.heads(of: day)
            let templates = try place.templates()
            let outputs = try record.outputs(of: day)
            var known = KnownTexts(outputs, unsettled: try record.unsettledOutputs(of: day))
            var (edits, unusable) = Self.edits(among: outputs)
            // Other cores read the chain and the agendas while the texts are made.
            let chain = Ahead { [record] in Result { try record.checkChain(of: day) } }
            let survey = Ahead { [place] in place.agendas.survey(tellsFindings: false) }
            let roster = journal.meeting.roster
            // Only the mail on the register and the mark of a draft follow from other meetings. Without them, what the
            // others are compared with is made once.
            let isByItself =
                roster.interestedInfra == nil && roster.minutes != .draft
                && !edits.contains { $0.name == .json }
            var documents: [Minutes.Document] = []
            if isByItself {
                documents = try Minutes.documents(of: journal, templates: templates, edits: edits, heads: heads)
            }
            let made = documents.first { $0.name == .json }?.text
            let standing = Ahead { [record, place] in
                Result { try Standing(of: journal, in: place, record: record, after: survey.value, made: made) }
            }
            // No minutes are written from a record that somebody has changed.
            try chain.value.get()
            var (news, approved): ([RegisterNews], CalendarDay?) = ([], nil)
            if !isByItself {
                news = (try? standing.value.get().news) ?? []
                approved = try? standing.value.get().library.approval(ofMinutes: day)
                documents = try Minutes.documents(
                    of: journal, templates: templates, edits: edits, heads: heads, news: news, approved: approved)
            }
            report.notes += unusable.compactMap { $0.note(in: documents, of: day, folder: place.minutes) }
            if choice == .keep {
                let kept = try keepEditedFiles(documents, known, of: day, &report)
                // The later edit of a file counts.
                edits += kept
                known.add(kept)
                if !kept.isEmpty {
                    documents = try Minutes.documents(
                        of: journal, templates: templates, edits: edits, heads: heads, news: news, approved: approved)
                }
            }
            try willDo(.unsettle)
            try record.unsettle(documents.filter { !known.isLast($0) }.map { Output($0) }, of: day)
            // It is made of the files as they are before they are written.
            let beside = standing.value
            try willDo(.write)
            write(documents, known, of: day, overwriting: choice == .replace, &report)
            try willDo(.keep)
            try record.saveOutputs(
                documents.filter { report.isWritten($0.name) }.map { Output($0, edits: edits) }, of: day)
            report.notes += lostEdits(in: outputs, at: journal.meeting.revision)
            publishApproved(by: journal, templates: templates, &report)
            try willDo(.pages)
            writePages(beside, by: templates, withMail: journal.meeting.roster.interestedInfra != nil, &report)
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

    /// Whether files of a closed meeting are still to be written, since the program was ended first or writing failed.
    func isUnfinished(_ journal: Journal) throws(LedgerError) -> Bool {
        guard journal.meeting.phase == .closed else { return false }
        let day = journal.meeting.agenda.date
        if try !record.unsettledOutputs(of: day).isEmpty { return true }
        return try record.outputs(of: day, revision: journal.meeting.revision).isEmpty
    }

    /// The sentence for files that are written later than they should have been.
    static let finishing = "minutes and mail had not all been written: they are written now"

    /// Sentences on edits of the revision before that this one, made from the record, does not have.
    private func lostEdits(in outputs: [Output], at revision: Int) -> [String] {
        let edited = outputs.filter {
            $0.source != nil && $0.revision == revision - 1 && Minutes.DocumentName(rawValue: $0.name).isOfEveryRevision
        }
        let redone = Set(outputs.filter { $0.source != nil && $0.revision == revision }.map(\.name))
        return edited.filter { !redone.contains($0.name) }.map { output in
            "\(output.name) of revision \(output.revision) was edited by hand; revision \(revision) is made from the record "
                + "without that, and `edit` changes it"
        }
    }
}
