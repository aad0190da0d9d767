import Council
import Foundation

extension AgendaFolder {
    /// The faults of these files and folders, sorted; those of everything in `agendas/` where none are named.
    ///
    /// What a file is follows from its name: `council.yaml`, `YYYY-MM-DD.yaml`, or a proposal where it ends in `.md`.
    public func check(paths: [String] = []) -> [Fault] {
        var shelves: [String: Shelf] = [:]
        func shelf(_ folder: String) -> Shelf {
            let shelf = shelves[folder] ?? Shelf(folder: folder)
            shelves[folder] = shelf
            return shelf
        }
        if paths.isEmpty {
            checkFolder(agendas, isAgendas: true, shelf)
        }
        var seen: Set<String> = []
        for path in paths where seen.insert(path).inserted {
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
                let inner = Shelf.join(path, "agendas")
                let hasInner = Shelf.names(in: inner) != nil
                checkFolder(hasInner ? inner : path, isAgendas: hasInner, shelf)
            } else {
                checkFile(path, shelf)
            }
        }
        return Set(shelves.values.flatMap(\.faults)).sorted()
    }

    private func checkFolder(_ folder: String, isAgendas: Bool, _ shelf: (String) -> Shelf) {
        guard let names = Shelf.names(in: folder) else {
            return shelf(folder).fault(
                "", "there is no such folder; begin it with a `council.yaml`, or say with `--dir` where it is")
        }
        let hasProposals = Shelf.names(in: Shelf.join(folder, "proposals")) != nil
        let isAgendas = isAgendas || hasProposals || names.contains(CouncilFile.name)
        if isAgendas, !names.contains(CouncilFile.name) { checkFile(Shelf.join(folder, CouncilFile.name), shelf) }
        let files = names.filter {
            $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") || (!isAgendas && $0.hasSuffix(".md"))
        }
        for name in files { checkFile(Shelf.join(folder, name), shelf) }
        if hasProposals {
            let proposals = Shelf.join(folder, "proposals")
            for name in Shelf.names(in: proposals) ?? [] where name.hasSuffix(".md") {
                checkFile(Shelf.join(proposals, name), shelf)
            }
        } else if files.isEmpty, !isAgendas {
            shelf(folder).fault("", "there is no council, agenda or proposal in this folder")
        }
    }

    private func checkFile(_ path: String, _ shelf: (String) -> Shelf) {
        let (folder, name) = Self.split(path)
        let shelf = shelf(folder)
        if name == CouncilFile.name {
            shelf.roster()
        } else if name.hasSuffix(".md") {
            shelf.proposal(file: name)
        } else if name.hasSuffix(".yaml"), CalendarDay(name.dropLast(5)) != nil {
            shelf.agenda(name)
        } else if !FileManager.default.fileExists(atPath: path) {
            shelf.fault(name, "there is no such file")
        } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
            shelf.fault(name, Shelf.misnamed)
        } else {
            shelf.fault(
                name,
                "can't tell what this file is; it should be `council.yaml`, an agenda such as `2026-11-25.yaml`, "
                    + "or a proposal such as `prep-time.md`")
        }
    }
}
