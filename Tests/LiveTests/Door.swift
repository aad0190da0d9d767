import Foundation
import Glibc
import Host
import Synchronization

@testable import Live

/// A way to the host's socket for one person, as a relay under the host's account is one: it can lose the line anywhere.
final class Door: Sendable {
    let socket: MeetingSocket
    /// How many lines were cut.
    let cuts = Atomic<Int>(0)
    /// Whether what the host says gets lost, together with the line.
    let keepsAnswers = Atomic<Bool>(false)
    /// Whether what the terminal says never reaches the host, and how many bytes did not.
    let swallows = Atomic<Bool>(false)
    let swallowed = Atomic<Int>(0)
    private let folder: String
    private let listener: Int32

    /// - Parameter budget: After how many bytes a new line is cut; nil if it holds.
    init(
        to host: MeetingSocket, as handle: String?, budget: @escaping @Sendable () -> Int? = { nil }
    ) throws {
        folder = NSTemporaryDirectory() + "door-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        socket = MeetingSocket(of: HostedMeeting.day, under: folder)
        listener = try socket.listen()
        let listener = listener
        let weak = Weak(door: self)
        Worker.start {
            while case let client = accept(listener, nil, nil), client >= 0 {
                if let inside = try? host.connect() {
                    if let handle {
                        _ = writeAll(
                            Array(
                                "{\"relay\":{\"version\":\(lineVersion),\"on\":\"door\",\"handle\":\"\(handle)\"}}\n"
                                    .utf8),
                            to: inside)
                    }
                    Self.pump(client, inside, budget(), weak)
                    close(inside)
                }
                close(client)
            }
            close(listener)
        }
    }

    private struct Weak: Sendable { weak let door: Door? }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        try? FileManager.default.removeItem(atPath: folder)
    }

    private static func pump(_ client: Int32, _ inside: Int32, _ budget: Int?, _ weak: Weak) {
        var left = budget ?? .max
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            var polled = [client, inside].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            guard poll(&polled, 2, -1) >= 0 || errno == EINTR else { return }
            for (place, target) in [(0, inside), (1, client)] where polled[place].revents != 0 {
                let count = read(polled[place].fd, &buffer, buffer.count)
                guard count > 0, let door = weak.door else { return }
                if place == 1, door.keepsAnswers.load(ordering: .sequentiallyConsistent) { return }
                if place == 0, door.swallows.load(ordering: .sequentiallyConsistent) {
                    door.swallowed.add(count, ordering: .sequentiallyConsistent)
                    continue
                }
                let sent = min(count, left)
                guard writeAll(buffer[..<sent], to: target) else { return }
                left -= sent
                guard left > 0 else {
                    door.cuts.add(1, ordering: .sequentiallyConsistent)
                    return
                }
            }
        }
    }
}

/// Waits for news of a terminal that has joined.
func wait(for joined: JoinedMeeting, seconds: Int = 60, until isDone: (LiveNews) -> Bool) -> Bool {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < deadline {
        if isDone(joined.takeNews()) { return true }
        _ = waitUntilReadable(joined.newsDescriptor, milliseconds: 200)
    }
    return false
}
