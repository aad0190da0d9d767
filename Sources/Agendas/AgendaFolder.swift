import Council

/// The folder that holds `agendas/`: the council's file, the agendas, and the proposals.
public struct AgendaFolder: Sendable {
    /// The folder above `agendas/`, as the person gave it.
    public let path: String

    public init(path: String = ".") { self.path = path }

    /// The agendas that are there, by date; they are not read.
    public func meetings() -> [(date: CalendarDay, path: String)] { [] }

    /// Reads the council, the agenda of that day, and every proposal it names.
    ///
    /// - Throws: every fault of all these files; nothing is half-loaded.
    public func load(_ date: CalendarDay) throws(Faults) -> Docket { try read(date).docket }

    /// Reads the council, this agenda, and every proposal it names.
    ///
    /// - Throws: every fault of all these files; nothing is half-loaded.
    public func load(path: String) throws(Faults) -> Docket { try read(path: path).docket }

    /// Like ``load(_:)``, with what is needed to notice later that a file has changed.
    public func read(_ date: CalendarDay) throws(Faults) -> LoadedDocket {
        throw Faults([Fault(file: path, message: "not read yet")])
    }

    /// Like ``load(path:)``, with what is needed to notice later that a file has changed.
    public func read(path: String) throws(Faults) -> LoadedDocket {
        throw Faults([Fault(file: path, message: "not read yet")])
    }

    /// The faults of these files and folders; of everything in `agendas/` where none are named.
    public func check(paths: [String] = []) -> [Fault] { [] }

    /// Whether the files still hold what they held when this fingerprint was taken.
    public func isCurrent(_ fingerprint: Fingerprint) -> Bool { false }
}

/// A docket, and what its files held.
public struct LoadedDocket: Equatable, Sendable {
    public let docket: Docket
    public let fingerprint: Fingerprint

    public init(docket: Docket, fingerprint: Fingerprint) {
        self.docket = docket
        self.fingerprint = fingerprint
    }
}
