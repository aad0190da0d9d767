import Council
import Foundation

extension AgendaFolder {
    /// The faults of these files and folders, sorted. If none are named, everything in `agendas/` and `themes/` is
    /// checked.
    ///
    /// The name of a file says its kind: `council.yaml` is the council, `platform.yaml` the platform, `YYYY-MM-DD.yaml` an
    /// agenda, `*.md` a proposal, `people/*.yaml` what somebody says, and a file in a folder `themes` a theme.
    ///
    /// - Parameter roles: The names that the `roles` of a theme may have; if nil, names are not checked.
    public func check(paths: [String] = [], roles: [String]? = nil) -> [Fault] {
        if paths.isEmpty { return survey(roles: roles).faults }
        var faults: [Fault] = []
        var files: [String] = []
        for path in Set(paths) {
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
                let inner = Shelf.join(path, "agendas")
                let hasInner = Shelf.names(in: inner) != nil
                if Self.split(path.trimmingSlashes).name == Self.themes {
                    faults += Self.themeFaults(in: path, roles)
                } else {
                    faults += Survey(of: hasInner ? inner : path, isAgendas: hasInner, today: today).faults
                    faults += Self.themeFaults(in: Shelf.join(path, Self.themes), roles)
                }
            } else if Self.split(Self.split(path).folder).name == Self.themes, Shelf.isYAML(path) {
                faults += Self.themeFaults(in: Self.split(path).folder, of: [Self.split(path).name], roles)
            } else {
                files.append(path)
            }
        }
        return Set(faults + Survey.Part(reading: files, today: today).faults).sorted()
    }

    /// Reads everything in `agendas/`, and checks the themes.
    ///
    /// - Parameters:
    ///   - tellsFindings: Whether what the charter finds in proposals is among the faults, as notes.
    ///   - known: Proposals that were read before, by id, and have not changed.
    public func survey(
        roles: [String]? = nil, tellsFindings: Bool = true, known: [String: Library.Draft] = [:]
    ) -> Survey {
        let survey = Survey(
            of: agendas, isAgendas: true, today: today, tellsFindings: tellsFindings, known: known)
        return survey.adding(Self.themeFaults(in: Shelf.join(path, Self.themes), roles))
    }

    /// The folder of colour schemes, beside `agendas/`.
    private static let themes = "themes"

    private static func themeFaults(in folder: String, of names: [String]? = nil, _ roles: [String]?) -> [Fault] {
        let shelf = Shelf(folder: folder)
        for name in names ?? Shelf.names(in: folder) ?? [] where Shelf.isYAML(name) {
            shelf.scheme(name, roles: roles)
        }
        return shelf.faults
    }
}

extension String {
    fileprivate var trimmingSlashes: String { String(reversed().drop { $0 == "/" }.reversed()) }
}
