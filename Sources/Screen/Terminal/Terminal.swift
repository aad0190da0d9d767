/// A screen and a keyboard. One thread uses it, from start to end.
public protocol Terminal: AnyObject {
    /// The size now; a `.resize` event follows each change.
    var size: Size { get }

    /// Shows a grid, and its cursor if it has one. Only what changed is sent.
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

    /// Turns reports of clicks and scrolling on or off. At the start they are off.
    ///
    /// - Returns: Whether they are on now; a terminal without a mouse leaves them off.
    func setMouse(_ isOn: Bool) -> Bool

    /// Hands the terminal a text for the clipboard; see `ClipboardSequence`. Terminals don't say whether they took it.
    func copy(_ text: String, throughScreen: Bool)

    func beep()
}

/// Why a wait ended. With neither events nor descriptors, its time was up.
public struct Wake: Hashable, Sendable {
    /// Everything that was pending, in order.
    public var events: [InputEvent]
    /// Those of the caller's descriptors that can be read, or whose other end is closed.
    public var ready: [Int32]

    public init(events: [InputEvent] = [], ready: [Int32] = []) {
        self.events = events
        self.ready = ready
    }
}

/// Something that reached the program through its terminal.
public enum InputEvent: Hashable, Sendable {
    case key(KeyEvent)
    /// Text pasted in one go. It may hold newlines and anything else: it is not made safe.
    case paste(String)
    case resize(Size)
    case mouse(MouseEvent)
    /// The program is back in the foreground after a stop; the screen has been painted again.
    case resumed
    /// The program was asked to end by this signal (SIGTERM, SIGHUP, SIGINT), or its terminal is gone (SIGHUP).
    case terminate(signal: Int32)
}

extension InputEvent {
    /// Whether somebody asks the program to end.
    public var isTermination: Bool {
        if case .terminate = self { true } else { false }
    }
}

/// What a mouse did.
public struct MouseEvent: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case press, release, scrollUp, scrollDown
    }

    public var kind: Kind
    public var position: Position

    public init(_ kind: Kind, at position: Position) {
        self.kind = kind
        self.position = position
    }
}
