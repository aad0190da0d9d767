import CNcurses
import Glibc

/// The one path that gives the terminal back: at the end, on a signal, in a crash, for a stop, for an editor.
///
/// The state is the C shim's, because a signal handler may touch neither Swift's runtime nor the heap.
enum TerminalGuard {
    /// Notes how the terminal is now, and starts catching signals.
    ///
    /// - Parameter wake: Gets a byte, the signal's number, for each signal that the loop has to act on.
    static func prepare(output: Int32, wake: Int32) throws(TerminalError) {
        guard screen_note_modes(output) == 0 else { throw .system(String(cString: strerror(errno))) }
        _ = giveBackAtExit
        screen_catch_signals(wake)
    }

    /// From here on the terminal has to be given back.
    ///
    /// - Parameter bytes: What a crash writes to make the terminal an ordinary one again.
    static func arm(bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            if let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self) {
                screen_note_bytes(start, buffer.count)
            }
        }
        screen_arm()
    }

    /// Arms again after the terminal was given back for a while.
    static func rearm() { screen_arm() }

    /// Says that everything until `giveBack` is written to give the terminal back.
    static func beginLeaving() { screen_watch_leaving() }

    /// Gives the terminal back, unless it is already.
    static func giveBack() {
        _ = screen_give_back { endwin() }
    }

    /// Signals go again where they went before.
    static func releaseSignals() { screen_release_signals() }

    /// The loop acts on the signals that woke it. Until it says so, a request to end has 5 seconds.
    static func signalsHeard() { screen_signals_heard() }

    /// Seconds, at least 1, that a request to end waits for a loop that a terminal keeps from hearing it.
    static func setPatience(seconds: UInt32) { screen_set_patience(seconds) }

    /// Whether the keys that interrupt and quit do nothing, though the terminal makes signals of them meanwhile.
    static func ignoreKeys(_ isOn: Bool) { screen_ignore_keys(isOn ? 1 : 0) }

    /// Stops the process; returns once it continues.
    static func stopProcess() { screen_stop_process() }

    private static let giveBackAtExit: Bool = atexit { screen_give_back_at_exit() } == 0
}
