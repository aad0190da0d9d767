import Council
import Foundation
import Host

/// Everything in a folder of agendas as its files are now: council, platform, agendas and proposals, with every fault in
/// them.
public struct Survey: Sendable {
    /// Nil if the council's file is faulty.
    public let roster: Roster?
    /// The proposals that are free of errors.
    public let drafts: [Library.Draft]
    /// The agendas that are free of errors.
    public let agendas: [Agenda]
    /// The files of `people/` that are free of errors.
    public let people: [PersonalWords]
    /// Empty if there is no such file, or a faulty one.
    public let platform: PlatformBook
    /// Sorted, each once.
    public let faults: [Fault]
    let folder: String

    private init(folder: String, _ part: Part) {
        self.folder = folder
        roster = part.roster
        drafts = part.drafts
        agendas = part.agendas
        people = part.people
        platform = PlatformBook(part.platform)
        faults = Set(part.faults).sorted()
    }

    /// Files that are read one after another; the parts are read on all cores at once.
    static let most = 128

    /// - Parameters:
    ///   - isAgendas: Whether the folder is known to be `agendas/`, so that its council is missed.
    ///   - today: The day it is; nil to ask the clock.
    ///   - tellsFindings: Whether what the charter finds in proposals is among the faults, as notes.
    ///   - known: Proposals that were read before, by id, and have not changed.
    init(
        of folder: String, isAgendas: Bool, today: CalendarDay?, tellsFindings: Bool = true,
        known drafts: [String: Library.Draft] = [:]
    ) {
        guard let names = Shelf.names(in: folder) else {
            let sentence =
                "there is no such folder; `mlreview init` makes a council's, or name the right one with `--dir`"
            self.init(folder: folder, Part(faults: [Fault(file: folder, message: sentence)]))
            return
        }
        let proposals = Shelf.join(folder, Shelf.proposals)
        let ids = Shelf.proposalIDs(in: proposals)
        let isAgendas = isAgendas || ids != nil || names.contains(CouncilFile.name)
        let known = names.filter { Shelf.isYAML($0) || (!isAgendas && $0.hasSuffix(".md")) }
        let files = (isAgendas ? Set(known).union([CouncilFile.name]) : Set(known)).sorted()
        if files.isEmpty {
            let sentence = "this folder has no council, agenda or proposal; name the folder that holds `agendas/`"
            self.init(folder: folder, Part(faults: [Fault(file: folder, message: sentence)]))
            return
        }
        let people = Shelf.join(folder, PersonFile.folder)
        let personal = isAgendas ? Shelf.names(in: people)?.filter(Shelf.isYAML) ?? [] : []
        let unread = (ids ?? []).filter { drafts[$0] == nil }
        func part(of paths: [String]) -> Part {
            let starts = Array(stride(from: 0, to: paths.count, by: Self.most))
            let parts = starts.concurrentMap { start in
                Part(
                    reading: Array(paths[start..<min(start + Self.most, paths.count)]), proposals: ids, today: today,
                    tellsFindings: tellsFindings)
            }
            return parts.reduce(into: Part()) { $0.add($1) }
        }
        func paths(of ids: some Sequence<String>) -> [String] {
            ids.sorted().map { Shelf.join(proposals, "\($0).md") }
        }
        var whole = part(
            of: files.map { Shelf.join(folder, $0) } + paths(of: unread) + personal.map { Shelf.join(people, $0) })
        let doubtful = Self.doubtful(drafts, beside: whole.drafts)
        if !doubtful.isEmpty { whole.add(part(of: paths(of: doubtful.intersection(ids ?? [])))) }
        whole.drafts += (ids ?? []).lazy.filter { !doubtful.contains($0) }.compactMap { drafts[$0] }
        self.init(folder: folder, whole)
    }

    /// The known proposals whose way to what they revise leads to none, back, or to one that is faulty: another file
    /// decides on their faults.
    private static func doubtful(
        _ known: [String: Library.Draft], beside read: [Library.Draft]
    ) -> Set<String> {
        let others = Dictionary(read.map { ($0.proposal.id, $0.proposal.revises) }) { first, _ in first }
        var doubtful: Set<String> = []
        for (id, draft) in known where draft.proposal.revises != nil {
            var way: Set<String> = [id]
            var next = draft.proposal.revises
            while let old = next {
                guard way.insert(old).inserted, known[old] != nil || others.keys.contains(old) else {
                    doubtful.insert(id)
                    break
                }
                next = known[old]?.proposal.revises ?? others[old] ?? nil
            }
        }
        return doubtful
    }

