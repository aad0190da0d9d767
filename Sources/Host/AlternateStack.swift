import Glibc

/// A second stack for the signal handlers of a thread.
///
/// A thread that has used up its stack has no room for a handler. The system would end the program at once, and the
/// terminal would not be given back. On a second stack the handler runs and gives it back.
public enum AlternateStack {
    /// In bytes: several times what a handler of this program needs.
    private static let size = 64 * 1024

    /// Runs `body` with a second stack for the calling thread.
    public static func during<Result, Failure>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        var stack = stack_t(ss_sp: memory, ss_flags: 0, ss_size: size)
        var before = stack_t()
        let isInstalled = sigaltstack(&stack, &before) == 0
        defer {
            if isInstalled { sigaltstack(&before, nil) }
            memory.deallocate()
        }
        return try body()
    }
}
