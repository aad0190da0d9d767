import Agendas
import Council
import Foundation
import Minutes

/// What has changed since an agenda was written, and the agenda with what it lacks.
struct AgendaRefresh {
    let date: CalendarDay
    let changes: AgendaChanges
    private let leftOff: [Agenda.LeftOff]
    /// The file with what is missing; as it is if nothing is.
    let text: String
    /// Nil if nothing is missing.
    private let edit: AgendaEdit?
    private let week: WeekFolder
    private let folder: OpenFolder

    init(of date: CalendarDay, in week: WeekFolder) throws {
        (self.date, self.week) = (date, week)
        let path = week.path(of: date)
        if week.library.wasHeld(date) {
            throw Complaint("the meeting of \(date) was held, and its agenda stays as it is")
        }
        folder = try week.openAgendas()
        guard let bytes = try folder.read("\(date).yaml").map({ [UInt8]($0) }) else {
            throw Complaint("there is no \(path): `mlreview agenda next \(date)` writes it")
        }
        let agenda = try week.place.agendas.agenda(in: bytes, of: date)
        leftOff = agenda.not ?? []
        changes = week.library.changes(to: agenda, on: week.today)
        guard !changes.missing.isEmpty else {
            (text, edit) = (String(decoding: bytes, as: UTF8.self), nil)
            return
        }
        let edit = try Self.edit(adding: changes.missing, to: agenda, saying: bytes, at: path, in: week)
        (text, self.edit) = (String(decoding: edit.after, as: UTF8.self), edit)
    }

    private static func edit(
        adding missing: [AgendaPlan.Item], to agenda: Agenda, saying bytes: [UInt8], at path: String,
        in week: WeekFolder
    ) throws -> AgendaEdit {
        let byHand: (String) -> Complaint = { reason in
            let lines = missing.map { "  \($0.item.id): \($0.why)" }.joined(separator: "\n")
            return Complaint("\(path): \(reason); add by hand\n\(lines)")
        }
        let edit: AgendaEdit
        do throws(AgendaEdit.Obstacle) {
            edit = try AgendaEdit(adding: missing, to: bytes)
        } catch {
            throw byHand(error.sentence)
        }
        // What it says afterwards is what it said, and what was missing.
        let after = try week.place.agendas.agenda(in: edit.after, of: agenda.date)
        let isKept = after.with(Array(after.items.prefix(agenda.items.count))) == agenda
        guard isKept, after.items.dropFirst(agenda.items.count).map(\.id) == missing.map(\.item.id) else {
            throw byHand("the end of its `items` is not clear")
        }
        return edit
    }

    /// What is to be known before anything is added.
    var lines: [String] {
        changes.settled.map { "still on it: \($0.id.spoken), \($0.why); remove it, or say why under `again`" }
            + changes.missing.map { "missing: \($0.item.id.spoken), \($0.why)" }
            + changes.left.filter { $0.reason == .full }.map { "no time is left for \($0.id.spoken): \($0.why)" }
            + leftOff.map { "kept off: \($0.id), \($0.because)" } + advice
    }

    /// How a person keeps off what would come back.
    private var advice: [String] {
        guard let first = changes.missing.first?.item.id.spoken else { return [] }
        let line = leftOff.isEmpty ? "`not: { \(first): WHY }`" : "`\(first): WHY` under `not`"
        return ["to keep one off this agenda, write why into its file: \(line)"]
    }

    /// The file with what was missing; nil if nothing is.
    var change: FileChange? {
        guard let edit else { return nil }
        let path = week.path(of: date)
        let difference = (edit.oldLine.map { ["-\($0)"] } ?? []) + edit.lines.map { "+\($0)" }
        return FileChange(
            text: text, shown: ["\(path):\(edit.firstLine):"] + difference, path: path,
            commitLine: week.commitLine(of: date, "Agenda of \(date.long): what was missing")
        ) { [folder, date] in
            try folder.replace("\(date).yaml", saying: Data(edit.before), by: Data(edit.after))
            try folder.sync()
        }
    }
}