    func adding(_ more: [Fault]) -> Survey {
        Survey(
            folder: folder,
            Part(
                roster: roster, drafts: drafts, agendas: agendas, people: people, platform: platform.parts,
                faults: faults + more))
    }

    /// The library of these files and of the meetings that were held.
    ///
    /// - Throws: The errors of the files; nothing is half-loaded.
    public func library(history: [HeldMeeting]) throws(Faults) -> Library {
        let errors = faults.filter { $0.severity == .error }
        guard errors.isEmpty, let roster else { throw Faults(errors) }
        return Library(
            roster: roster, drafts: drafts, agendas: agendas, history: history, people: people, platform: platform)
    }
}

extension Survey {
    /// What some files hold.
    struct Part: Sendable {
        var roster: Roster?
        var drafts: [Library.Draft] = []
        var agendas: [Agenda] = []
        var people: [PersonalWords] = []
        var platform: [PlatformPart] = []
        var faults: [Fault] = []
    }
}

extension Survey.Part {
    /// Reads files by what their names say they are.
    ///
    /// - Parameters:
    ///   - proposals: The ids of all proposals, if they are known already.
    ///   - today: The day it is; nil to ask the clock.
    ///   - tellsFindings: Whether what the charter finds in proposals is among the faults, as notes.
    init(reading paths: [String], proposals: Set<String>? = nil, today: CalendarDay?, tellsFindings: Bool = true) {
        self.init()
        var shelves: [String: Shelf] = [:]
        for path in paths {
            let (folder, name) = Self.split(path)
            let shelf =
                shelves[folder]
                ?? Shelf(folder: folder, proposals: proposals, today: today, tellsFindings: tellsFindings)
            shelves[folder] = shelf
            read(name, on: shelf)
        }
        faults += shelves.values.flatMap(\.faults)
    }

    mutating func add(_ other: Survey.Part) {
        roster = roster ?? other.roster
        drafts += other.drafts
        agendas += other.agendas
        people += other.people
        platform += other.platform
        faults += other.faults
    }

    /// The folder of a file, and its name there. A person's file is known by the folder beside the agendas.
    private static func split(_ path: String) -> (folder: String, name: String) {
        let (folder, name) = AgendaFolder.split(path)
        let (above, last) = AgendaFolder.split(folder)
        guard last == PersonFile.folder, Shelf.isYAML(name), name != CouncilFile.name else { return (folder, name) }
        return (folder.contains("/") ? above : "", "\(last)/\(name)")
    }

    /// The name of a file says its kind: `council.yaml` is the council, `platform.yaml` the platform, `YYYY-MM-DD.yaml` an
    /// agenda, `*.md` a proposal, and `people/*.yaml` what somebody says.
    private mutating func read(_ name: String, on shelf: Shelf) {
        if name == CouncilFile.name {
            roster = shelf.roster()
        } else if name == PlatformFile.name {
            platform = shelf.platform() ?? []
        } else if name.hasPrefix("\(PersonFile.folder)/"), name.hasSuffix(".yaml") {
            if let words = shelf.words(String(name.dropFirst(PersonFile.folder.count + 1).dropLast(5))) {
                people.append(words)
            }
        } else if name.hasSuffix(".md") {
            guard let proposal = shelf.proposal(file: name) else { return }
            drafts.append(Library.Draft(proposal, digest: shelf.digests[name] ?? ""))
        } else if name.hasSuffix(".yaml"), CalendarDay(name.dropLast(5)) != nil {
            if let agenda = shelf.agenda(name).agenda { agendas.append(agenda) }
        } else if !Shelf.exists(shelf.path(name)) {
            shelf.fault(name, "there is no such file")
        } else if name.hasPrefix("\(PersonFile.folder)/") {
            shelf.fault(name, "a person's file is named by its owner's handle, such as `bo.yaml`; rename it")
        } else if Shelf.isYAML(name) {
            shelf.fault(name, Shelf.misnamed)
        } else {
            shelf.fault(
                name,
                "the name does not say what kind of file this is; call it `council.yaml`, `platform.yaml`, an agenda such as "
                    + "`2026-11-25.yaml`, or a proposal such as `prep-time.md`")
        }
    }
}
