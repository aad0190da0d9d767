import Council
import Ledger
import Minutes

/// Minutes that are a draft until a later meeting approves them.
extension Publisher {
    /// Writes the minutes that a meeting approved as final, and those whose approval a correction took back as a draft.
    ///
    /// Mails stay as they went out.
    func publishApproved(by journal: Journal, templates: Templates, _ report: inout Report) {
        let today = journal.meeting.agenda.date
        for item in journal.meeting.items {
            guard let day = item.id.minutesDay, day < today else { continue }
            let approved = item.decision?.verdict == .approve ? today : nil
            do {
                report.add(try publish(day, approved: approved, templates: templates))
            } catch {
                report.complaints.append(Complaint(error).description)
            }
        }
    }

    private func publish(_ day: CalendarDay, approved: CalendarDay?, templates: Templates) throws -> Report {
        var report = Report()
        guard let journal = Journal(entries: try record.entries(of: day)), journal.meeting.phase == .closed else {
            if let approved {
                report.notes.append(
                    "the minutes of \(day) were approved on \(approved), and are recorded at another machine: `publish` "
                        + "there writes them as final")
            }
            return report
        }
        guard journal.meeting.roster.minutes == .draft else { return report }
        try record.checkChain(of: day)
        let outputs = try record.outputs(of: day)
        let known = KnownTexts(outputs, unsettled: try record.unsettledOutputs(of: day))
        let edits = Self.edits(among: outputs).usable
        let documents = try Minutes.documents(
            of: journal, templates: templates, edits: edits, heads: try record.heads(of: day), approved: approved
        ).filter { [.markdown, .html, .json].contains($0.name) && !known.isLast($0) }
        guard !documents.isEmpty else { return report }
        try record.unsettle(documents.map { Output($0) }, of: day)
        write(documents, known, of: day, overwriting: false, &report)
        try record.saveOutputs(
            documents.filter { report.isWritten($0.name) }.map { Output($0, edits: edits) }, of: day)
        try record.settle(documents.map(\.name).filter { !report.hasFailed($0) }.map(\.rawValue), of: day)
        return report
    }
}
