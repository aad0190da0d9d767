import Council

extension Command {
    static let reload = Command(
        "reload", label: "reload", group: .screen,
        help: "Reads agenda, proposals and council again from their files."
    ) { _, _ in .effect(.loadFiles) }

    static let record = Command(
        "record", "[FOLDER]", label: "record", group: .screen, completes: [.text],
        help:
            "Records in FOLDER/.mlreview from now on, with everything so far; without FOLDER, restores a lost record "
            + "where it was."
    ) { words, _ in
        let folder = words.remainder()
        return .effect(.moveRecord(to: folder.isEmpty ? nil : folder))
    }

    static let preview = Command(
        "preview", "[minutes|summary|ID]", label: "preview", group: .screen,
        completes: [.document],
        help: "Shows the minutes, the summary, or the notice on a proposal, as closing now would write them."
    ) { words, _ in .effect(.preview(words.next())) }

    static let edit = Command(
        "edit", "minutes|summary|ID", label: "edit", group: .screen,
        completes: [.document],
        help: "Opens the minutes of a closed meeting, its summary or a notice in your editor, and keeps what you write."
    ) { words, meeting throws(Refusal) in
        let name = try words.require("what to edit, minutes, summary or a proposal's id,")
        guard meeting.phase == .closed else {
            throw Refusal("the meeting is not closed: `close` it, then edit what was written")
        }
        return .effect(.editDocument(name))
    }

    static let publish = Command(
        "publish", "[keep|replace]", label: "publish", group: .screen,
        completes: [.choice(EditedFiles.allCases.map(\.rawValue))],
        help:
            "Writes minutes and mail of a closed meeting again. A file that was edited by hand stays, and what differs "
            + "is shown; keep takes it into the record, replace writes over it."
    ) { words, meeting throws(Refusal) in
        let choice = words.isEmpty ? nil : try words.requireChoice(EditedFiles.self)
        guard meeting.phase == .closed else {
            throw Refusal("the meeting is not closed: `close` writes minutes and mail")
        }
        return .effect(.publish(choice))
    }
}

/// What becomes of files that were edited by hand since they were written.
public enum EditedFiles: String, CaseIterable, Sendable {
    /// They are taken into the record as they are.
    case keep
    /// They are written over.
    case replace
}
