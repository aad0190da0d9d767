import Council
import Foundation
import Glibc

/// A terminal as the host sees it: its socket, who is behind it, and what it has been sent.
final class HostLink {
    let descriptor: Int32
    let peer: Peer
    let since: Date
    var heard: Date
    /// Set with the first frame of the terminal.
    var reader: Reader?
    /// For whom a relay speaks; nil if no relay has said so.
    var relayed: Relayed?
    var input = LineBuffer(limit: 4 << 20)
    /// Bytes that the socket has not taken yet.
    private(set) var output: ArraySlice<UInt8> = []
    var isOver = false
    /// Whether what is sent waits for more, and leaves in one piece with it.
    private var isGathering = false

    struct Reader {
        let handle: Handle?
        let terminal: String?
        let isPresenter: Bool
        var right: ReadingRight
        /// The number of the last entry that was sent.
        var sent: Int
    }

    struct Relayed {
        let handle: Handle?
        let host: String
    }

    /// More waits for a terminal that does not read: it is cut off, and reads again from where it was.
    static let mostWaiting = 8 << 20

    init(_ descriptor: Int32, _ peer: Peer, at now: Date) {
        self.descriptor = descriptor
        self.peer = peer
        since = now
        heard = now
    }

    deinit { close(descriptor) }

    /// The terminal gets the entries from this number on again.
    func readAgain(from number: Int) {
        guard let sent = reader?.sent else { return }
        reader?.sent = min(sent, number - 1)
    }

    var isBehind: Bool { output.count > 256 << 10 }

    func send(_ line: [UInt8]) {
        guard !isOver else { return }
        output += line
        if !isGathering { flush() }
        if output.count > Self.mostWaiting { isOver = true }
    }

    /// Sends what is sent meanwhile in one piece: the terminal wakes once.
    func gather(_ body: () -> Void) {
        isGathering = true
        body()
        isGathering = false
        flush()
    }

    /// Gives the socket as much as it takes, and does not wait.
    func flush() {
        while !output.isEmpty, !isOver {
            let count = output.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Self.noSignal) }
            if count > 0 {
                output = output.dropFirst(count)
            } else if errno == EAGAIN || errno == EWOULDBLOCK {
                return
            } else if errno != EINTR {
                isOver = true
            }
        }
        if output.isEmpty { output = [] }
    }

    private static let noSignal = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)

    /// Takes in what has arrived, at most so much at a time that nobody else waits for it.
    func receive() {
        withUnsafeTemporaryAllocation(byteCount: 16 << 10, alignment: 1) { buffer in
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            if count > 0 {
                input.add(buffer[..<count])
            } else if count == 0 || errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR {
                isOver = true
            }
        }
    }
}
