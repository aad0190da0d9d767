import Council
import Foundation
import Ledger
import Testing

@testable import Live

/// Every terminal's meeting is that of the log, as far as its person may read it: to the byte, at every number.
@Suite struct FoldTests {
    /// The same numbers each time.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private static let authors: [Handle] = ["lena", "lena", "lena", "lena", "priya", "bo", "wen", "mei", "noor"]

    @Test(arguments: [1, 2, 3] as [UInt64], [nil, BallotShowing.atTally])
    func itIsTheLogsAtEveryNumber(seed: UInt64, shown: BallotShowing?) throws {
        let meeting = try HostedMeeting(VotingRule(shown: shown))
        let people: [(handle: Handle?, isPresenter: Bool)] = [
            ("priya", false), ("lena", false), ("bo", false), ("noor", false), ("nobody", false), ("wen", true),
        ]
        var doors: [Door] = []
        let terminals = try people.map { person in
            let door = try Door(to: meeting.socket, as: person.handle?.rawValue)
            doors.append(door)
            return try JoinedMeeting.join(
                by: .socket(door.socket), program: "1.0", terminal: nil, isPresenter: person.isPresenter
            ).0
        }
        var dice = Dice(state: seed)
        var numbers = 0
        for _ in 0..<250 {
            let row = try #require(RightsTests.table.randomElement(using: &dice))
            let author = try #require(Self.authors.randomElement(using: &dice))
            let phase = meeting.shared.journal.meeting.phase
            let request: Request =
                switch Int.random(in: 0..<12, using: &dice) {
                case 0: .undo
                case 1: .redo
                case 2...5 where phase == .closed: .reopen(reason: "wrong")
                default: row.request(author)
                }
            let before = meeting.shared.journal.nextNumber
            guard try meeting.shared.take(Submission(request, at: Date(), author: author), known: 0) == nil,
                meeting.shared.journal.nextNumber > before
            else { continue }
            numbers += 1
            let journal = meeting.shared.journal
            let hidden = journal.privateEntries
            for (person, terminal) in zip(people, terminals) {
                let right = ReadingRight(person.handle, in: journal.meeting, isGuest: person.isPresenter)
                let log = Journal(entries: journal.entries.map { journal.entry($0, readBy: right, hiding: hidden) })
                try #require(
                    wait(for: terminal) { Storm.isSame($0.journal, log) },
                    "\(person.handle?.rawValue ?? ""): entry \(journal.nextNumber - 1), \(request)")
            }
        }
        #expect(numbers > 30)
        withExtendedLifetime(doors) {}
    }
}
