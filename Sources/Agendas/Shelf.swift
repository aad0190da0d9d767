import Council
import Foundation

/// A folder with `council.yaml`, agendas and `proposals/`, and the files of it that were read so far.
///
/// Every file is read once. ``faults`` are those of the files that were asked for; a file that is read for the sake of
/// another adds none.
final class Shelf {
    /// The folder's path as people see it.
    let folder: String
    private(set) var faults: [Fault] = []
    /// Digests of the files asked for, by path within the folder.
    private(set) var digests: [String: String] = [:]
    private var council: CouncilFile?
    /// The ids of all proposals, if they are known already.
    private let ids: Set<String>?
    /// The items of the agendas that people's files name, as far as somebody has asked.
    var knownItems: [CalendarDay: PersonFile.AgendaItems?] = [:]
    /// What proposals say that they revise, as far as somebody has asked.
    private var revisions: [String: String?] = [:]

    /// The folder that every file must lie in: the one that holds `agendas/`, or this one if its name is not `agendas`.
    let premises: Premises
    /// The folder above `agendas/`; nil for a folder of another name.
    private let home: String?
    /// Whether a person named an agenda outside any `agendas/`. They may, so links are followed there.
    private let isAnywhere: Bool

    /// The day it is; nil to ask the clock.
    private let today: CalendarDay?
    private let tellsFindings: Bool

    /// - Parameters:
    ///   - proposals: The ids of all proposals, if they are known already.
    ///   - today: The day it is; nil to ask the clock.
    ///   - tellsFindings: Whether what the charter finds in proposals is among the faults, as notes.
    init(folder: String, proposals: Set<String>? = nil, today: CalendarDay? = nil, tellsFindings: Bool = true) {
        self.folder = folder
        self.today = today
        self.tellsFindings = tellsFindings
        ids = proposals
        home = Self.home(of: folder)
        premises = Premises(home ?? folder)
        isAnywhere = home == nil
    }

    /// The folder above `agendas/`, `agendas/proposals/` or `themes/`; nil for a folder of another name. Links are not
    /// resolved here, because a link in the place of `agendas/` leads outside too.
    private static func home(of folder: String) -> String? {
        let path = URL(fileURLWithPath: folder.isEmpty ? "." : folder).standardized
        let (name, above) = (path.lastPathComponent, path.deletingLastPathComponent())
        if name == "agendas" || name == "themes" { return above.path }
        guard name == Self.proposals || name == PersonFile.folder else { return nil }
        return above.lastPathComponent == "agendas" ? above.deletingLastPathComponent().path : above.path
    }

    /// The bytes of a file in this folder.
    func bytes(_ name: String) throws(FileBytes.Problem) -> [UInt8] {
        try FileBytes.read(path(name), within: isFree(name) ? nil : premises)
    }

    /// Whether a link may lead anywhere, because a person may have named the file itself.
    private func isFree(_ name: String) -> Bool { isAnywhere && name != CouncilFile.name && !name.contains("/") }

    func path(_ name: String) -> String { Self.join(folder, name) }

    static func join(_ folder: String, _ name: String) -> String {
        if name.isEmpty { return folder }
        if folder.isEmpty || folder == "." { return name }
        return folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    /// The names in a folder that don't begin with a dot, sorted; nil if there is no such folder.
    static func names(in folder: String) -> [String]? {
        let folder = folder.isEmpty ? "." : folder
        return try? FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }.sorted()
    }

    static func isYAML(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }

    /// The ids of all proposals; nil if there is no folder `proposals/`.
    func proposalIDs() -> Set<String>? { ids ?? Self.proposalIDs(in: path(Self.proposals)) }

    private func proposals(in folder: String) -> ProposalIDs { ids.map(ProposalIDs.read) ?? .folder(folder) }

