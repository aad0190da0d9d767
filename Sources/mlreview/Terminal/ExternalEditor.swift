import Foundation
import Host

/// Opens a text in the person's own editor.
struct ExternalEditor {
    /// The folder of the file that is edited: the record's, which is the person's alone, if it can be used.
    let folder: String

    /// - Parameter folder: the record's; nil for that of temporary files.
    init(folder: String?) {
        self.folder = folder.flatMap { access($0, W_OK | X_OK) == 0 ? $0 : nil } ?? NSTemporaryDirectory()
    }

    enum Outcome: Equatable {
        /// The text as it was left.
        case text(String)
        /// The text has more bytes than there is room for. It stays in this file.
        case tooLong(path: String, bytes: Int)
        /// There is no editor, or it failed.
        case failed
    }

    static let failure = "the editor failed: set $VISUAL or $EDITOR to one that works"

    /// Opens `$VISUAL` or `$EDITOR` on a text, and waits for it.
    ///
    /// - Parameter most: the bytes that there is room for. A text that was longer before may stay as long.
    func edit(_ text: String, atMost most: Int = .max) -> Outcome {
        guard let editor = Self.command else { return .failed }
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
        guard Self.run(editor, on: path) else { return .failed }
        let outcome = Self.outcome(of: path, after: text, atMost: most)
        if case .tooLong = outcome { isKept = true }
        return outcome
    }

    /// Opens the editor on a file that stays, and waits for it.
    func edit(fileAt path: String) -> Outcome {
        guard let editor = Self.command, Self.run(editor, on: path) else { return .failed }
        return Self.outcome(of: path, after: "", atMost: .max)
    }

    /// Whether the person has said which editor is theirs.
    static var isNamed: Bool { named != nil }

    private static var named: String? {
        let environment = ProcessInfo.processInfo.environment
        return [environment["VISUAL"], environment["EDITOR"]].compactMap { $0 }.first { !$0.isEmpty }
    }

    private static var command: String? {
        named ?? ["/usr/bin/editor", "/usr/bin/vi"].first { access($0, X_OK) == 0 }
    }

    private static func run(_ editor: String, on path: String) -> Bool {
        // A shell reads the variable, which may hold options and settings; the path is an argument of its own. `exec` puts
        // the editor in the shell's place: a shell would end by Ctrl-C, and would not pass on signals and stops.
        let program = Program("/bin/sh", ["-c", "exec env \(editor) \"$1\"", "mlreview", path])
        return program.runInForeground().isSuccess
    }

    /// Reads a text back from the file in which it was edited.
    static func outcome(of path: String, after text: String, atMost most: Int) -> Outcome {
        // Many editors add a newline at the end.
        if let bytes = size(of: path), bytes > max(most, text.utf8.count + 1) {
            return .tooLong(path: keep(path), bytes: bytes)
        }
        guard let edited = FileManager.default.contents(atPath: path) else { return .failed }
        return .text(String(decoding: edited, as: UTF8.self))
    }

    // MARK: Texts that are too long

    private static func size(of path: String) -> Int? {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : nil
    }

    /// Renames a file so that it is not taken for a leftover.
    ///
    /// - Returns: its path from then on.
    private static func keep(_ path: String) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let name = "kept-\(parts.last?.split(separator: "-").last ?? "text.md")"
        let kept = (parts.dropLast().map(String.init) + [name]).joined(separator: "/")
        return rename(path, kept) == 0 ? kept : path
    }

    // MARK: Leftovers of a killed program

    /// The beginning of a file's name; the number of the process that made it follows.
    private static let prefix = "edit-"

    /// Files that were in an editor when their program was killed.
    struct Leftovers {
        /// The texts that people had written.
        var texts: [String] = []
        /// Paths of files that are too long for a note, and stay.
        var kept: [String] = []

        /// A sentence on them for the person; nil if there are none.
        var sentence: String? {
            let back = texts.isEmpty ? [] : ["is back: n, then Up"]
            let fates = back + kept.map { "is too long for a note, and kept whole in \($0)" }
            return fates.isEmpty
                ? nil : "what was in your editor when the program was ended " + fates.joined(separator: "; a text ")
        }
    }

    /// Reads and removes the files that a killed program left in a folder.
    ///
    /// - Parameter most: the bytes that a note may have.
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

    /// Whether the process that made the file is gone.
    private static func isLeft(_ name: String) -> Bool {
        guard name.hasPrefix(prefix), name.hasSuffix(".md"),
            let process = pid_t(name.dropFirst(prefix.count).prefix { $0.isNumber }), process > 0
        else { return false }
        return kill(process, 0) != 0 && errno == ESRCH
    }
}
