import Council
import Foundation
import Glibc
import Host
import Ledger
import Testing

@testable import Live

/// Frames that arrive together, before the terminals have been told what came of the first.
@Suite struct HostTalkTests {
    private static let secret = "planted-4713"

    /// A terminal and the host's end of its line, on this thread.
    private struct Pair {
        let link: HostLink
        let terminal: RawTerminal

        init() throws {
            var ends: [Int32] = [-1, -1]
            try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
            for end in ends { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
            link = HostLink(ends[0], try #require(Peer(of: ends[0])), at: Date())
            terminal = RawTerminal(ends[1])
        }

        /// Everything that has arrived so far.
        func text() -> String {
            while (try? terminal.next()) ?? nil != nil {}
            return terminal.text
        }
    }

    private func talk(_ meeting: HostedMeeting) -> HostTalk {
        HostTalk(
            meeting.shared, program: "1", relays: nil,
            own: JoinedTerminal(
                handle: "lena", place: "here", isHost: true, isPresenter: false, since: Date(), heard: Date()))
    }

    private func join(_ handle: String, _ talk: HostTalk, _ links: inout [HostLink]) throws -> Pair {
        let pair = try Pair()
        links.append(pair.link)
        pair.terminal.say("{\"relay\":{\"version\":\(lineVersion),\"on\":\"x\",\"handle\":\"\(handle)\"}}")
        pair.terminal.say(
            "{\"hello\":{\"version\":\(lineVersion),\"program\":\"x\",\"knows\":0,\"isPresenter\":false}}")
        pair.link.receive()
        talk.answer(pair.link, all: links)
        return pair
    }

    @Test func aNoteThatHasBecomePrivateIsNotSentAsItWas() throws {
        let meeting = try HostedMeeting()
        let talk = talk(meeting)
        var links: [HostLink] = []
        try meeting.record(.note(speaker: "wen", kind: .plain, text: Self.secret))
        let first = try join("a-guest", talk, &links)
        talk.tellNews(to: links)
        #expect(first.text().contains(Self.secret), "it is no secret yet")
        try meeting.record(.correct(note: 1, .kind(.private)))
        let second = try join("another-guest", talk, &links)
        talk.tellNews(to: links)
        #expect(second.text().contains("corrected"))
        #expect(!second.text().contains(Self.secret))
    }

    @Test func whoIsNoScribeAnyMoreReadsNoMoreFromThatMoment() throws {
        let meeting = try HostedMeeting()
        let talk = talk(meeting)
        var links: [HostLink] = []
        try meeting.record(.scribe(who: "bo"))
        let bo = try join("bo", talk, &links)
        talk.tellNews(to: links)
        try meeting.record(.undo)
        try meeting.record(.note(speaker: nil, kind: .private, text: Self.secret))
        try bo.terminal.ask(.note(speaker: "bo", kind: .plain, text: "mine"))
        bo.link.receive()
        talk.answer(bo.link, all: links)
        talk.tellNews(to: links)
        #expect(bo.text().contains("mine"))
        #expect(!bo.text().contains(Self.secret))
    }
}
