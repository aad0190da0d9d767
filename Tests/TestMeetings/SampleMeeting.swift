import Council
import Foundation

/// A whole meeting, held act by act through the council's rules.
package struct SampleMeeting {
    package private(set) var journal: Journal
    private var now: Date

    /// - Parameter start: 25 Nov 2026, 10:00 in Los Angeles, if nothing else is said.
    package init(docket: Docket = .sample, start: Double = 1_795_629_600) {
        now = Date(timeIntervalSince1970: start)
        journal = Journal(docket: docket)
        journal.append(Entry(number: 1, at: now, act: .docket(docket)))
    }

    /// Asks and records, so many seconds later.
    package mutating func ask(after seconds: Double = 20, _ request: Request) throws {
        now += seconds
        for act in try journal.consider(request, at: now) {
            journal.append(Entry(number: journal.nextNumber, at: now, act: act))
        }
    }

    package mutating func roll(_ present: [String], remote: [String] = []) throws {
        for handle in present { try ask(after: 0, .roll(who: Handle(handle), presence: .present)) }
        for handle in remote { try ask(after: 0, .roll(who: Handle(handle), presence: .remote)) }
    }

    package mutating func vote(yes: [String], no: [String] = [], abstain: [String] = []) throws {
        for handle in yes { try ask(after: 3, .vote(who: Handle(handle), choice: .yes, reason: nil)) }
        for handle in no { try ask(after: 3, .vote(who: Handle(handle), choice: .no, reason: nil)) }
        for handle in abstain { try ask(after: 3, .vote(who: Handle(handle), choice: .abstain, reason: nil)) }
    }

    package mutating func say(_ who: String?, _ text: String, as kind: Note.Kind = .plain, after seconds: Double = 60)
        throws
    {
        try ask(after: seconds, .note(speaker: who.map { Handle($0) }, kind: kind, text: text))
    }
}
