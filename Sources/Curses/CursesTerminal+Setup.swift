import CNcurses
import Glibc
import Screen
import Host

/// Finding out what the terminal is, and what it takes to start and stop it.
extension CursesTerminal {
    static let pasteOn: [UInt8] = Array("\u{1B}[?2004h".utf8)
    static let pasteOff: [UInt8] = Array("\u{1B}[?2004l".utf8)

    /// The terminal's name in `TERM`, if a full screen can be shown on it.
    static func name(
        input: Int32, output: Int32, environment: (String) -> String?
    ) throws(TerminalError) -> String {
        guard isatty(input) == 1 && isatty(output) == 1 else { throw .notATerminal }
        guard let name = environment("TERM"), !name.isEmpty else { throw .noName }
        switch screen_check_terminal(name, output) {
        case 1: return name
        case -2: throw .tooSimple(name)
        default: throw .unknown(name)
        }
    }

    static func signalPipe() throws(TerminalError) -> SelfPipe {
        do throws(SystemError) {
            return try SelfPipe()
        } catch {
            throw .system(error.description)
        }
    }

    /// Opens streams for ncurses alone, input and then output, so that it leaves the program's streams as they are.
    static func files(input: Int32, output: Int32) throws(TerminalError) -> [UnsafeMutablePointer<FILE>] {
        var files: [UnsafeMutablePointer<FILE>] = []
        for (descriptor, mode) in [(input, "r"), (output, "w")] {
            let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
            guard copy >= 0, let file = fdopen(copy, mode) else {
                throw .system(String(cString: strerror(errno)))
            }
            files.append(file)
        }
        return files
    }

    /// Starts colours and returns how many there are.
    static func startColors() -> ColorDepth {
        guard has_colors() && start_color() == OK else { return .none }
        use_default_colors()
        if screen_has_direct_color() != 0 { return .direct }
        switch screen_colors() {
        case 256...: return .indexed
        case 16...: return .sixteen
        case 8...: return .eight
        default: return .none
        }
    }

    /// The bytes that make the terminal an ordinary one again, for a crash in which ncurses can't be called.
    static func farewell() -> [UInt8] {
        var bytes = pasteOff
        for capability in ["XM", "op", "sgr0", "cnorm", "rmkx", "rmcup"] {
            if capability == "XM" {
                bytes += Array("\u{1B}[?1006;1000l".utf8)
            } else if let text = screen_capability(capability) {
                bytes += withoutPadding(Array(String(cString: text).utf8))
            }
        }
        return bytes
    }

    /// Removes the waiting times, such as `$<5>`, that descriptions of old terminals have in their sequences.
    static func withoutPadding(_ bytes: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: Array("$<".utf8)), let end = bytes[index...].firstIndex(of: 0x3E) {
                index = end + 1
            } else {
                kept.append(bytes[index])
                index += 1
            }
        }
        return kept
    }
}
