import CNcurses

/// The memory that only the start of the program needs.
public enum StartMemory {
    /// Gives it back: the pages of the program's file, and what was allocated and freed again.
    ///
    /// A start goes through more than half of the program, and a meeting of hours through little of it. The kernel keeps the
    /// file in its cache, so that whatever is needed again is there within microseconds. If another program needs the
    /// memory, nothing holds it here.
    ///
    /// Does nothing in a debug build: a debugger writes its breakpoints into these pages.
    public static func giveBack() {
        #if !DEBUG
            memory_give_back_start()
        #endif
    }
}
