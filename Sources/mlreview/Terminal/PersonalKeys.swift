import Agendas
import Council
import Foundation
import Room
import Screen

/// A person's own keys: `keys.yaml` in their configuration folder.
///
/// A fault in it keeps nobody from a meeting: the commands' own keys are in force then, and it is said why.
struct PersonalKeys {
    private(set) var map = KeyMap()
    private(set) var faults: [Fault] = []

    /// The commands' own keys.
    init() {}

    /// The keys of a file before the commands' own; those alone where there is no file, or it is faulty.
    init(path: String) {
        do throws(Faults) {
            let file = try KeysFile<KeyEvent, String?>.load(
                path, key: { name throws(Refusal) in try KeyMap.key(named: name) },
                line: { text throws(Refusal) in try KeyMap.line(text) })
            map = KeyMap(own: file?.rows.map { ($0.key, $0.line) } ?? [])
        } catch {
            faults = error.faults
        }
    }

    /// Where they are: `$XDG_CONFIG_HOME/mlreview/keys.yaml`, `~/.config/mlreview/keys.yaml` where that is not set.
    static func path(in environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
        // The variable counts only as an absolute path (XDG Base Directory Specification).
        if let folder = environment["XDG_CONFIG_HOME"], folder.hasPrefix("/") { return "\(folder)/mlreview/keys.yaml" }
        return "\(environment["HOME"] ?? "~")/.config/mlreview/keys.yaml"
    }

    /// Why the file's keys are not in force; nil if they are.
    var sentence: String? {
        faults.first.map { first in
            let more = faults.count > 1 ? ", and \(counted(faults.count - 1, "more fault"))" : ""
            return "your own keys are not in force: \(first)\(more)"
        }
    }
}
