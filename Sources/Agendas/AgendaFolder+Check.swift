import Council
import Foundation

extension AgendaFolder {
    /// The faults of these files and folders, sorted. If none are named, everything in `agendas/` and `themes/` is
    /// checked.
    ///
    /// The name of a file says its kind: `council.yaml` is the council, `YYYY-MM-DD.yaml` an agenda, `*.md` a proposal,
    /// and a file in a folder `themes` a theme.
    ///
    /// - Parameter roles: The names that the `roles` of a theme may have; if nil, names are not checked.
    public func check(paths: [String] = [], roles: [String]? = nil) -> [Fault] {
        var shelves: [String: Shelf] = [:]
        func shelf(_ folder: String) -> Shelf {
            let shelf = shelves[folder] ?? Shelf(folder: folder)
            shelves[folder] = shelf
            return shelf
        }
        if paths.isEmpty {
            checkFolder(agendas, isAgendas: true, shelf)
            checkThemes(Shelf.join(path, Self.themes), roles, shelf)
        }
        var seen: Set<String> = []
        for path in paths where seen.insert(path).inserted {
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
                let inner = Shelf.join(path, "agendas")
                let hasInner = Shelf.names(in: inner) != nil
                if Self.split(path.trimmingSlashes).name == Self.themes {
                    checkThemes(path, roles, shelf)
                } else {
                    checkFolder(hasInner ? inner : path, isAgendas: hasInner, shelf)
                    checkThemes(Shelf.join(path, Self.themes), roles, shelf)
                }
            } else if Self.split(Self.split(path).folder).name == Self.themes, Shelf.isYAML(path) {
                shelf(Self.split(path).folder).scheme(Self.split(path).name, roles: roles)
            } else {
                checkFile(path, shelf)
            }
        }
        return Set(shelves.values.flatMap(\.faults)).sorted()
    }

    /// The folder of colour schemes, beside `agendas/`.
    private static let themes = "themes"

    private func checkThemes(_ folder: String, _ roles: [String]?, _ shelf: (String) -> Shelf) {
        for name in Shelf.names(in: folder) ?? [] where Shelf.isYAML(name) { shelf(folder).scheme(name, roles: roles) }
    }

    private func checkFolder(_ folder: String, isAgendas: Bool, _ shelf: (String) -> Shelf) {
        guard let names = Shelf.names(in: folder) else {
            return shelf(folder).fault(
                "",
                "there is no such folder; make it, and begin with a `council.yaml`, or name the right one with `--dir`")
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
            shelf(folder).fault(
                "", "this folder has no council, agenda or proposal; name the folder that holds `agendas/`")
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
                "its name does not say what this file is; call it `council.yaml`, an agenda such as `2026-11-25.yaml`, "
                    + "or a proposal such as `prep-time.md`")
        }
    }
}

extension String {
    fileprivate var trimmingSlashes: String { String(reversed().drop { $0 == "/" }.reversed()) }
}
