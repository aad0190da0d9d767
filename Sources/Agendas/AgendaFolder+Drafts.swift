import Council
import Host

extension AgendaFolder {
    /// The path of the folder of all proposals.
    public var proposals: String { Shelf.join(agendas, Shelf.proposals) }

    /// The path of the council's file.
    public var council: String { Shelf.join(agendas, CouncilFile.name) }

    /// The roster as the council's file has it; nil if that is faulty.
    public func roster() -> Roster? { Survey.Part(reading: [council], today: today).roster }

    /// Reads proposals by the names of their files in the folder of all proposals. Other files are looked at only where a
    /// proposal refers to one.
    ///
    /// - Parameter ids: Of all proposals.
    /// - Returns: those that are free of errors, and the errors of the others.
    public func drafts(_ names: [String], beside ids: Set<String>) -> (drafts: [Library.Draft], errors: [Fault]) {
        let starts = Array(stride(from: 0, to: names.count, by: Survey.most))
        let parts = starts.concurrentMap { start in
            let some = names[start..<min(start + Survey.most, names.count)]
            return Survey.Part(
                reading: some.map { Shelf.join(proposals, $0) }, proposals: ids, today: today, tellsFindings: false)
        }
        return (parts.flatMap(\.drafts), parts.flatMap(\.faults).filter { $0.severity == .error }.sorted())
    }
}
