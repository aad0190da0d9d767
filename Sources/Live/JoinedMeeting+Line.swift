import Council
import Foundation
import Glibc
import Host

/// The line to the host: what it says, and how it is found again.
extension JoinedMeeting {
    /// A frame of the host: the largest holds a docket with its proposals.
    static let longestFrame = 64 << 20

    struct Weak: Sendable {
        weak let meeting: JoinedMeeting?
        init(_ meeting: JoinedMeeting) { self.meeting = meeting }
    }

    /// Reads what the host says until this terminal leaves, and finds the host again when it is lost.
    static func listen(to weak: Weak, _ first: Way.Line, _ read: LineBuffer, by way: Way) {
        var (line, lines) = (first, read)
        while true {
            let ending = follow(weak, line.descriptor, &lines)
            if case .left = ending { return }
            weak.meeting?.explainLoss(line)
            switch ending {
            case .left, .lost: break
            // A relay that finds no host ends at once, and is not started again and again.
            case .notFound: Thread.sleep(forTimeInterval: way.pause)
            }
            guard let found = find(weak, by: way) else { return }
            (line, lines) = (found, LineBuffer(limit: longestFrame))
        }
    }

    private enum Ending {
        /// This terminal has left the meeting.
        case left
        /// The host was there, and is not any more.
        case lost
        /// Nobody said welcome.
        case notFound
    }

    /// Reads what arrives on a line until it ends.
    private static func follow(_ weak: Weak, _ descriptor: Int32, _ lines: inout LineBuffer) -> Ending {
        while true {
            let hasArrived = waitUntilReadable(descriptor, milliseconds: 1000)
            guard let meeting = weak.meeting else {
                close(descriptor)
                return .left
            }
            guard hasArrived, !meeting.read(from: descriptor, &lines) else { continue }
            let wasThere = meeting.state.withLock { $0.lostAt == nil }
            meeting.lose(descriptor)
            return meeting.isOver ? .left : wasThere ? .lost : .notFound
        }
    }

    /// Takes down what the program on the way said, unless it found its way to a relay, which says more.
    private func explainLoss(_ line: Way.Line) {
        guard case .program = way else { return }
        // Within a sentence.
        let said = state.withLock { $0.absent } == nil ? line.lastWords() : nil
        let words = said.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
        let isNew = state.withLock { state in
            defer { (state.whyLost, state.absent) = (words, nil) }
            return state.whyLost != words
        }
        if isNew { news.raise() }
    }

    /// Opens a new line to the host; nil if this terminal has left meanwhile.
    private static func find(_ weak: Weak, by way: Way) -> Way.Line? {
        while let meeting = weak.meeting, !meeting.isOver {
            if let found = try? way.open(mayAsk: false) {
                meeting.greet(found.descriptor)
                return found
            }
            Thread.sleep(forTimeInterval: way.pause)
        }
        return nil
    }

    private var isOver: Bool { state.withLock { $0.isOver || $0.goodbye != nil } }

    func greet(_ descriptor: Int32) {
        let known = state.withLock { ($0.journal?.nextNumber ?? 1) - 1 }
        let hello = ClientFrame.hello(
            version: lineVersion, program: introduction.program, terminal: introduction.terminal, knows: known,
            isPresenter: introduction.isPresenter)
        // Another thread may ask as soon as it can, and the host hears nobody who has not said hello.
        sending.lock()
        defer { sending.unlock() }
        if let line = Self.line(hello) { _ = writeAll(line, to: descriptor) }
        state.withLock { $0.descriptor = descriptor }
    }

    private static func line(_ frame: ClientFrame) -> [UInt8]? {
        (try? JSONEncoder().encode(frame)).map { Array($0) + [UInt8(ascii: "\n")] }
    }

    func send(_ frame: ClientFrame) -> Bool {
        guard let line = Self.line(frame) else { return false }
        // Two threads ask, and none may write when the descriptor is closed: its number may be another file's by then.
        sending.lock()
        defer { sending.unlock() }
        guard let descriptor = state.withLock({ $0.descriptor }) else { return false }
        return writeAll(line, to: descriptor)
    }

    /// - Returns: false if the line has ended.
    func read(from descriptor: Int32, _ lines: inout LineBuffer) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 256 << 10)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return count < 0 && errno == EINTR }
        lines.add(buffer[..<count])
        while let line = lines.next() {
            guard let frame = frame(HostFrame.self, in: line) else { return false }
            take(frame)
        }
        return !lines.isOverfull && state.withLock { $0.goodbye == nil }
    }

    func take(_ frame: HostFrame) {
        switch frame {
        case .welcome(let version, let program, let date, let handle, let docket, let drafts, let entries):
            outbox?.takeOver()
            state.withLock { state in
                guard version == lineVersion else {
                    state.goodbye =
                        "the host runs mlreview \(program), which speaks version \(version) of the line, and this one "
                        + "speaks version \(lineVersion): install the same on both"
                    return
                }
                (state.date, state.handle, state.lostAt, state.whyLost, state.expected) =
                    (date, handle, nil, nil, entries)
                for draft in drafts { state.drafts[draft.item] = draft.text }
                if let docket, entries == 0 {
                    state.journal = Journal(docket: docket)
                    state.changedFrom = 1
                }
            }
        case .entries(let from, let rows): take(rows, from: from)
        case .answer(let id, let why):
            let answer = state.withLock { $0.waiting.removeValue(forKey: id) }
            answer?.content.withLock { $0 = why.map { .refused($0) } ?? .recorded }
            answer?.arrived.signal()
            return
        case .terminals(let terminals): state.withLock { $0.terminals = terminals }
        case .absent(let why): state.withLock { $0.absent = why }
        case .goodbye(let why): if !why.isEmpty { state.withLock { $0.goodbye = why } }
        }
        sendKept()
        news.raise()
    }

    private func take(_ rows: [WireEntry], from: Int) {
        var entries: [Entry] = []
        do throws(PayloadFault) {
            for row in rows { entries.append(try row.entry(coder)) }
        } catch {
            state.withLock {
                $0.goodbye = "the host has recorded what this program does not know (\(error.reason)): update mlreview"
            }
            return
        }
        state.withLock { state in
            // Nothing else holds the journal here, so that it is not copied for each entry.
            if from > 1, state.journal?.nextNumber == from {
                for entry in entries where entry.number == state.journal?.nextNumber { state.journal?.append(entry) }
                return
            }
            let kept = state.journal?.entries.prefix { $0.number < from } ?? []
            state.journal = Journal(entries: Array(kept) + entries) ?? state.journal
            state.changedFrom = min(from, state.changedFrom ?? from)
        }
    }

    private func lose(_ descriptor: Int32) {
        let waiting = state.withLock { state in
            state.descriptor = nil
            state.lostAt = state.lostAt ?? Date()
            defer { state.waiting = [:] }
            return Array(state.waiting.values)
        }
        // Whoever waits in a write is let go.
        shutdown(descriptor, Int32(SHUT_RDWR))
        sending.withLock { _ = close(descriptor) }
        for answer in waiting { answer.arrived.signal() }
        news.raise()
    }
}

extension JoinedMeeting.State {
    /// Whether everything that the host had when it said welcome is here.
    var isWhole: Bool { journal.map { $0.nextNumber > expected } ?? false }
}
