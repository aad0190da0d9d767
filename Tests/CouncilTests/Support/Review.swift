import Foundation

@testable import Council

/// A meeting driven by lines as they are typed, one second after another. ` / ` stands between lines.
struct Review {
    private(set) var journal: Journal
    private(set) var now = Date(timeIntervalSince1970: 1_795_600_000)

    var meeting: Meeting { journal.meeting }
    var item: Item { meeting.current! }

    init(_ docket: Docket = TestCouncil.docket()) {
        journal = Journal(docket: docket)
        record(.docket(docket))
    }

    /// A meeting of seven under a rule, of whom the first `present` are in the room, at item 1.
    init(_ rule: String, seats: Int = 7, present: Int? = nil, _ lines: String = "") throws {
        self.init(TestCouncil.docket(roster: TestCouncil.roster(seats: seats, rule: VotingRule(words: rule))))
        for member in TestCouncil.everybody.prefix(present ?? seats) { try type("roll \(member.handle) present") }
        try type("open / go 1")
        try type(lines)
    }

    mutating func record(_ act: Act) {
        now += 1
        journal.append(Entry(number: journal.nextNumber, at: now, act: act))
    }

    mutating func ask(_ request: Request) throws(Refusal) {
        for act in try journal.consider(request, at: now) { record(act) }
    }

    /// Asks as a terminal does, which signs.
    mutating func submit(_ submission: Submission) throws(Refusal) {
        for entry in try journal.propose(submission) {
            now += 1
            journal.append(entry)
        }
    }

    mutating func type(_ lines: String) throws {
        for line in lines.split(separator: " / ", omittingEmptySubsequences: true) where !line.trimmed.isEmpty {
            do { try ask(Request(line: line.trimmed)) } catch {
                throw Refused(line: line.trimmed, sentence: error.sentence)
            }
        }
    }

    /// Gives the ballots of seats in order: `y` yes, `n` no, `a` abstain, `r` recuse, `.` silent, `-` not in the room;
    /// a capital: voted so, and left before the tally.
    mutating func vote(_ seats: String) throws {
        for (seat, member) in zip(seats, meeting.roster.members) {
            guard let choice = Self.choices[Character(seat.lowercased())] else { continue }
            try type("vote \(member.handle) \(choice.rawValue)")
        }
        for (seat, member) in zip(seats, meeting.roster.members) where seat.isUppercase {
            try type("roll \(member.handle) absent")
        }
    }

    /// What is told of the last of some acts.
    func told(_ isMeant: (Act) -> Bool) -> [String]? {
        journal.entries.last { isMeant($0.act) }?.act.told(in: journal)
    }

    /// The refusal of a line; `allowed` where it is not refused.
    func refusal(of line: String) -> String {
        do throws(Refusal) {
            _ = try journal.consider(Request(line: line), at: now)
            return "allowed"
        } catch {
            return error.sentence
        }
    }

    static let choices: [Character: Ballot.Choice] = ["y": .yes, "n": .no, "a": .abstain, "r": .recuse]

    /// The tally of a vote on the first item, for a council of as many seats as there are letters.
    static func tally(_ seats: String, _ rule: String) throws -> Tally {
        var review = Review(
            TestCouncil.docket(roster: TestCouncil.roster(seats: seats.count, rule: VotingRule(words: rule))))
        for (seat, member) in zip(seats, review.meeting.roster.members) where seat != "-" {
            try review.type("roll \(member.handle) present")
        }
        // Somebody has to be there to call the meeting to order.
        try review.type("roll lena present / open / go 1 / motion")
        try review.vote(seats)
        let live = review.meeting.liveTally(of: review.meeting.openMotion!)
        try review.type("tally")
        let frozen = review.item.motions[0].tally!
        guard live == frozen else { throw Refused(line: "tally", sentence: "\(live) is not \(frozen)") }
        return frozen
    }
}

/// A line that a test needed and that the rules refused.
struct Refused: Error, CustomStringConvertible {
    let line: String
    let sentence: String

    var description: String { "`\(line)` was refused: \(sentence)" }
}
