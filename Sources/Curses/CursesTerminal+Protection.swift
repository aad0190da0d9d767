extension CursesTerminal {
    /// Lets the calling thread give the terminal back where its stack overflows, too.
    ///
    /// The thread that makes the terminal has this already. Calling it again does nothing.
    public static func protectThread() { TerminalGuard.protectThread() }
}
