import Foundation
import Testing

@testable import Council

/// Who may do what, as a table that a council can read: `a` chair, `s` scribe, `m` member, `p` practitioner, `g` guest.
@Suite struct AuthorityTests {
    static let people: [(letter: Character, handle: Handle)] = [
        ("a", "priya"), ("s", "lena"), ("m", "tomas"), ("p", "noor"), ("g", "nobody"),
    ]

    /// What is typed, and the letters of those who may. `@` stands for the one who types.
    static let table: [(line: String, may: String)] = [
        ("roll @ remote", "asmp"), ("roll bo absent", "s"), ("guest Ada Fox", "s"),
        ("note @@ I see", "asmp"), ("note @bo he said", "s"), ("note nobody in particular", "s"),
        ("note @@ concern: mine", "asmp"), ("note private: a secret", "as"),
        ("reword 1 better", "s"), ("reword 2 better", "sm"), ("strike 2", "sm"), ("reword 3 better", "as"),
        ("resolve 2", "sm"), ("queue @", "asmp"), ("queue bo", "s"),
        ("vote @ yes", "am"), ("vote bo yes", "s"), ("go 2", "s"), ("tally", "s"), ("next", "s"),
        ("amend impact = 2 MUSD because I say so", "s"), ("decide approve anyway because X", "s"),
        ("action write it down", "s"), ("topic Another one", "s"), ("recess 5", "s"),
        ("scribe tomas", "as"), ("chair bo because she left", "as"), ("close anyway", "as"), ("undo", "asmp"),
        ("motion proposal by @", "asm"), ("motion proposal by bo", "as"), ("escalate because X", "s"),
        ("reopen because X", "as"),
    ]

