import Agendas
import Council
import Foundation
import Room
import Screen

/// The themes a person can choose: those in files, and those that need none.
///
/// Where two have one name, the person's own is meant before the folder's, that before one that came with the program, and that before the built-in one.
struct ThemeShelf {
    /// The person's own folder and the meeting's, as far as they are there, with what people call them.
    private let folders: [(path: String, origin: String)]
    /// The meeting's folder, which its own themes must lie in.
    private let premises: Premises

    /// - Parameters:
    ///   - folder: What holds `agendas/`; its themes are in `themes/`.
    ///   - environment: Looks up `XDG_CONFIG_HOME` and `HOME`.
    init(folder: String, environment: (String) -> String? = { ProcessInfo.processInfo.environment[$0] }) {
        var folders: [(path: String, origin: String)] = []
        let set = environment("XDG_CONFIG_HOME").flatMap { $0.isEmpty ? nil : $0 }
        if let home = set ?? environment("HOME").map({ $0 + "/.config" }) {
            folders.append((home + "/mlreview/themes", "yours"))
        }
        folders.append(((folder as NSString).appendingPathComponent("themes"), Self.shared))
        if let installed = Self.installed { folders.append((installed, "installed")) }
        self.folders = folders
        premises = Premises(folder)
    }

    /// Those that came with the program: `share/` stands beside the folder that it lies in.
    private static let installed = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")).map {
        $0.folderAbove.folderAbove + "/share/mlreview/themes"
    }

    /// Where the meeting's own come from.
    private static let shared = "themes/"

    /// Every theme by name, in the order of a list: the built-in ones, then files by name.
    var choices: [ThemeChoice] {
        var found: [String: String] = [:]
        for (path, origin) in folders {
            for name in names(in: path) where found[name] == nil { found[name] = origin }
        }
        let builtIn = Theme.builtInNames.map { ThemeChoice(name: $0, origin: found[$0] ?? "built in") }
        let files = found.keys.filter { !Theme.builtInNames.contains($0) }.sorted()
        return builtIn + files.map { ThemeChoice(name: $0, origin: found[$0] ?? "") }
    }

    private func names(in folder: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { !$0.hasPrefix(".") && Self.isFile($0) }.map { ($0 as NSString).deletingPathExtension }
    }

    private static func isFile(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }

    /// The theme of that name, or in that file: what has a slash in it or ends as a file does is a path.
    ///
    /// - Throws: `Faults` of the file, or a `Complaint` with the name that was probably meant.
    func theme(_ wanted: String) throws -> Theme {
        if wanted.contains("/") || Self.isFile(wanted) {
            return try Self.read((wanted as NSString).expandingTildeInPath)
        }
        for (path, origin) in folders {
            for ending in ["yaml", "yml"] {
                let file = (path as NSString).appendingPathComponent("\(wanted).\(ending)")
                if FileManager.default.fileExists(atPath: file) {
                    return try Self.read(file, within: origin == Self.shared ? premises : nil)
                }
            }
        }
        if let theme = Theme.builtIn(named: wanted) { return theme }
        let known = choices.map(\.name)
        let hint = nearest(to: wanted, among: known).map { "did you mean \($0)?" } ?? "there are \(listed(known))"
        throw Complaint("there is no theme \(wanted): \(hint)")
    }

    private static func read(_ path: String, within premises: Premises? = nil) throws -> Theme {
        let scheme = try Scheme.read(path: path, roles: Role.allCases.map(\.name), within: premises)
        guard let palette = Palette(scheme.colors) else { throw Complaint("\(path) has not sixteen colours") }
        let roles = Role.allCases.compactMap { role in scheme.roles[role.name].map { (role, $0) } }
        return Theme(
            name: ((path as NSString).lastPathComponent as NSString).deletingPathExtension, palette: palette,
            contrast: scheme.contrast ?? 4.5, roles: Dictionary(uniqueKeysWithValues: roles))
    }
}
