import Council
import Foundation
import Testing

@testable import Ledger
@testable import SQLiteLedger
@testable import mlreview

/// A real terminal for the built program: a shell in a private tmux server, which ends with the test.
final class Tmux {
    private let server = "mlreview-test-" + UUID().uuidString
    let folder: MeetingFolder
    private var hasWaitedInVain = false

    /// - Parameter environment: for the shell, such as `NO_COLOR=1`.
    init(_ folder: MeetingFolder, columns: Int = 120, rows: Int = 40, environment: [String] = []) throws {
        self.folder = folder
        let shell =
            "exec env HOME=\(folder.path) \(environment.joined(separator: " ")) PS1='$ ' bash --norc --noprofile"
        try tmux(["new-session", "-d", "-s", "room", "-x", "\(columns)", "-y", "\(rows)", shell])
        see("$")
    }

    deinit { _ = try? tmux(["kill-server"]) }

    /// The program that was built together with these tests.
    static let program: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return (tests as NSString).deletingLastPathComponent + "/mlreview"
    }()

    // MARK: What the person does

    /// Starts the program on the tests' meeting, whatever today's date is.
    func start(_ arguments: String = "run") {
        enter("\(Tmux.program) \(arguments) --dir \(folder.path) \(MeetingFolder.day)")
    }

    /// Types a line in the shell.
    func enter(_ line: String) {
        type(line)
        press("Enter")
    }

    /// Types text as it is.
    func type(_ text: String) { send(["-l", text]) }

    /// Presses keys by tmux's names, with blanks between them: `n C-z Enter`.
    func press(_ keys: String) { send(keys.split(separator: " ").map(String.init)) }

    private func send(_ keys: [String]) {
        #expect(throws: Never.self) { try tmux(["send-keys", "-t", "room"] + keys) }
    }

    func resize(columns: Int, rows: Int) throws {
        try tmux(["resize-window", "-t", "room", "-x", "\(columns)", "-y", "\(rows)"])
    }

    /// The program that records, by its lease.
    func process() throws -> pid_t {
        struct Holder: Decodable { let process: pid_t }
        let lock = try Data(contentsOf: URL(filePath: "\(folder.path)/.mlreview/\(MeetingFolder.day).lock"))
        return try JSONDecoder().decode(Holder.self, from: lock).process
    }

    // MARK: What the person sees

    func screen(withColors: Bool = false) -> String {
        (try? tmux(["capture-pane", "-p", "-t", "room"] + (withColors ? ["-e"] : []))) ?? ""
    }

    /// A property of the terminal that tmux knows, such as `alternate_on`.
    func state(_ name: String) throws -> String {
        try tmux(["display-message", "-p", "-t", "room", "#{\(name)}"]).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Waits until the screen shows a text.
    func see(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        wait(for: "“\(text)”", sourceLocation) { screen().contains(text) }
    }

    /// Waits until a condition holds. It is checked every hundredth of a second.
    ///
    /// Once that was in vain, what follows on the same screen will most likely be, too, and is waited for a second.
    func wait(for what: String, _ sourceLocation: SourceLocation = #_sourceLocation, until isSo: () -> Bool) {
        let deadline = ContinuousClock.now + .seconds(hasWaitedInVain ? 1 : 120)
        while !isSo() {
            guard ContinuousClock.now < deadline else {
                hasWaitedInVain = true
                Issue.record("waited in vain for \(what) on\n\(screen())", sourceLocation: sourceLocation)
                return
            }
            usleep(10_000)
        }
    }

    /// Waits until this half-typed note is on the disk.
    func waitForDraft(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        wait(for: "the draft “\(text)”", sourceLocation) {
            guard let record = try? SQLiteLedger(reading: folder.path), let day = CalendarDay(MeetingFolder.day) else {
                return false
            }
            return (try? Opened.drafts(of: day, in: record))?.values.contains(text) == true
        }
    }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> String {
        let command =
            ["env", "-u", "TMUX", "-u", "NO_COLOR", "LC_ALL=C.UTF-8", "tmux", "-u", "-L", server, "-f", "/dev/null"]
            + arguments
        // `Process` waits until the last holder of its socket is gone, and the server would be one.
        let (status, text) = Tmux.run(command)
        guard status == 0 else { throw Failed(command: arguments) }
        return text
    }

    struct Failed: Error { let command: [String] }

    /// Runs a command that inherits nothing from this process.
    private static func run(_ command: [String]) -> (status: Int32, output: String) {
        let output = Pipe()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output.fileHandleForWriting.fileDescriptor, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // The threads that run tests have signals blocked, which every process below would inherit.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let alone = #"for file in /proc/$$/fd/*; do n=${file##*/}; ((n > 2)) && eval "exec $n>&-"; done; exec "$@""#
        var words: [UnsafeMutablePointer<CChar>?] =
            (["bash", "-c", alone, "alone"] + command).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child: pid_t = 0
        guard posix_spawnp(&child, "bash", &actions, &attributes, &words, environ) == 0 else { return (127, "") }
        try? output.fileHandleForWriting.close()
        // The server, which the first command leaves behind, keeps its output: only what asks is read to its end.
        let isQuery = command.contains("capture-pane") || command.contains("display-message")
        let text = isQuery ? output.fileHandleForReading.readDataToEndOfFile() : Data()
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return (status, String(decoding: text, as: UTF8.self))
    }
}
