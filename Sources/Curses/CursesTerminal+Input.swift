import CNcurses
import Glibc
import Screen

extension CursesTerminal {
    public func waitForEvents(descriptors: [Int32], timeout: Int?) -> Wake {
        // The program was asked to end while it was stopped, and the caller goes on all the same.
        if !isHeld && missed.isEmpty { resume() }
        let end = timeout.map { ContinuousClock.now + .milliseconds($0) }
        while true {
            let wake = waitOnce(descriptors, until: end)
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
    private func waitOnce(_ descriptors: [Int32], until end: ContinuousClock.Instant?) -> Wake {
        var polled: [pollfd] = []
        polled.reserveCapacity(2 + descriptors.count)
        polled.append(pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0))
        // A negative descriptor is passed over.
        polled.append(pollfd(fd: isInputOpen ? input : -1, events: Int16(POLLIN), revents: 0))
        for descriptor in descriptors { polled.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
        let earlier = pending.deadline.map { deadline in end.map { min($0, deadline) } ?? deadline } ?? end
        let milliseconds = missed.isEmpty ? remaining(until: earlier) : 0
        var wake = Wake()
        let count = poll(&polled, nfds_t(polled.count), milliseconds)
        guard count >= 0 else { return wake }
        if polled[0].revents != 0 || !missed.isEmpty { wake.events += signalEvents() }
        guard isHeld else { return wake }
        if polled[1].revents & Int16(POLLIN) != 0 { wake.events += readInput() }
        if polled[1].revents == 0 { wake.events += events(of: pending.expire(at: .now)) }
        if polled[1].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { isInputOpen = false }
        if polled[1].revents != 0 && !isInputOpen {
            wake.events += events(of: pending.finish())
            wake.events.append(.terminate(signal: SIGHUP))
        }
        for descriptor in polled.dropFirst(2) where descriptor.revents != 0 { wake.ready.append(descriptor.fd) }
        return wake
    }

    /// The events of the signals that have arrived.
    private func signalEvents() -> [InputEvent] {
        var events: [InputEvent] = []
        let signals = missed + arrivedSignals()
        missed = []
        TerminalGuard.signalsHeard()
        for signal in signals {
            switch signal {
            case SIGWINCH:
                takeSize()
                events.append(.resize(size))
            case SIGTSTP, SIGTTIN, SIGTTOU:
                events += stop()
            case SIGCONT:
                guard isHeld else { continue }
                resume()
                events.append(.resumed)
            default:
                events.append(.terminate(signal: signal))
            }
        }
        return events
    }

    /// Stops the process; once it continues, returns what happened meanwhile. A process that was asked to end goes on to
    /// its end.
    private func stop() -> [InputEvent] {
        guard !isAskedToEnd else { return [] }
        let before = size
        suspend()
        let ends = missed.filter(CursesTerminal.asksToEnd)
        missed = []
        var events: [InputEvent] = ends.map { .terminate(signal: $0) }
        guard isHeld else { return events }
        if size != before { events.append(.resize(size)) }
        events.append(.resumed)
        return events
    }

    /// The most bytes that are read before the loop goes on.
    private static let most = 65_536

    /// Everything that was typed and pasted so far.
    ///
    /// What is typed after Ctrl-Z is for the shell and must stay unread. Keys are therefore read one byte at a time; a
    /// paste is read as fast as it comes.
    private func readInput() -> [InputEvent] {
        var events: [InputEvent] = []
        var taken = 0
        repeat {
            guard let bytes = readOnce(atMost: pending.isPasting ? CursesTerminal.most : 1) else {
                isInputOpen = false
                return events
            }
            taken += bytes.count
            events += self.events(of: pending.take(bytes, at: .now))
        } while isHeld && taken < CursesTerminal.most && waitingBytes > 0
        return events
    }

    /// Bytes that can be read without waiting.
    private var waitingBytes: Int32 {
        var count: Int32 = 0
        return ioctl(input, UInt(FIONREAD), &count) == 0 ? count : 0
    }

    /// Reads what is there; nil if the input has ended.
    private func readOnce(atMost most: Int) -> [UInt8]? {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            let got = read(input, buffer.baseAddress, most)
            count = max(0, got)
            failed = got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN)
        }
        return failed ? nil : bytes
    }

    /// The events of pieces of input.
    private func events(of pieces: [InputBuffer.Piece]) -> [InputEvent] {
        var events: [InputEvent] = []
        for piece in pieces {
            switch piece {
            case .character(let character):
                let key = decoder.decode(character: character)
                if key == .control("z") { events += stop() } else { events.append(.key(key)) }
            case .sequence(let sequence): for key in decoder.decode(sequence: sequence) { events.append(.key(key)) }
            case .mouse(let mouse): if isMouseOn { events.append(.mouse(mouse)) }
            case .paste(let text): events.append(.paste(text))
            }
        }
        return events
    }

    /// The signals that have arrived since the last call, in order, each once.
    func arrivedSignals() -> [Int32] {
        var arrived: [Int32] = []
        for number in signals.take().map(Int32.init) where !arrived.contains(number) { arrived.append(number) }
        if arrived.contains(where: CursesTerminal.asksToEnd) { isAskedToEnd = true }
        return arrived
    }
}
