import CNcurses
import Glibc

/// The one path that gives the terminal back: at the end, on a signal, in a crash, for a stop, for an editor.
///
/// The state is kept in C, because a signal handler may use neither Swift's runtime nor the heap.
enum TerminalGuard {
    /// Remembers the terminal's modes and starts catching signals.
    ///
    /// - Parameter wake: A descriptor that gets a byte, the signal's number, for each signal that the loop acts on.
    static func prepare(output: Int32, wake: Int32) throws(TerminalError) {
        guard screen_note_modes(output) == 0 else { throw .system(String(cString: strerror(errno))) }
        _ = giveBackAtExit
        screen_catch_signals(wake)
    }

    /// From now on the terminal has to be given back.
    ///
    /// - Parameter bytes: The bytes that a crash writes to make the terminal an ordinary one again.
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

    /// Says that whatever is written until `giveBack` serves to give the terminal back.
    static func beginLeaving() { screen_watch_leaving() }

    /// Gives the terminal back, unless it is already.
    static func giveBack() {
        _ = screen_give_back { endwin() }
    }

    /// Restores the signal handlers that were there before.
    static func releaseSignals() { screen_release_signals() }

    /// Says that the loop acts on the signals that woke it. If it does not say so within 5 seconds, a request to end
    /// ends the process by itself.
    static func signalsHeard() { screen_signals_heard() }

    /// Sets how many seconds, at least 1, a request to end waits for a loop that is blocked by its terminal.
    static func setPatience(seconds: UInt32) { screen_set_patience(seconds) }

    /// Makes the keys that interrupt and quit do nothing while the terminal turns them into signals.
    static func ignoreKeys(_ isOn: Bool) { screen_ignore_keys(isOn ? 1 : 0) }

    /// Stops the process; returns once it continues.
    static func stopProcess() { screen_stop_process() }

    private static let giveBackAtExit: Bool = atexit { screen_give_back_at_exit() } == 0
}
