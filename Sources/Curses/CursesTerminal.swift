import CNcurses
import Glibc
import Screen
import Synchronization
import Host

/// The terminal that the program was started in, driven by ncurses.
///
/// ncurses is not thread-safe: the thread that makes a terminal is the one that uses it. There can be one at a time.
public final class CursesTerminal: Terminal {
    public internal(set) var size: Size

    /// How many colours are used. The terminal and `NO_COLOR` decide.
    public var depth: ColorDepth { styles.depth }

    let input: Int32
    let output: Int32
    /// Signal handlers write their numbers into it.
    let signals: SelfPipe
    let decoder: KeyDecoder
    /// Whether the other end of the input is still there.
    var isInputOpen = true
    /// Input that was read and is not complete yet.
    var pending = InputBuffer()
    /// Whether the program has the terminal now. It has not while it is stopped or an editor runs.
    private(set) var isHeld = true
    /// Signals that arrived while the program was stopped.
    var missed: [Int32] = []
    /// Whether a signal has asked the program to end; it does not stop any more.
    var isAskedToEnd = false

    private let screen: OpaquePointer
    private let files: [UnsafeMutablePointer<FILE>]
    private var styles: StyleTable
    /// What the terminal shows; nil if that is unknown.
    private var shown: Grid?
    private var isCursorShown = true
    /// Whether the terminal is left in the colours of a typed line, and not in its own.
    private var restsInTyped = false
    private(set) var isMouseOn = false
    private var isRunning = true
    /// Room for one row of ncurses' cells.
    private var row: [cchar_t] = []

    private static let isInUse = Mutex(false)

    /// Takes over the terminal.
    ///
    /// - Parameters:
    ///   - input: Where keys come from.
    ///   - output: Where the screen is.
    ///   - environment: Looks up `TERM` and `NO_COLOR`.
    /// - Throws: `TerminalError`, whose text says what is wrong and what to do instead.
    public init(
        theme: Theme = .dark, input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO,
        environment: (String) -> String? = { getenv($0).map { String(cString: $0) } }
    ) throws(TerminalError) {
        let isTaken = CursesTerminal.isInUse.withLock { isInUse in
            defer { isInUse = true }
            return isInUse
        }
        guard !isTaken else { throw .inUse }
        TextWidth.useUTF8()
        do throws(TerminalError) {
            let name = try CursesTerminal.name(input: input, output: output, environment: environment)
            let signals = try Self.signalPipe()
            try TerminalGuard.prepare(output: output, wake: signals.writer)
            let files = try CursesTerminal.files(input: input, output: output)
            guard let screen = newterm(name, files[1], files[0]) else {
                TerminalGuard.releaseSignals()
                throw .unknown(name)
            }
            self.input = input
            self.output = output
            self.signals = signals
            self.files = files
            self.screen = screen
        } catch {
            CursesTerminal.isInUse.withLock { $0 = false }
            throw error
        }
        raw()
        noecho()
        nonl()
        keypad(screen_window(), true)
        let isColorless = !(environment("NO_COLOR") ?? "").isEmpty
        styles = StyleTable(theme: theme, depth: isColorless ? .none : CursesTerminal.startColors())
        decoder = KeyDecoder()
        size = Size(rows: 0, columns: 0)
        // By default ncurses stops drawing when a key waits. The loop reads all waiting keys before it draws.
        typeahead(-1)
        useBackground()
        takeSize()
        TerminalGuard.arm(bytes: CursesTerminal.farewell())
        send(CursesTerminal.pasteOn)
    }

    deinit {
        restore()
    }

    public func present(_ grid: Grid) {
        guard isHeld else { return }
        if row.count < grid.columns { row = Array(repeating: cchar_t(), count: grid.columns) }
        let cursor = grid.cursor.flatMap { grid.bounds.contains($0) ? $0 : nil }
        if cursor == nil { rest(inTyped: false) }
        var changed = 0
        var last = -1
        var style = SentStyle()
        grid.forEachChange(since: shown ?? Grid(columns: 0, rows: 0)) { line, columns in
            if line != last, changed == CursesTerminal.unmovableRows, shown != nil {
                sendRows()
                changed = 0
            }
            if line != last { changed += 1 }
            last = line
            write(grid, row: line, columns: columns, in: &style)
        }
        if isCursorShown != (cursor != nil) {
            curs_set(cursor == nil ? 0 : 1)
            isCursorShown = cursor != nil
        }
        if let cursor { wmove(screen_window(), Int32(cursor.row), Int32(cursor.column)) }
        wrefresh(screen_window())
        if shown == nil { shown = grid } else { shown?.update(to: grid) }
        if cursor != nil { rest(inTyped: true) }
    }

    /// Leaves the terminal in the colours of a typed line from now on, so that a key sends its letter and no colours; or in
    /// its own, since those of the line cost more wherever nobody types.
    private func rest(inTyped isOn: Bool) {
        guard isOn != restsInTyped, depth == .indexed || depth == .direct else { return }
        restsInTyped = isOn
        let colors = styles.rest(inTyped: isOn)
        // ncurses sends the colours with what it sends next.
        assume_default_colors(colors.foreground, colors.background)
        if isOn {
            // Otherwise cells of pair 0 would take the page's colours.
            screen_set_background(0, 0)
        } else {
            useBackground()
            if let shown { rewriteTyped(shown) }
        }
    }