    static func proposalIDs(in folder: String) -> Set<String>? {
        names(in: folder).map { Set($0.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }) }
    }

    /// The roster; nil if its file is faulty.
    @discardableResult
    func roster() -> Roster? {
        let sheet = read(CouncilFile.name) { text, sheet in council = CouncilFile.read(text, home: home, on: sheet) }
        faults += sheet.faults
        return council?.roster
    }

    /// What the platform has; nil if its file is faulty.
    func platform() -> [PlatformPart]? {
        var file = PlatformFile(parts: nil)
        let sheet = read(PlatformFile.name) { text, sheet in file = PlatformFile.read(text, on: sheet) }
        faults += sheet.faults
        return file.parts
    }

    /// The agenda, and the ids of the proposals that it names; the agenda is nil if its file is faulty.
    @discardableResult
    func agenda(_ name: String) -> AgendaFile {
        var file = AgendaFile(agenda: nil, proposals: [])
        let surroundings = surroundings(ofAgenda: name)
        let sheet = read(name) { text, sheet in
            if surroundings.date == nil { sheet.fault(at: .start, Self.misnamed) }
            file = AgendaFile.read(text, surroundings, on: sheet)
        }
        faults += sheet.faults
        return file
    }

    /// The agenda that a file would be if it had these bytes.
    ///
    /// - Throws: Its errors.
    func agenda(_ name: String, saying bytes: [UInt8]) throws(Faults) -> Agenda {
        var file = AgendaFile(agenda: nil, proposals: [])
        let surroundings = surroundings(ofAgenda: name)
        let sheet = Self.sheet(path(name), saying: bytes) { file = AgendaFile.read($0, surroundings, on: $1) }
        guard let agenda = file.agenda else { throw Faults(sheet.faults.filter { $0.severity == .error }) }
        return agenda
    }

    /// The proposal that a file would be if it had these bytes, and what the charter finds in it.
    ///
    /// - Throws: Its errors.
    func proposal(_ id: String, saying bytes: [UInt8]) throws(Faults) -> (proposal: Proposal, notes: [Fault]) {
        var proposal: Proposal?
        let name = "\(Self.proposals)/\(id).md"
        let surroundings = surroundings(of: name)
        let sheet = Self.sheet(path(name), saying: bytes) { text, sheet in
            if let problem = ProposalFile.problem(withID: id) { sheet.fault(at: .start, problem) }
            proposal = ProposalFile.read(text, id: id, surroundings, on: sheet)
        }
        guard let proposal, !sheet.hasErrors else { throw Faults(sheet.faults.filter { $0.severity == .error }) }
        return (proposal, sheet.faults)
    }

    func surroundings(ofAgenda name: String) -> AgendaFile.Surroundings {
        let date = CalendarDay(name.hasSuffix(".yaml") ? name.dropLast(5) : name[...])
        let handles = handles()
        // Whoever was on an agenda of the past may have left the council since.
        let isOver = date.map { $0 < day } ?? false
        return AgendaFile.Surroundings(
            date: date, handles: isOver ? nil : handles, proposals: proposals(in: path(Self.proposals)))
    }

    /// The day it is where the council meets.
    private var day: CalendarDay { today ?? LocalTime(zone: council?.roster?.timeZone ?? "UTC").day(Date()) }

    /// A proposal of this folder by its id; nil if its file is faulty.
    func proposal(_ id: String) -> Proposal? { proposal(file: "proposals/\(id).md") }

    /// A proposal by its file; nil if that is faulty.
    @discardableResult
    func proposal(file name: String) -> Proposal? {
        var proposal: Proposal?
        let id = String((name.split(separator: "/").last ?? "").dropLast(3))
        let sheet = read(name) { text, sheet in
            if let problem = ProposalFile.problem(withID: id) { sheet.fault(at: .start, problem) }
            proposal = ProposalFile.read(
                text, id: id, surroundings(of: name), tellsFindings: tellsFindings, on: sheet)
        }
        // The charter's findings are worth reading only once the file is free of errors.
        faults += sheet.hasErrors ? sheet.faults.filter { $0.severity != .note } : sheet.faults
        return sheet.hasErrors ? nil : proposal
    }

    /// The other proposals of a file's folder; none are known for a file that lies in no folder `proposals`.
    private func surroundings(of name: String) -> ProposalFile.Surroundings {
        let place = AgendaFolder.split(path(name)).folder
        guard AgendaFolder.split(place).name == Self.proposals else { return ProposalFile.Surroundings() }
        return ProposalFile.Surroundings(proposals: proposals(in: place)) { [self] id in revised(by: id, in: place) }
    }

    /// What a proposal says it revises. Few proposals revise another, so few files are read for this.
    private func revised(by id: String, in place: String) -> String? {
        if let known = revisions[id] { return known }
        var old: String?
        _ = Self.sheet(Self.join(place, "\(id).md"), within: premises) { text, _ in old = ProposalFile.revised(in: text)
        }
        revisions[id] = .some(old)
        return old
    }

    /// Checks a theme. Its colours are not needed.
    func scheme(_ name: String, roles: [String]?) {
        faults += read(name) { text, sheet in _ = SchemeFile.read(text, roles: roles, on: sheet) }.faults
    }

    func report(_ more: [Fault]) { faults += more }

    func fault(_ name: String, _ message: String) { faults.append(Fault(file: path(name), message: message)) }

    /// Everybody's handle; nil if the council's file can't be read. Its faults are not reported here.
    func handles() -> [Handle]? {
        if council == nil {
            _ = Self.sheet(path(CouncilFile.name), within: premises) { text, sheet in
                council = CouncilFile.read(text, home: home, on: sheet)
            }
        }
        return council?.handles
    }

    func read(_ name: String, _ body: (String, Sheet) -> Void) -> Sheet {
        let (sheet, digest) = Self.sheet(path(name), within: isFree(name) ? nil : premises, body)
        digests[name] = digest
        return sheet
    }

    /// Lets the fingerprint know that a file was not there.
    func noteMissing(_ name: String) { digests[name] = "" }

    /// Whether anything is at a path, readable or not.
    static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    /// Reads a file, and hands its text to `body`. The sheet has the faults of both.
    ///
    /// - Parameter premises: The folder that the file must lie in once links are followed; if nil, it may lie anywhere.
    static func sheet(
        _ path: String, within premises: Premises? = nil, _ body: (String, Sheet) -> Void
    ) -> (sheet: Sheet, digest: String) {
        do {
            let bytes = try FileBytes.read(path, within: premises)
            return (Self.sheet(path, saying: bytes, body), Fingerprint.digest(of: bytes))
        } catch {
            let sheet = Sheet(file: path)
            sheet.fault(at: .start, error.message)
            return (sheet, "")
        }
    }

    /// Hands the text of a file's bytes to `body`.
    static func sheet(_ path: String, saying bytes: [UInt8], _ body: (String, Sheet) -> Void) -> Sheet {
        do {
            let source = try SourceText(bytes: bytes)
            let sheet = Sheet(file: path, source: source)
            body(source.text, sheet)
            return sheet
        } catch {
            let sheet = Sheet(file: path)
            sheet.fault(line: error.position.line, column: error.position.column, error.message)
            return sheet
        }
    }

    /// The folder of the proposals, beside the agendas.
    static let proposals = "proposals"

    static let misnamed = "an agenda's file is named by its date, such as `2026-11-25.yaml`; rename it"
}
