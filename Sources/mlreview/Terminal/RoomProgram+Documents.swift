import Council
import Foundation
import Ledger
import Room
import Host

/// Writes, shows and edits minutes and mail.
extension RoomProgram {
    var publisher: Publisher {
        Publisher(record: opened.record, place: opened.place, willDo: publishing.willDo)
    }

    func publish(_ choice: EditedFiles?, saying finished: String? = nil) {
        guard !opened.isRehearsal else {
            receive(.told(Refusal.rehearsalWrites.sentence))
            return
        }
        guard opened.joined == nil else { return receive(.failed(Refusal.joinedWritesNothing.sentence)) }
        publishing.begin(
            model.journal, by: publisher, editedFiles: Publisher.Choice(choice), recorder: opened.recorder
        ) { [inbox] report in
            if let complaint = report.complaints.first {
                inbox.put(.failed(complaint))
            } else if let note = report.notes.first {
                inbox.put(.told(note))
            } else if let finished, report.edited.isEmpty {
                inbox.put(.told(finished))
            } else if report.written.isEmpty {
                inbox.put(.told(report.nothingWritten))
            } else {
                inbox.put(.published(report.written))
            }
            if !report.edited.isEmpty { inbox.put(.differing(report.edited.map(\.page))) }
        }
    }

    /// Writes the files that are missing because the program was ended in closing.
    func finishPublishing() {
        guard opened.recorder != nil, opened.joined == nil else { return }
        do {
            if try publisher.isUnfinished(model.journal) { publish(nil, saying: Publisher.finishing) }
        } catch {
            receive(.failed(error.sentence))
        }
    }

    func preview(_ name: String?) {
        let (inbox, journal, publisher, moment) = (inbox, model.journal, publisher, now())
        Worker.start {
            do {
                inbox.put(.previewed(try publisher.pages(of: journal, at: moment, first: name)))
            } catch {
                inbox.put(.failed(Complaint(error).description))
            }
        }
    }

    func editDocument(_ name: String) {
        guard !opened.isRehearsal else {
            receive(.told(Refusal.rehearsalEdits.sentence))
            return
        }
        guard opened.joined == nil else { return receive(.failed(Refusal.joinedWritesNothing.sentence)) }
        do {
            let documents = try publisher.documents(of: model.journal, at: now(), for: name)
            let document = try Publisher.document(named: name, among: documents)
            guard let text = try publisher.editable(document.name, of: model.journal) else { return }
            guard case .text(let edited) = terminal.withTerminalReleased({ editor.edit(text) }) else {
                receive(.failed(ExternalEditor.failure))
                return
            }
            if edited == text {
                receive(.told("nothing was changed"))
                return
            }
            try publishing.between { try publisher.take(edited, as: document, of: model.journal) }
            publish(nil)
            preview(document.name.spoken)
        } catch {
            receive(.failed(Complaint(error).description))
        }
    }
}
