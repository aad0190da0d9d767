import Council
import Foundation
import Ledger
import Minutes
import Room

/// Minutes and mail of the meeting: written, shown, edited.
extension ConsoleSession {
    /// Writes what a program that was ended in closing did not get to.
    func finishPublishing() {
        guard !opened.isRehearsal, opened.whyReadOnly == nil, opened.joined == nil else { return }
        do throws(LedgerError) {
            guard try publisher.isUnfinished(journal) else { return }
            say([Publisher.finishing])
            publish()
        } catch {
            refuse(Refusal(error.sentence))
        }
    }

    private var publisher: Publisher { Publisher(record: opened.record, place: opened.place) }

    func publish(_ choice: EditedFiles? = nil) {
        guard !opened.isRehearsal else {
            say([Refusal.rehearsalWrites.sentence])
            return
        }
        guard opened.joined == nil else { return refuse(.joinedWritesNothing) }
        let report = ProgressLine.whileRunning("writing minutes and mail") {
            publisher.publish(journal, editedFiles: Publisher.Choice(choice))
        }
        say(report.written.map { "written: \($0)" })
        say(report.notes.map { "note: \($0)" })
        say(report.differences)
        for complaint in report.complaints { refuse(Refusal(complaint)) }
        if !report.edited.isEmpty { refuse(Refusal(Publisher.Report.question)) }
    }

    func preview(_ name: String?) throws {
        let name = name ?? "minutes"
        let documents = try publisher.documents(of: journal, at: now(), for: name)
        let document = try Publisher.document(named: name, among: documents)
        say((try publisher.page(document, of: journal, at: now())).text)
    }

    func edit(_ name: String) throws {
        guard !opened.isRehearsal else { throw Refusal.rehearsalEdits }
        guard opened.joined == nil else { throw Refusal.joinedWritesNothing }
        let documents = try publisher.documents(of: journal, at: now(), for: name)
        let document = try Publisher.document(named: name, among: documents)
        guard let text = try publisher.editable(document.name, of: journal) else { return }
        guard case .text(let edited) = ExternalEditor(folder: opened.record.folder).edit(text) else {
            throw Refusal(ExternalEditor.failure)
        }
        if edited == text {
            say(["nothing was changed"])
            return
        }
        try publisher.take(edited, as: document, of: journal)
        publish()
    }
}
