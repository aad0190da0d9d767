import Council
import Foundation
import Host
import Ledger
import Synchronization
import Testing

@testable import Live

/// Many people write at once at terminals of their own, while lines are cut anywhere and hosts come and go.
final class Storm: Sendable {
    struct Size: Sendable {
        let members: Int
        let scribes: Int
        let readers: Int
        let acts: Int

        var memberHandles: [Handle] { (1...members).map { Handle("m\($0)") } }
        var scribeHandles: [Handle] { (1...scribes).map { Handle("s\($0)") } }
        /// The first ones have a name, the others are guests.
        var readerHandles: [Handle?] { (0..<readers).map { $0 < 5 ? Handle("p\($0)") : nil } }

        /// A council of that size, with the first member in the chair.
        var roster: Roster {
            Roster(
                name: "ML Council", chair: Chair(member: "m1"),
                members: memberHandles.map { Member(handle: $0, name: $0.rawValue.uppercased()) },
                practitioners: ([Handle("lena")] + scribeHandles + readerHandles.compactMap(\.self)).map {
                    Member(handle: $0, name: $0.rawValue.uppercased())
                })
        }
    }

    struct Report: CustomStringConvertible {
        var (entries, votes, kept, refused, cuts, kills) = (0, 0, 0, 0, 0, 0)
        /// What was promised and is not there; what is there twice, under another's name, or though it was refused.
        var (lost, doubled, foreign, unwanted) = (0, 0, 0, 0)
        /// Terminals whose meeting is not the log's.
        var different: [String] = []
        var givenBack: [String] = []

        var description: String {
            "storm: \(entries) acts (\(votes) ballots), \(cuts) lines cut, \(kills) hosts killed, \(kept) kept meanwhile, "
                + "\(refused) refused; lost \(lost), doubled \(doubled), under another's name \(foreign), recorded though "
                + "refused \(unwanted), terminals with another meeting \(different.count); given back \(givenBack.count) \(Set(givenBack).sorted())"
        }
    }

    private struct Counts {
        /// Requests that the host has acknowledged, or that their terminal keeps, by who asked.
        var promised: [UUID: Handle] = [:]
        var refused: Set<UUID> = []
        /// What was kept, and refused when it arrived: its words went back to its author, with the reason.
        var givenBack: [UUID: String] = [:]
        var kept = 0
        var running = 0
    }

    private final class Weather: Sendable {
        let isCalm = Atomic<Bool>(false)
    }

    private let size: Size
    private let weather = Weather()
    private let writers: [(handle: Handle, door: Door)]
    private let readers: [(handle: Handle?, door: Door)]
    private let counts = Mutex(Counts())
    private let outbox = NSTemporaryDirectory() + "storm-\(UUID().uuidString.prefix(8))"

    /// - Parameter socket: The host's.
    init(_ size: Size, at socket: MeetingSocket) throws {
        self.size = size
        let weather = weather
        // A third of all lines holds; others are cut in the middle of whatever is said.
        let budget: @Sendable () -> Int? = {
            weather.isCalm.load(ordering: .relaxed) || Int.random(in: 0..<3) == 0 ? nil : Int.random(in: 300...60_000)
        }
        writers = try (size.memberHandles + size.scribeHandles).map {
            ($0, try Door(to: socket, as: $0.rawValue, budget: budget))
        }
        readers = try size.readerHandles.map {
            ($0, try Door(to: socket, as: $0?.rawValue ?? "nobody", budget: budget))
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: outbox) }

