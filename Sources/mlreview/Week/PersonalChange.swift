import Agendas
import Council
import Foundation
import Minutes

/// A word that is added to somebody's own file.
struct PersonalChange {
    let change: FileChange

    /// - Parameter message: Of the commit.
    init(adding word: PersonalWord, of handle: Handle, in week: WeekFolder, message: String) throws {
        let (name, path) = ("\(handle).yaml", week.place.agendas.path(of: handle))
        let before = try week.openAgendas().existingFolder(Self.folder)?.read(name)
        let edit: PersonFileEdit
        do throws(PersonFileEdit.Obstacle) {
            edit = try PersonFileEdit(adding: word, to: before.map { [UInt8]($0) })
        } catch {
            throw Complaint("\(path): \(error.sentence)")
        }
        // What it says afterwards is what it said, and the word.
        let said = try before.map { try week.place.agendas.words(in: [UInt8]($0), of: handle) }
        let after = try week.place.agendas.words(in: edit.after, of: handle)
        guard after == (said ?? PersonalWords(handle: handle)).adding(edit.word) else {
            throw Complaint(
                "\(path): the end of its list is not clear: add by hand\n\(edit.lines.joined(separator: "\n"))")
        }
        change = FileChange(
            text: String(decoding: edit.after, as: UTF8.self),
            shown: ["\(path):\(edit.firstLine):"] + (edit.oldLine.map { ["-\($0)"] } ?? [])
                + edit.lines.map { "+\($0)" },
            path: path, commitLine: week.commitLine(adding: "agendas/\(Self.folder)/\(name)", message)
        ) {
            let folder = try week.openAgendas().folder(Self.folder)
            folder.removeLeftovers { $0.hasSuffix(".yaml") }
            if let before {
                try folder.replace(name, saying: before, by: Data(edit.after))
            } else {
                try folder.create(Data(edit.after), as: name)
            }
            try folder.sync()
        }
    }

    /// The folder of people's files, in `agendas/`.
    private static let folder = "people"
}
