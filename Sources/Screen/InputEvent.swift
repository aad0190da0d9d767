/// Something that reached the program through its terminal.
public enum InputEvent: Hashable, Sendable {
    case key(KeyEvent)
    /// Text pasted in one go; may hold newlines, and anything else: it is not made safe.
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