    /// - Parameters:
    ///   - kill: Ends the host, and has another one go on.
    ///   - log: What is recorded in the end.
    func run(kills: Int, _ kill: () throws -> Void, log: () throws -> [Entry]) throws -> Report {
        let first = try log().count
        let joinedReaders = try readers.map { try #require(join($0.door)) }
        let joinedWriters = try writers.map { try #require(join($0.door)) }
        // A vote that was not answered is never asked for again by itself: the first one votes until it is recorded.
        let vote = Request.vote(who: "m2", choice: .no, reason: nil)
        while !record(Submission(vote, at: Date(), author: "m2"), joinedWriters[1]) {}
        counts.withLock { $0.running = writers.count }
        for (place, writer) in writers.enumerated() {
            let (joined, share) = (joinedWriters[place], (size.acts + place) / writers.count)
            Worker.start { [self] in
                write(share, as: writer.handle, joined)
                counts.withLock { $0.running -= 1 }
            }
        }
        for stop in 1...max(1, kills) where kills > 0 {
            waitUntil { $0.promised.count >= stop * size.acts / (kills + 1) || $0.running == 0 }
            try kill()
        }
        waitUntil { $0.running == 0 }
        weather.isCalm.store(true, ordering: .sequentiallyConsistent)
        for joined in joinedWriters {
            let isSent = wait(for: joined, seconds: 300) {
                hear($0)
                return $0.lostAt == nil && $0.kept == 0
            }
            #expect(isSent, "what is kept is not sent")
            hear(joined.takeNews())
        }
        let entries = try log()
        for joined in joinedWriters + joinedReaders {
            #expect(
                wait(for: joined, seconds: 300) { $0.journal.nextNumber > entries.count },
                "a terminal does not catch up")
        }
        var report = report(on: Array(entries.dropFirst(first)))
        report.kills = kills
        let journal = try #require(Journal(entries: entries))
        let hidden = journal.privateEntries
        let all = writers.map { ($0.handle as Handle?, $0.door) } + readers
        for ((handle, door), joined) in zip(all, joinedWriters + joinedReaders) {
            report.cuts += door.cuts.load(ordering: .relaxed)
            let right = ReadingRight(handle, in: journal.meeting)
            if !Self.isSame(
                joined.journal, Journal(entries: entries.map { journal.entry($0, readBy: right, hiding: hidden) }))
            {
                report.different.append(handle?.rawValue ?? "a guest")
            }
            joined.leave()
        }
        return report
    }

    /// Whether two terminals have the same, to the byte.
    static func isSame(_ one: Journal, _ other: Journal?) -> Bool {
        guard let other, one.entries.count == other.entries.count, one.meeting == other.meeting else { return false }
        let coder = ActCoder()
        return zip(one.entries, other.entries).allSatisfy {
            $0 == $1 && (try? coder.payload(of: $0.act)) == (try? coder.payload(of: $1.act))
        }
    }

    private func waitUntil(_ isSo: (Counts) -> Bool) { while !counts.withLock({ isSo($0) }) { usleep(2000) } }

    private func report(on entries: [Entry]) -> Report {
        counts.withLock { counts in
            var report = Report()
            var times: [UUID: Int] = [:]
            for entry in entries {
                guard let request = entry.request else { continue }
                times[request, default: 0] += 1
                if case .balloted = entry.act { report.votes += 1 }
                if let owner = counts.promised[request], entry.author != owner { report.foreign += 1 }
                if counts.refused.contains(request) { report.unwanted += 1 }
            }
            report.entries = entries.count
            report.kept = counts.kept
            report.refused = counts.refused.count
            report.lost = counts.promised.keys.count { times[$0] == nil && counts.givenBack[$0] == nil }
            report.givenBack = counts.givenBack.values.sorted()
            report.doubled = times.values.count { $0 > 1 }
            return report
        }
    }

    // MARK: One terminal

    private func join(_ door: Door) -> JoinedMeeting? {
        let deadline = ContinuousClock.now + .seconds(120)
        while ContinuousClock.now < deadline {
            let joined = try? JoinedMeeting.join(
                by: .socket(door.socket), program: "1.0", terminal: nil, isPresenter: false, outbox: outbox)
            if let joined { return joined.0 }
            usleep(5000)
        }
        return nil
    }

    private func write(_ share: Int, as handle: Handle, _ joined: JoinedMeeting) {
        var (done, number) = (0, 0)
        while done < share {
            number += 1
            let meeting = joined.journal.meeting
            let request = request(number, by: handle, in: meeting).written(in: meeting)
            let submission = Submission(request, at: Date(), author: handle)
            if record(submission, joined) { done += 1 }
        }
    }

    /// Asks until there is an answer, as a `Recorder` does.
    private func record(_ submission: Submission, _ joined: JoinedMeeting) -> Bool {
        while true {
            do {
                let answer = try joined.append([], of: submission, clearingDraft: nil)
                return counts.withLock { counts in
                    if case .declined = answer {
                        counts.refused.insert(submission.id)
                        return false
                    }
                    if case .kept = answer { counts.kept += 1 }
                    counts.promised[submission.id] = submission.author
                    return true
                }
            } catch {
                _ = waitUntilReadable(joined.newsDescriptor, milliseconds: 50)
                hear(joined.takeNews())
            }
        }
    }

    private func hear(_ news: LiveNews) {
        counts.withLock { counts in
            for declined in news.declined { counts.givenBack[declined.submission.id] = declined.why }
        }
    }

    private func request(_ number: Int, by handle: Handle, in meeting: Meeting) -> Request {
        let text = "\(handle)-\(number)"
        if size.scribeHandles.contains(handle) {
            switch number % 6 {
            case 0 where handle == "s1": return meeting.openMotion == nil ? .motion(.text("\(text)?")) : .tally
            case 1: return .action(owner: nil, due: nil, text: text)
            // To where the council is already, nothing would be recorded.
            case 2 where handle == "s1": return .go(.item(meeting.currentIndex == 0 ? 2 : 1))
            default: return .note(speaker: size.memberHandles.randomElement(), kind: .plain, text: text)
            }
        }
        switch number % 4 {
        case 0 where meeting.openMotion != nil && handle != "m1":
            return .vote(who: handle, choice: number % 8 == 0 ? .yes : .no, reason: text)
        case 1: return .queue(who: handle, kind: .new)
        default: return .note(speaker: handle, kind: Note.Kind.allCases[number % 6], text: text)
        }
    }
}
