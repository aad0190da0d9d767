import Council
import Foundation
import Glibc
import Host
import Ledger
import Synchronization

/// Talks with the terminals that have joined a meeting, on a thread of its own.
///
/// What a terminal may ask and read follows from the account that the kernel names, never from what the terminal says
/// of itself. Whatever arrives, the host goes on: a terminal that sends anything else than frames is let go.
public final class MeetingHost: Sendable {
    public let shared: SharedMeeting
    public let socket: MeetingSocket
    private let program: String
    private let listener: Int32
    private let isEnding = Atomic<Bool>(false)
    private let hasEnded = DispatchSemaphore(value: 0)
    private let terminals = Mutex<[JoinedTerminal]>([])
    private let own: JoinedTerminal
    /// The account whose relays may say for whom they speak, besides the host's own.
    private let relays: String?

    /// - Parameters:
    ///   - handle: Who sits at the host's terminal; nil if the account is nobody's.
    ///   - relays: An account whose relays may say for whom they speak.
    public init(
        _ shared: SharedMeeting, at socket: MeetingSocket, as handle: Handle?, program: String, relays: String? = nil
    ) throws(LiveError) {
        self.shared = shared
        self.socket = socket
        self.program = program
        self.relays = relays
        own = JoinedTerminal(
            handle: handle, place: Peer.ownAccount, isHost: true, isPresenter: false, since: Date(), heard: Date())
        listener = try socket.listen()
        _ = fcntl(listener, F_SETFL, O_NONBLOCK)
        Worker.start { [self] in serve() }
    }

    /// Everybody who is there, the host first.
    public var present: [JoinedTerminal] { [own] + terminals.withLock { $0 } }

    /// Lets go of all terminals, and waits until the socket is gone.
    public func end() {
        guard !isEnding.exchange(true, ordering: .sequentiallyConsistent) else { return }
        shared.bell.raise()
        hasEnded.wait()
    }

    // MARK: The thread

    private func serve() {
        let talk = HostTalk(shared, program: program, relays: relays, own: own)
        var links: [HostLink] = []
        while !isEnding.load(ordering: .sequentiallyConsistent) {
            var polled = [
                pollfd(fd: shared.bell.descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: links.count < Self.mostLinks ? listener : -1, events: Int16(POLLIN), revents: 0),
            ]
            for link in links {
                let events = POLLIN | (link.output.isEmpty ? 0 : POLLOUT)
                polled.append(pollfd(fd: link.descriptor, events: Int16(events), revents: 0))
            }
            guard poll(&polled, nfds_t(polled.count), talk.isHurried ? 0 : -1) >= 0 || errno == EINTR else { break }
            shared.bell.lower()
            if polled[1].revents != 0 { links += accept() }
            for (link, polled) in zip(links, polled.dropFirst(2)) {
                if polled.revents & Int16(POLLOUT) != 0 { link.flush() }
                if polled.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0 { link.receive() }
                talk.answer(link, all: links)
            }
            talk.tellNews(to: links)
            let before = links.count
            links.removeAll { $0.isOver }
            if links.count != before || polled[1].revents != 0 || talk.hasWelcomed { note(links, talk) }
        }
        for link in links { talk.sayGoodbye(to: link) }
        socket.remove()
        close(listener)
        hasEnded.signal()
    }

    /// More connections wait until others end, so that nobody uses up the program's files.
    private static let mostLinks = 200

    private func accept() -> [HostLink] {
        var links: [HostLink] = []
        while links.count < 16 {
            let descriptor = Glibc.accept(listener, nil, nil)
            guard descriptor >= 0 else { break }
            _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            if let peer = Peer(of: descriptor) {
                links.append(HostLink(descriptor, peer, at: Date()))
            } else {
                close(descriptor)
            }
        }
        return links
    }

    private func note(_ links: [HostLink], _ talk: HostTalk) {
        talk.hasWelcomed = false
        let all = links.compactMap(\.terminal)
        terminals.withLock { $0 = all }
    }
}

extension HostLink {
    /// Nil as long as it has not said hello.
    var terminal: JoinedTerminal? {
        guard let reader else { return nil }
        let from = relayed?.host ?? reader.terminal ?? "here"
        return JoinedTerminal(
            handle: reader.handle, place: "\(peer.account) from \(from)", isHost: false,
            isPresenter: reader.isPresenter, since: since, heard: heard)
    }
}
