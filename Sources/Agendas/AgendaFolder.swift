import Council

/// The folder that holds `agendas/`: the council's file, the agendas, and the proposals.
public struct AgendaFolder: Sendable {
    /// The folder above `agendas/`, as the person gave it.
    public let path: String

    /// The day it is; nil for the day that the clock says it is where the council meets.
    let today: CalendarDay?

    public init(path: String = ".", today: CalendarDay? = nil) {
        self.path = path
        self.today = today
    }

    /// The path of `agendas/`.
    var agendas: String { Shelf.join(path, "agendas") }

    /// The path of a day's agenda, whether it is there or not.
    public func path(of date: CalendarDay) -> String { Shelf.join(agendas, "\(date).yaml") }

    /// The agendas of the folder by date. The files are not read.
    public func meetings() -> [(date: CalendarDay, path: String)] {
        let files = Shelf.names(in: agendas) ?? []
        return files.filter { $0.hasSuffix(".yaml") }
            .compactMap { name in
                CalendarDay(name.dropLast(5)).map { (date: $0, path: Shelf.join(agendas, name)) }
            }
            .sorted { $0.date < $1.date }
    }

    /// Reads the council, the agenda of that day, and every proposal it names.
    ///
    /// - Throws: every fault of all these files; nothing is half-loaded.
    public func load(_ date: CalendarDay) throws(Faults) -> Docket { try read(date).docket }

    /// Reads the agenda at a path, the council beside it, and every proposal that the agenda names.
    ///
    /// - Throws: every fault of all these files; nothing is half-loaded.
    public func load(path: String) throws(Faults) -> Docket { try read(path: path).docket }

    /// Like ``load(_:)``, with a fingerprint by which a later change of the files is noticed.
    public func read(_ date: CalendarDay) throws(Faults) -> LoadedDocket {
        try Self.read("\(date).yaml", on: Shelf(folder: agendas, today: today))
    }

    /// Like ``load(path:)``, with a fingerprint by which a later change of the files is noticed.
    public func read(path: String) throws(Faults) -> LoadedDocket {
        let (folder, name) = Self.split(path)
        return try Self.read(name, on: Shelf(folder: folder, today: today))
    }

    private static func read(_ name: String, on shelf: Shelf) throws(Faults) -> LoadedDocket {
        let roster = shelf.roster()
        let file = shelf.agenda(name)
        var proposals: [String: Proposal] = [:]
        for id in file.proposals { proposals[id] = shelf.proposal(id) }
        let consent = shelf.consentWords(of: roster, on: file.agenda)
        let errors = shelf.faults.filter { $0.severity == .error }
        guard errors.isEmpty, let roster, let agenda = file.agenda else { throw Faults(errors) }
        return LoadedDocket(
            docket: Docket(
                roster: roster, agenda: agenda, proposals: proposals,
                digests: Dictionary(
                    uniqueKeysWithValues: proposals.keys.map { ($0, shelf.digests["proposals/\($0).md"] ?? "") }),
                consent: consent),
            fingerprint: Fingerprint(folder: shelf.folder, digests: shelf.digests))
    }

    /// A new fingerprint of the same files as they are now. They are not parsed.
    public func fingerprint(like earlier: Fingerprint) -> Fingerprint {
        let shelf = Shelf(folder: earlier.folder)
        let digests = earlier.digests.keys.map { name in
            (name, (try? shelf.bytes(name)).map(Fingerprint.digest) ?? "")
        }
        return Fingerprint(folder: earlier.folder, digests: Dictionary(digests) { first, _ in first })
    }

    /// Whether the files still hold what they held when this fingerprint was taken.
    public func isCurrent(_ fingerprint: Fingerprint) -> Bool { self.fingerprint(like: fingerprint) == fingerprint }

    /// The folder of a path, and the name in it.
    static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        let folder = path[..<slash]
        return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
    }
}
