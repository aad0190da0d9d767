/// A screen and a keyboard. One thread uses it, from start to end.
public protocol Terminal: AnyObject {
    /// The size now; a `.resize` event follows each change.
    var size: Size { get }

    /// Shows a grid, and the cursor where the grid has one. Only what changed is sent.
    func present(_ grid: Grid)

    /// Sleeps until there is input, a descriptor can be read, or the time is up.
    ///
    /// - Parameters:
    ///   - descriptors: Further file descriptors to wake for; the caller reads them.
    ///   - timeout: Milliseconds; nil sleeps until something happens.
    func waitForEvents(descriptors: [Int32], timeout: Int?) -> Wake

    /// Gives the terminal back and stops the process, as Ctrl-Z in a shell does; returns once it continues.
    func suspend()

    /// Gives the terminal back as it was found. Calling it again does nothing.
    func restore()

    /// Runs `body` with the terminal given back, for an external editor, and repaints afterwards.
    func withTerminalReleased<Result>(_ body: () throws -> Result) rethrows -> Result

    /// Draws in these colours from the next `present` on.
    func setTheme(_ theme: Theme)

    /// Whether clicks and scrolling are reported; they are not, to begin with.
    ///
    /// - Returns: Whether they are reported from now on; not where the terminal can't.
    func setMouse(_ isOn: Bool) -> Bool

    /// Hands the terminal a text for the clipboard; see `ClipboardSequence`. Whether it takes it is not known.
    func copy(_ text: String, throughScreen: Bool)

    func beep()
}
