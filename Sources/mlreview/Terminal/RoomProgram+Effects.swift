import Agendas
import Council
import Foundation
import Ledger
import Room
import Host

/// Performs what the model asks for.
extension RoomProgram {
    func perform(_ effect: Effect, after message: Message) {
        switch effect {
        case .record(let entries, let submission): record(entries, of: submission)
        case .draftChanged: if opened.recorder != nil { drafts.change() }
        case .edit(let text): edit(text)
        case .takeLease: takeLease()
        case .loadFiles: loadFiles()
        case .readProposal(let id): readProposal(id)
        case .readLibrary: readLibrary()
        case .openMeeting(let day): farewell = Farewell(lines: [], next: day)
        case .moveRecord(let folder): moveRecord(to: folder)
        case .publish(let choice): publish(choice)
        case .preview(let name): preview(name)
        case .editDocument(let name): editDocument(name)
        case .theme(let name): changeTheme(name)
        case .listThemes: receive(.themes(themes.choices))
        case .mouse(let isOn): receive(.mouse(terminal.setMouse(isOn)))
        case .copy(let text, let what): copy(text, what)
        case .search(let text): search(text)
        case .openFound(let hit): openFound(hit)
        case .listTerminals: listTerminals()
        case .host: host()
        case .suspend: terminal.suspend()
        case .quit: quit(after: message)
        case .beep: terminal.beep()
        }
    }

    private func record(_ entries: [Entry], of submission: Submission) {
        guard let recorder = opened.recorder else { return }
        wasWarned = false
        // A note that was typed in the entry has been its item's draft until now.
        let noted = entries.lazy.compactMap { if case .noted(let noted) = $0.act { noted.item } else { nil } }
            .first
        let written = noted ?? (entries.isEmpty && submission.request.isNote ? model.meeting.currentID : nil)
        let drafted = written.flatMap { model.drafts[$0] == nil ? $0 : nil }
        if let drafted { drafts.wasCleared(of: drafted) }
        recorder.submit(.append(entries, of: submission, clearingDraft: drafted.map { draftKey($0) }))
    }

    func saveDraft(isLast: Bool = false) {
        for (item, text) in drafts.due(at: instant(), isLast: isLast, drafts: { model.drafts }) {
            let key = draftKey(item)
            opened.recorder?.submit(text.isEmpty ? .clearDraft(key) : .saveDraft(key, text: text))
        }
    }

    private func draftKey(_ item: ItemID?) -> DraftKey { Opened.noteDraft(on: item, by: opened.part.author) }

    private func copy(_ text: String, _ what: String) {
        let clipboard = Clipboard()
        guard clipboard.isWithinTmux else {
            receive(clipboard.copy(text, on: terminal).message(of: what))
            return
        }
        let (inbox, refused) = (inbox, refusedByTmux)
        Worker.start {
            if let answer = clipboard.giveToTmux(text) {
                inbox.put(answer.message(of: what))
            } else {
                refused.put((text, what))
            }
        }
    }

    var editor: ExternalEditor { ExternalEditor(folder: opened.record.folder) }

    func receiveFromTmux() {
        for (text, what) in refusedByTmux.drain() {
            receive(Clipboard().copy(text, on: terminal).message(of: what))
        }
    }

    private func edit(_ text: String) {
        // An editor may be killed together with its terminal.
        saveDraft(isLast: true)
        let most = model.longestEdit
        switch terminal.withTerminalReleased({ editor.edit(text, atMost: most) }) {
        case .text(let edited): receive(.edited(edited))
        case .tooLong(let path, let bytes): receive(.editedTooLong(path: path, bytes: bytes))
        case .failed:
            receive(.failed(ExternalEditor.failure))
        }
    }

    private func takeLease() {
        do {
            guard try opened.takeLease() else {
                receive(.leaseRefused(opened.whyReadOnly?.sentence ?? "another terminal records"))
                return
            }
            watch = nil
            receive(.followed(try opened.record.entries(of: opened.date, after: model.journal.nextNumber - 1)))
            let kept = try Opened.drafts(of: opened.date, in: opened.record)
            drafts = DraftKeeper(saved: kept)
            receive(.leaseTaken(drafts: kept))
        } catch {
            receive(.failed(Complaint(error).description))
        }
    }

    private func loadFiles() {
        do throws(Faults) {
            receive(.loaded(try opened.load()))
            findRelated()
        } catch {
            receive(.filesFaulty(error.inBrief))
        }
    }

    private func readProposal(_ id: String) {
        do throws(Refusal) {
            let (proposal, digest) = try opened.place.agendas.proposal(id)
            receive(.proposalRead(proposal, digest: digest))
            findRelated()
        } catch {
            receive(.failed(error.sentence))
        }
    }

    private func changeTheme(_ name: String) {
        do {
            let theme = try themes.theme(name)
            terminal.setTheme(theme)
            receive(.themed(theme.name))
        } catch {
            receive(.failed(Complaint(error).description))
        }
    }
}
