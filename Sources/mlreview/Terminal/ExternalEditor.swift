import Foundation

/// The person's own editor, on a text of theirs.
enum ExternalEditor {
    /// Opens `$VISUAL` or `$EDITOR` on a text, and waits for it.
    ///
    /// - Returns: the text as it was left; nil where there is no editor, or it failed.
    static func edit(_ text: String) -> String? {
        let environment = ProcessInfo.processInfo.environment
        let named = [environment["VISUAL"], environment["EDITOR"]].compactMap { $0 }.first { !$0.isEmpty }
        guard let editor = named ?? ["/usr/bin/editor", "/usr/bin/vi"].first(where: { access($0, X_OK) == 0 }) else {
            return nil
        }
        let folder = NSTemporaryDirectory()
        var template = Array((folder + "/mlreview-note-XXXXXX.md").utf8CString)
        let file = mkstemps(&template, 3)
        guard file >= 0 else { return nil }
        close(file)
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        defer { unlink(path) }
        guard (try? Data(text.utf8).write(to: URL(fileURLWithPath: path))) != nil, run(editor, on: path) else {
            return nil
        }
        guard let edited = FileManager.default.contents(atPath: path) else { return nil }
        return String(decoding: edited, as: UTF8.self)
    }

    /// Runs the editor in the foreground of this terminal. The variable may hold options, so a shell reads it; the
    /// path is an argument of its own.
    private static func run(_ editor: String, on path: String) -> Bool {
        let words = ["/bin/sh", "-c", "\(editor) \"$1\"", "mlreview", path]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child: pid_t = 0
        guard posix_spawn(&child, "/bin/sh", nil, nil, &arguments, environ) == 0 else { return false }
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return status == 0
    }
}
