import Foundation
import System

/// The person's own editor, on a text of theirs.
struct ExternalEditor {
    /// Where the text lies while it is edited: a folder that is the person's alone, if there is one.
    let folder: String

    /// - Parameter folder: that of the record; nil for the one of temporary files.
    init(folder: String?) {
        self.folder = folder.flatMap { access($0, W_OK | X_OK) == 0 ? $0 : nil } ?? NSTemporaryDirectory()
    }

    /// Opens `$VISUAL` or `$EDITOR` on a text, and waits for it.
    ///
    /// - Returns: the text as it was left; nil where there is no editor, or it failed.
    func edit(_ text: String) -> String? {
        let environment = ProcessInfo.processInfo.environment
        let named = [environment["VISUAL"], environment["EDITOR"]].compactMap { $0 }.first { !$0.isEmpty }
        guard let editor = named ?? ["/usr/bin/editor", "/usr/bin/vi"].first(where: { access($0, X_OK) == 0 }) else {
            return nil
        }
        var template = Array("\(folder)/\(Self.prefix)\(getpid())-XXXXXX.md".utf8CString)
        let file = mkstemps(&template, 3)
        guard file >= 0 else { return nil }
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        defer { unlink(path) }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        guard (try? handle.write(contentsOf: Data(text.utf8))) != nil, (try? handle.close()) != nil else { return nil }
        // The variable may hold options and settings, so a shell reads it; the path is an argument of its own. The editor
        // takes the shell's place: a shell in between would end by Ctrl-C, and would keep signals and stops to itself.
        let program = Program("/bin/sh", ["-c", "exec env \(editor) \"$1\"", "mlreview", path])
        guard program.runInForeground().isSuccess, let edited = FileManager.default.contents(atPath: path) else {
            return nil
        }
        return String(decoding: edited, as: UTF8.self)
    }

    // MARK: What a killed program left behind

    /// What an editor was given begins so, with the number of the process that gave it behind.
    private static let prefix = "edit-"

    /// Takes away the texts that an editor was given by a program that is gone.
    ///
    /// - Returns: what people had written into them.
    static func leftovers(in folder: String?) -> [String] {
        guard let folder else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter(isLeft).sorted().compactMap { name in
            let path = "\(folder)/\(name)"
            defer { unlink(path) }
            let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
            return text.allSatisfy(\.isWhitespace) ? nil : text
        }
    }

    private static func isLeft(_ name: String) -> Bool {
        guard name.hasPrefix(prefix), name.hasSuffix(".md"),
            let process = pid_t(name.dropFirst(prefix.count).prefix { $0.isNumber }), process > 0
        else { return false }
        return kill(process, 0) != 0 && errno == ESRCH
    }
}
