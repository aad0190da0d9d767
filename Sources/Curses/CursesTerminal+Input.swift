import CNcurses
import Glibc
import Screen

extension CursesTerminal {
    public func waitForEvents(descriptors: [Int32], timeout: Int?) -> Wake {
        let end = timeout.map { ContinuousClock.now + .milliseconds($0) }
        while true {
            let wake = waitOnce(descriptors, milliseconds: remaining(until: end))
            if !wake.events.isEmpty || !wake.ready.isEmpty { return wake }
            if let end, ContinuousClock.now >= end { return wake }
        }
    }

    /// Milliseconds left, rounded up so that the wait doesn't end early; −1 without an end.
    private func remaining(until end: ContinuousClock.Instant?) -> Int32 {
        guard let end else { return -1 }
        let left = ContinuousClock.now.duration(to: end)
        guard left > .zero else { return 0 }
        let (seconds, attoseconds) = left.components
        return Int32(clamping: seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }

    /// Sleeps in poll(2) once. What wakes it may turn out to be nothing.
    private func waitOnce(_ descriptors: [Int32], milliseconds: Int32) -> Wake {
        var polled = [pollfd(fd: wakePipe.reader, events: Int16(POLLIN), revents: 0)]
        // A negative descriptor is passed over.
        polled.append(pollfd(fd: isInputOpen ? input : -1, events: Int16(POLLIN), revents: 0))
        for descriptor in descriptors { polled.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
        var wake = Wake()
        guard poll(&polled, nfds_t(polled.count), milliseconds) > 0 else { return wake }
        if polled[0].revents != 0 { wake.events += signalEvents() }
        if polled[1].revents & Int16(POLLIN) != 0 { wake.events += pendingKeys() }
        if polled[1].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 {
            isInputOpen = false
            wake.events.append(.terminate(signal: SIGHUP))
        }
        wake.ready = polled.dropFirst(2).filter { $0.revents != 0 }.map(\.fd)
        return wake
    }

    /// What the signals that arrived mean.
    private func signalEvents() -> [InputEvent] {
        var events: [InputEvent] = []
        let signals = wakePipe.drain()
        TerminalGuard.signalsHeard()
        for signal in signals {
            switch signal {
            case SIGWINCH:
                takeSize()
                events.append(.resize(size))
            case SIGTSTP, SIGTTIN, SIGTTOU:
                events += stop()
            case SIGCONT:
                resume()
                events.append(.resumed)
            default:
                events.append(.terminate(signal: signal))
            }
        }
        return events
    }

    /// Stops the process, and says what happened once it continues.
    private func stop() -> [InputEvent] {
        let before = size
        suspend()
        let missed = wakePipe.drain().filter { $0 != SIGCONT && $0 != SIGTSTP && $0 != SIGWINCH }
        var events: [InputEvent] = missed.map { .terminate(signal: $0) }
        if size != before { events.append(.resize(size)) }
        events.append(.resumed)
        return events
    }

    /// Everything that was typed and pasted so far.
    private func pendingKeys() -> [InputEvent] {
        var events: [InputEvent] = []
        var value: UInt32 = 0
        while true {
            switch screen_next_key(&value) {
            case 0:
                guard let key = decoder.decode(character: value) else { continue }
                events += keyEvents(key)
            case 1:
                events += functionEvents(decoder.decode(code: value))
            default:
                return events
            }
        }
    }

    /// The events of a character that was read. Escape with a character right behind it is Alt.
    private func keyEvents(_ key: KeyEvent) -> [InputEvent] {
        if key == .control("z") { return stop() }
        guard key == .escape else { return [.key(key)] }
        var value: UInt32 = 0
        switch screen_next_key(&value) {
        case 0:
            guard let next = decoder.decode(character: value) else { return [.key(.escape)] }
            if next == .escape { return [.key(.escape), .key(.escape)] }
            return [.key(.alt(next))]
        case 1:
            let read = decoder.decode(code: value)
            if case .key(let next) = read { return [.key(.alt(next))] }
            return [.key(.escape)] + functionEvents(read)
        default:
            return [.key(.escape)]
        }
    }

    private func functionEvents(_ read: KeyDecoder.Read) -> [InputEvent] {
        switch read {
        case .key(let key): return [.key(key)]
        case .pasteBegins: return [.paste(PasteReader(input: input).read())]
        case .mouse: return mouseEvents()
        case .nothing: return []
        }
    }

    /// What the mouse did. ncurses takes what arrives at once, such as a press and its release, for one key, and hands
    /// out the last of it first.
    private func mouseEvents() -> [InputEvent] {
        let kinds: [Int32: MouseEvent.Kind] = [1: .press, 2: .release, 3: .scrollUp, 4: .scrollDown]
        var events: [InputEvent] = []
        while true {
            let mouse = screen_next_mouse()
            guard let kind = kinds[mouse.kind] else { return events.reversed() }
            events.append(.mouse(MouseEvent(kind, at: Position(row: Int(mouse.row), column: Int(mouse.column)))))
        }
    }
}
