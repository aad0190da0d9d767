import Foundation
import Screen

/// A terminal whose other end the test holds: it types there and reads what is drawn.
final class PseudoTerminal: @unchecked Sendable {
    /// The end that a program uses as its terminal.
    let slave: Int32
    /// The path by which another process opens that end.
    let path: String
    private let master: Int32
    private let condition = NSCondition()
    private var received: [UInt8] = []
    private var isOpen = true
    private var isToHangUp = false

    /// - Parameter isHung: Whether nothing is read from the terminal until `catchUp`, as over a broken line.
    init(rows: Int = 24, columns: Int = 80, isHung: Bool = false) throws {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var lock: Int32 = 0
        var number: Int32 = -1
        // TIOCSPTLCK and TIOCGPTN: what unlockpt(3) and ptsname(3) ask Linux, which Swift's Glibc lacks.
        guard master >= 0, ioctl(master, 0x4004_5431, &lock) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
            throw POSIXError(.ENOTTY)
        }
        path = "/dev/pts/\(number)"
        slave = open(path, O_RDWR | O_NOCTTY)
        guard slave >= 0 else { throw POSIXError(.ENOTTY) }
        resize(rows: rows, columns: columns)
        if !isHung { catchUp() }
    }

    /// Reads what is drawn, from now on.
    func catchUp() {
        let thread = Thread { [self, master] in collect(master) }
        thread.start()
    }

    func resize(rows: Int, columns: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    }

    /// Types bytes at the terminal. A long text is typed on a thread of its own, while somebody reads it.
    func type(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count > 1000 else {
            _ = write(master, bytes, bytes.count)
            return
        }
        Thread.detachNewThread { [master] in
            var rest = bytes[...]
            while !rest.isEmpty {
                let sent = rest.withUnsafeBytes { write(master, $0.baseAddress, min($0.count, 4000)) }
                guard sent > 0 else { return }
                rest = rest.dropFirst(sent)
            }
        }
    }

    /// Everything drawn up to and including the first `text` after `offset` bytes; nil if it never comes.
    func output(upTo text: String, from offset: Int = 0) -> String? {
        let wanted = Data(text.utf8)
        let deadline = Date(timeIntervalSinceNow: 20)
        condition.lock()
        defer { condition.unlock() }
        while true {
            let data = Data(received.dropFirst(offset))
            if let range = data.range(of: wanted) {
                return String(decoding: data[..<range.upperBound], as: UTF8.self)
            }
            if !isOpen || !condition.wait(until: deadline) { return nil }
        }
    }

    /// The number of bytes drawn until now. A mark is sent after them and waited for, so that none is missed.
    func count() -> Int {
        let mark = "\u{1}\(UUID().uuidString)"
        _ = write(slave, mark, mark.utf8.count)
        return output(upTo: mark).map { $0.utf8.count } ?? -1
    }

    /// Hangs up, as a terminal window that is closed.
    ///
    /// The reading thread closes the file, because a file that is being read stays open even if it is closed.
    func hangUp() {
        condition.lock()
        isToHangUp = true
        while isOpen { condition.wait() }
        condition.unlock()
    }

    /// The modes that the terminal is in.
    var modes: termios {
        var modes = termios()
        tcgetattr(slave, &modes)
        return modes
    }

    private func collect(_ master: Int32) {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            let isReadable = poll(&waiting, 1, 20) > 0
            let got = isReadable ? read(master, &buffer, buffer.count) : 0
            condition.lock()
            if got > 0 { received += buffer[..<got] }
            if isToHangUp { close(master) }
            if isToHangUp || (isReadable && got <= 0) { isOpen = false }
            let isOver = !isOpen
            condition.broadcast()
            condition.unlock()
            if isOver { return }
        }
    }
}
