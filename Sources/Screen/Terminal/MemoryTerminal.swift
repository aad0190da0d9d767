/// A terminal for tests: its input is a script, and it keeps the last grid presented.
public final class MemoryTerminal: Terminal {
    public private(set) var size: Size
    /// What the next waits return, one element each.
    public var script: [Wake]
    /// The last grid presented.
    public private(set) var grid: Grid?
    /// Grids presented so far.
    public private(set) var presented = 0
    /// Called with each grid.
    public var onPresent: ((Grid) -> Void)?
    public private(set) var theme = Theme.dark
    public private(set) var isMouseOn = false
    /// Whether there is a mouse that can be turned on.
    public var hasMouse = true
    /// The text copied last.
    public private(set) var clipboard: String?
    public private(set) var isRestored = false
    /// Calls of `suspend`, `withTerminalReleased` and `beep`.
    public private(set) var suspensions = 0
    public private(set) var releases = 0
    public private(set) var beeps = 0

    public init(size: Size = Size(rows: 24, columns: 80), script: [Wake] = []) {
        self.size = size
        self.script = script
    }

    /// Types keys; each wait returns one.
    public func type(_ keys: [KeyEvent]) {
        script += keys.map { Wake(events: [.key($0)]) }
    }

    /// Types text, one key for each character; a newline is Enter.
    public func type(_ text: String) {
        type(text.map { $0 == "\n" ? .enter : .character($0) })
    }

    /// Changes the size, which a later wait reports.
    public func resize(_ size: Size) {
        self.size = size
        script.append(Wake(events: [.resize(size)]))
    }

    public func present(_ grid: Grid) {
        self.grid = grid
        presented += 1
        onPresent?(grid)
    }

    /// The next element of the script; once it is used up, no event, as if the time were up.
    ///
    /// Descriptors always count as ready, so that a test need not wait for them. Reading one shows whether it was.
    public func waitForEvents(descriptors: [Int32], timeout: Int?) -> Wake {
        var wake = script.isEmpty ? Wake() : script.removeFirst()
        wake.ready += descriptors.filter { !wake.ready.contains($0) }
        return wake
    }

    public func suspend() {
        suspensions += 1
        script.insert(Wake(events: [.resumed]), at: 0)
    }

    public func restore() { isRestored = true }

    public func withTerminalReleased<Result>(_ body: () throws -> Result) rethrows -> Result {
        releases += 1
        return try body()
    }

    public func setTheme(_ theme: Theme) { self.theme = theme }
    public func setMouse(_ isOn: Bool) -> Bool {
        isMouseOn = isOn && hasMouse
        return isMouseOn
    }
    public func copy(_ text: String, throughScreen: Bool) { clipboard = text }
    public func beep() { beeps += 1 }
}
