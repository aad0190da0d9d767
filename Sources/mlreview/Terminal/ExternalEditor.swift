import Foundation
import Host

/// The person's own editor, on a text of theirs.
struct ExternalEditor {
    /// Where the text lies while it is edited: a folder that is the person's alone, if there is one.
    let folder: String

    /// - Parameter folder: that of the record; nil for the one of temporary files.
    init(folder: String?) {
        self.folder = folder.flatMap { access($0, W_OK | X_OK) == 0 ? $0 : nil } ?? NSTemporaryDirectory()
    }

    enum Outcome: Equatable {
        /// The text as it was left.
        case text(String)
        /// It has more bytes than there is room for, and lies in this file, which stays.
        case tooLong(path: String, bytes: Int)
        /// There is no editor, or it did not end well.
        case failed
    }

    /// Opens `$VISUAL` or `$EDITOR` on a text, and waits for it.
    ///
    /// - Parameter most: bytes there is room for; a text that has more already may stay as long as it is.
    func edit(_ text: String, atMost most: Int = .max) -> Outcome {
        let environment = ProcessInfo.processInfo.environment
        let named = [environment["VISUAL"], environment["EDITOR"]].compactMap { $0 }.first { !$0.isEmpty }
        guard let editor = named ?? ["/usr/bin/editor", "/usr/bin/vi"].first(where: { access($0, X_OK) == 0 }) else {
            return .failed
        }
        var template = Array("\(folder)/\(Self.prefix)\(getpid())-XXXXXX.md".utf8CString)
        let file = mkstemps(&template, 3)
        guard file >= 0 else { return .failed }
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        var isKept = false
        defer { if !isKept { unlink(path) } }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        guard (try? handle.write(contentsOf: Data(text.utf8))) != nil, (try? handle.close()) != nil else {
            return .failed
        }
        // The variable may hold options and settings, so a shell reads it; the path is an argument of its own. The editor
        // takes the shell's place: a shell in between would end by Ctrl-C, and would keep signals and stops to itself.
        let program = Program("/bin/sh", ["-c", "exec env \(editor) \"$1\"", "mlreview", path])
        guard program.runInForeground().isSuccess else { return .failed }
        let outcome = Self.outcome(of: path, after: text, atMost: most)
        if case .tooLong = outcome { isKept = true }
        return outcome
    }

    /// What became of a text that was edited in a file.
    static func outcome(of path: String, after text: String, atMost most: Int) -> Outcome {
        // Many editors end the last line.
        if let bytes = size(of: path), bytes > max(most, text.utf8.count + 1) {
            return .tooLong(path: keep(path), bytes: bytes)
        }
        guard let edited = FileManager.default.contents(atPath: path) else { return .failed }
        return .text(String(decoding: edited, as: UTF8.self))
    }

    // MARK: What is too long

    private static func size(of path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    /// Gives a file a name that it keeps.
    ///
    /// - Returns: where it lies then.
    private static func keep(_ path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let name = "kept-\(parts.last?.split(separator: "-").last ?? "text.md")"
        let kept = (parts.dropLast().map(String.init) + [name]).joined(separator: "/")
        return rename(path, kept) == 0 ? kept : path
    }

    // MARK: What a killed program left behind

    /// What an editor was given begins so, with the number of the process that gave it behind.
    private static let prefix = "edit-"

    /// Texts that an editor was given by a program that is gone.
    struct Leftovers {
        /// What people had written into them.
        var texts: [String] = []
        /// Files that are too long for a note, and stay.
        var kept: [String] = []

        /// What became of them; nil where there are none.
        var sentence: String? {
            let back = texts.isEmpty ? [] : ["is back: n, then Up"]
            let fates = back + kept.map { "is too long for a note, and kept whole in \($0)" }
            return fates.isEmpty
                ? nil : "what was in your editor when the program was ended " + fates.joined(separator: "; a text ")
        }
    }

    /// Takes away the texts that an editor was given by a program that is gone.
    ///
    /// - Parameter most: bytes that a note may have.
    static func leftovers(in folder: String?, atMost most: Int) -> Leftovers {
        var found = Leftovers()
        guard let folder else { return found }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names.filter(isLeft).sorted() {
            let path = "\(folder)/\(name)"
            if let bytes = size(of: path), bytes > most {
                found.kept.append(keep(path))
                continue
            }
            let text = FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } ?? ""
            unlink(path)
            if !text.allSatisfy(\.isWhitespace) { found.texts.append(text) }
        }
        return found
    }

    private static func isLeft(_ name: String) -> Bool {
        guard name.hasPrefix(prefix), name.hasSuffix(".md"),
            let process = pid_t(name.dropFirst(prefix.count).prefix { $0.isNumber }), process > 0
        else { return false }
        return kill(process, 0) != 0 && errno == ESRCH
    }
}