    /// Gives what stands in typed lines colours of its own.
    private func rewriteTyped(_ grid: Grid) {
        for row in 0..<grid.rows {
            guard (0..<grid.columns).contains(where: { grid[row, $0].style == StyleTable.typed }) else { continue }
            var style = SentStyle()
            write(grid, row: row, columns: 0..<grid.columns, in: &style)
        }
    }

    public func setTheme(_ theme: Theme) {
        styles.use(theme)
        useBackground()
        repaint()
    }

    /// Makes ncurses clear with the colours of the page.
    private func useBackground() {
        let look = styles.look(of: .plain)
        screen_set_background(look.attributes, look.pair)
    }

    public func setMouse(_ isOn: Bool) -> Bool {
        isMouseOn = screen_set_mouse(isOn ? 1 : 0) != 0
        return isMouseOn
    }

    public func copy(_ text: String, throughScreen: Bool) {
        guard isHeld else { return }
        send(ClipboardSequence.bytes(for: text, throughScreen: throughScreen))
    }

    public func beep() {
        _ = CNcurses.beep()
    }

    public func suspend() {
        release()
        missed += arrivedSignals()
        // Whoever asked it to end, and continued it for that, may not do so again.
        if !isAskedToEnd {
            TerminalGuard.stopProcess()
            missed += arrivedSignals()
        }
        // A program that was asked to end draws nothing more. In the background it would only be stopped again.
        if !isAskedToEnd { resume() }
    }

    /// Whether a signal asks the program to end.
    static func asksToEnd(_ signal: Int32) -> Bool { [SIGTERM, SIGHUP, SIGINT].contains(signal) }

    public func withTerminalReleased<Result>(_ body: () throws -> Result) rethrows -> Result {
        TerminalGuard.ignoreKeys(true)
        release()
        defer {
            resume()
            TerminalGuard.ignoreKeys(false)
        }
        return try body()
    }

    public func restore() {
        guard isRunning else { return }
        release()
        isRunning = false
        delscreen(screen)
        for file in files { fclose(file) }
        TerminalGuard.releaseSignals()
        CursesTerminal.isInUse.withLock { $0 = false }
    }

    /// Reads the size that the terminal has now, and has everything painted anew.
    func takeSize() {
        var rows: Int32 = 0
        var columns: Int32 = 0
        screen_size(output, &rows, &columns)
        if rows > 0 && columns > 0 { resizeterm(rows, columns) }
        size = Size(rows: Int(getmaxy(screen_window())), columns: Int(getmaxx(screen_window())))
        repaint()
    }

    /// Forgets what the terminal shows, so that everything is sent with the next `present`.
    func repaint() {
        shown = nil
        rest(inTyped: false)
        werase(screen_window())
        clearok(screen_window(), true)
    }

    /// Gives the terminal back, for a while or for good.
    private func release() {
        guard isHeld else { return }
        isHeld = false
        TerminalGuard.beginLeaving()
        if isMouseOn { _ = screen_set_mouse(0) }
        send(CursesTerminal.pasteOff)
        if !isCursorShown { curs_set(1) }
        isCursorShown = true
        TerminalGuard.giveBack()
    }

    /// Takes the terminal again.
    func resume() {
        guard isRunning else { return }
        let last = shown
        isHeld = true
        TerminalGuard.rearm()
        reset_prog_mode()
        keypad(screen_window(), true)
        takeSize()
        wrefresh(screen_window())
        if isMouseOn { _ = screen_set_mouse(1) }
        send(CursesTerminal.pasteOn)
        if let last, last.size == size { present(last) }
    }

    /// Writes changed cells of a row to ncurses' window.
    private func write(_ grid: Grid, row line: Int, columns: Range<Int>, in style: inout SentStyle) {
        guard line < size.rows else { return }
        var count = 0
        row.withUnsafeMutableBufferPointer { row in
            var scalars: (UInt32, UInt32, UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0, 0, 0)
            for column in columns {
                let cell = grid[line, column]
                guard cell.width > 0 else { continue }
                let look = styles.look(of: style.of(cell))
                if cell.clusterIndex == nil {
                    scalars = (cell.glyph, 0, 0, 0, 0, 0)
                } else {
                    let glyph = grid.glyph(of: cell)
                    scalars = (glyph.base, glyph.marks[0], glyph.marks[1], glyph.marks[2], glyph.marks[3], 0)
                }
                withUnsafePointer(to: &scalars) { pointer in
                    pointer.withMemoryRebound(to: UInt32.self, capacity: 6) {
                        screen_set_cell(&row[count], $0, look.attributes, look.pair)
                    }
                }
                count += 1
            }
            if let start = UnsafePointer(row.baseAddress) {
                screen_write(Int32(line), Int32(columns.lowerBound), start, Int32(count))
            }
        }
    }

    /// So few changed rows that ncurses never takes them for a part of the screen that moved.
    private static let unmovableRows = 2

    /// Sends the rows written so far, and leaves the cursor where that ends.
    ///
    /// With more rows at once, ncurses looks for rows that moved and scrolls a part of the screen. Some terminals that
    /// call themselves xterm do not know the escape sequences for that, and would show old text in new places.
    private func sendRows() {
        leaveok(screen_window(), true)
        wrefresh(screen_window())
        leaveok(screen_window(), false)
    }

    /// Sends bytes past ncurses, after everything that ncurses had to send.
    private func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
            if sent < 0 && errno == EINTR { continue }
            guard sent > 0 else { return }
            rest = rest.dropFirst(sent)
        }
    }
}