    @Test("Everybody does what is theirs, and nothing else", arguments: table, people)
    func who(row: (line: String, may: String), person: (letter: Character, handle: Handle)) throws {
        let review = try Self.meeting()
        let line = row.line.replacingOccurrences(of: "@@", with: "@\(person.handle)")
            .replacingOccurrences(of: " @ ", with: " \(person.handle) ")
            .replacingOccurrences(of: "queue @", with: "queue \(person.handle)")
            .replacingOccurrences(of: "by @", with: "by \(person.handle)")
        let refusal = review.authorityRefusal(of: line, by: person.handle)
        #expect((refusal == nil) == row.may.contains(person.letter), "\(line) by \(person.handle): \(refusal ?? "")")
        if let refusal { #expect(refusal.contains("can't") && refusal.contains(":"), "\(refusal)") }
    }

    /// Lena Ortiz takes notes; note 2 is a member's concern, note 3 a private one.
    static func meeting(_ rule: VotingRule = VotingRule()) throws -> Review {
        let usual = TestCouncil.roster()
        let roster = Roster(
            name: usual.name, chair: usual.chair, members: usual.members,
            practitioners: usual.practitioners + [Member(handle: "noor", name: "Noor Haddad")], voting: rule)
        var review = Review(
            Docket(
                roster: roster,
                agenda: Agenda(date: TestCouncil.day, scribe: "lena", items: TestCouncil.agendaItems),
                proposals: [TestCouncil.prepTime.id: TestCouncil.prepTime, TestCouncil.bare.id: TestCouncil.bare]))
        try review.type("roll priya present / roll tomas present / roll wen present / roll bo present")
        try review.type("roll lena present / roll noor present / open / go 1")
        try review.type("note @wen a word / note @tomas concern: it leaks / note private: a thing / motion")
        return review
    }

    @Test("At a single terminal nobody signs, and all is recorded")
    func unsigned() throws {
        #expect(try Self.meeting().refusal(of: "vote bo yes") == "allowed")
    }

    @Test("A refusal names who can")
    func sentences() throws {
        let review = try Self.meeting()
        #expect(
            review.authorityRefusal(of: "go 2", by: "tomas")
                == "Tomás Vidal can't move the meeting on: the scribe, Lena Ortiz, does")
        #expect(
            review.authorityRefusal(of: "vote noor yes", by: "noor")
                == "Noor Haddad has no seat on the council and can't vote: the members do: "
                + review.meeting.memberList("and"))
        #expect(
            review.authorityRefusal(of: "rule yes because X", by: "tomas")
                == "Tomás Vidal can't rule: the chair, Priya Raman, or the scribe, Lena Ortiz, can")
    }

    @Test("A voice ballot never replaces a member's own; their own replaces a voice ballot")
    func voice() throws {
        var review = try Self.meeting()
        try review.type("vote tomas no", by: "lena")
        #expect(review.meeting.openMotion?.ballots["tomas"]?.isByVoice == true)
        try review.type("vote tomas yes", by: "tomas")
        #expect(review.meeting.openMotion?.ballots["tomas"]?.isByVoice == false)
        #expect(
            review.refusal(of: "vote tomas no", by: "lena")
                == "Tomás Vidal has voted at their own terminal (yes): only they can change that ballot")
        #expect(
            review.refusal(of: "vote tomas no")
                == "Tomás Vidal has voted at their own terminal (yes): only they can change that ballot")
        try review.type("vote tomas abstain", by: "tomas")
    }

    @Test("The council's file says where ballots are taken")
    func places() throws {
        let inRoom = try Self.meeting(VotingRule(from: .room))
        #expect(inRoom.refusal(of: "vote bo yes", by: "lena") == "allowed")
        #expect(
            inRoom.refusal(of: "vote bo yes", by: "bo")
                == "this council votes in the room (`voting.from: room` in council.yaml): say it to the scribe, Lena Ortiz"
        )
        let atTerminals = try Self.meeting(VotingRule(from: .terminal))
        #expect(atTerminals.refusal(of: "vote bo yes", by: "bo") == "allowed")
        #expect(atTerminals.refusal(of: "vote bo yes", by: "lena").hasPrefix("this council votes at terminals"))
        #expect(atTerminals.refusal(of: "rule yes because X", by: "lena").hasPrefix("this council rules at a terminal"))
    }

    @Test("Undo and redo are of one's own")
    func undo() throws {
        var review = try Self.meeting()
        try review.type("vote bo yes", by: "bo")
        try review.type("vote tomas no", by: "tomas")
        try review.type("undo", by: "bo")
        #expect(review.meeting.openMotion?.ballots.keys.sorted() == ["tomas"])
        #expect(
            review.refusal(of: "redo", by: "tomas")
                == "Bo Berg asked for what was undone last, so only they can have it done again")
        try review.type("redo", by: "bo")
        #expect(review.meeting.openMotion?.ballots.keys.sorted() == ["bo", "tomas"])
    }

    @Test("A second scribe does what the first one does")
    func secondScribe() throws {
        var review = try Self.meeting()
        #expect(review.refusal(of: "note @bo words", by: "noor") != "allowed")
        try review.type("scribe noor", by: "lena")
        #expect(review.refusal(of: "note @bo words", by: "noor") == "allowed")
        #expect(review.refusal(of: "note @bo words", by: "lena") == "allowed")
    }

    @Test("The table has a row for each duty, and only one")
    func whole() {
        #expect(
            Authority.table.map(\.duty).sorted { $0.rawValue < $1.rawValue }
                == Duty.allCases.sorted { $0.rawValue < $1.rawValue })
    }
}

extension Review {
    /// What the table of authority says of a line; nil if it allows it, whatever other rules say.
    fileprivate func authorityRefusal(of line: String, by author: Handle) -> String? {
        do {
            try meeting.requireAuthority(of: author, for: Request(line: line))
            return nil
        } catch {
            return error.sentence
        }
    }

    fileprivate func refusal(of line: String, by author: Handle) -> String {
        do {
            _ = try journal.consider(Request(line: line), by: author, at: now)
            return "allowed"
        } catch {
            return error.sentence
        }
    }

    fileprivate mutating func type(_ line: String, by author: Handle) throws {
        try submit(Submission(Request(line: line), at: now, author: author))
    }
}
