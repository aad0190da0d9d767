import Council
import Foundation
import Glibc
import Ledger

@testable import Live

/// What a terminal says to the host of a meeting, and what a host says to a terminal: lines of JSON.
extension Harness {
    static var live: [Harness] {
        [
            Harness(name: "host") { bytes in
                guard let shared = sharedMeeting(), let (link, other) = link() else { return }
                defer { close(other) }
                let own = JoinedTerminal(
                    handle: Handle("tomas"), place: "here", isHost: true, isPresenter: false, since: start, heard: start
                )
                let talk = HostTalk(shared, program: "1.0", relays: nil, own: own)
                link.input.add(bytes)
                talk.answer(link, all: [link])
                talk.tellNews(to: [link])
                expect(shared.journal.nextNumber > meeting.entries.count, "an entry is lost")
                for line in received(from: other) {
                    expect(
                        (try? JSONDecoder().decode(HostFrame.self, from: Data(line))) != nil,
                        "no terminal reads \(String(decoding: line, as: UTF8.self))")
                }
                shared.journal.expectTold(at: start)
            },
            Harness(name: "joined") { bytes in
                let here = MeetingSocket(of: day, under: "/nowhere")
                let introduction = JoinedMeeting.Introduction(
                    program: "1.0", terminal: nil, isPresenter: false, outbox: nil)
                guard let joined = try? JoinedMeeting(by: .socket(here), introduction) else { return }
                var lines = LineBuffer(limit: 1 << 20)
                lines.add(bytes)
                while let line = lines.next() {
                    guard let frame = frame(HostFrame.self, in: line) else { continue }
                    joined.take(frame)
                }
                let news = joined.takeNews()
                news.journal.expectTold(at: start)
                for terminal in news.terminals ?? [] { _ = LocalTime(zone: "UTC").time(terminal.since) }
            },
        ]
    }

    private static func sharedMeeting() -> SharedMeeting? {
        let ledger = MemoryLedger()
        guard let log = try? ledger.log(of: day) else { return nil }
        let session = Session(ledger, lease: nil, log: log)
        let submission = Submission(.open, at: start, author: nil)
        guard (try? session.append(meeting.entries, of: submission, clearingDraft: nil)) != nil else { return nil }
        return try? SharedMeeting(session, meeting)
    }

    /// The host's end of a socket, and the other one.
    private static func link() -> (HostLink, Int32)? {
        var ends: [Int32] = [-1, -1]
        guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0, let peer = Peer(of: ends[0]) else {
            return nil
        }
        return (HostLink(ends[0], peer, at: start), ends[1])
    }

    private static func received(from socket: Int32) -> [[UInt8]] {
        var lines = LineBuffer(limit: 64 << 20)
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            guard count > 0 else { break }
            lines.add(buffer[..<count])
        }
        var found: [[UInt8]] = []
        while let line = lines.next() { found.append(line) }
        return found
    }
}
