@testable import Council
import Foundation
import Testing

@testable import Ledger
@testable import LedgerTests
@testable import PostgresLedger

/// The server holds every act against the council's table, whatever program asks: the statements are written by hand.
@Suite struct RightsTests {
    private static let roles: [String: [CouncilRole]] = [
        "lena": [.practitioner], "wen": [.practitioner, .member], "mira": [.practitioner, .scribe],
        "priya": [.practitioner, .member, .chair],
    ]

    /// The values of a row, as SQL.
    private struct Row {
        let kind: String
        var item = "NULL"
        var ordinal = "NULL"
        var who = "NULL"
        var word = "NULL"
        var detail = "NULL"
        var duty: Duty?

        var statement: String {
            """
            SELECT * FROM mlreview.append('2026-11-25', 10, ARRAY['\\x00112233445566778899aabbccddeeff'::bytea],
                ARRAY['\(kind)'], ARRAY[1], ARRAY[\(item)]::text[], ARRAY[\(ordinal)]::bigint[], ARRAY[\(who)]::text[],
                ARRAY[\(word)]::text[], ARRAY['typed by hand'], ARRAY[\(detail)]::text[], NULL, NULL, NULL)
            """
        }
    }

    /// A row of a kind that is about somebody; nil if acts of that kind are nobody's own.
    private static func row(_ kind: String, about who: String) -> Row? {
        let number = (CouncilPlace.people.firstIndex(of: who) ?? 0) + 1
        let (item, name) = ("'prep-time'", "'\(who)'")
        return switch kind {
        case "rolled": Row(kind: kind, who: name, word: "'present'")
        case "queued": Row(kind: kind, who: name, word: "'new'")
        case "flagged", "unflagged": Row(kind: kind, item: item, who: name, word: "'flag'")
        case "noted": Row(kind: kind, item: item, ordinal: "6", who: name, word: "'plain'")
        case "reworded", "struck", "resolved": Row(kind: kind, item: item, ordinal: "\(number)")
        case "corrected":
            Row(
                kind: kind,
                detail: #"'{"corrected":{"item":"prep-time","number":\#(number),"change":{"kind":{"is":"idea"}}}}'"#)
        case "moved": Row(kind: kind, detail: #"'{"moved":{"item":"prep-time","motion":2,"by":"\#(who)"}}'"#)
        case "balloted":
            Row(kind: kind, detail: #"'{"balloted":{"motion":1,"ballot":{"who":"\#(who)","choice":"yes"}}}'"#)
        case "undone", "redone": Row(kind: kind, ordinal: "\(number + 3)")
        default: nil
        }
    }

    /// The row of a kind that is the meeting's.
    private static func row(_ kind: String) throws -> Row {
        switch kind {
        case "docket":
            let payload = try ActCoder().payload(of: .docket(CouncilPlace.docket()))
            let detail = String(decoding: payload.detail ?? Data(), as: UTF8.self)
            return Row(kind: kind, detail: "'\(detail.replacing("'", with: "''"))'")
        case "scribed", "chaired": return Row(kind: kind, who: "'wen'")
        default: return Row(kind: kind, detail: "'{}'")
        }
    }

    @Test func everyKindOfActHasItsDuty() {
        let kinds = ActDuties.table.flatMap(\.kinds)
        #expect(Set(kinds) == Set(Act.kinds.map { $0.name }))
        #expect(kinds.count == Set(kinds).count)
    }

    @Test func everyRoleMayDoWhatTheTableSays() throws {
        let council = try CouncilPlace()
        var tried = 0
        for (account, roles) in Self.roles {
            for (duty, kinds) in ActDuties.table {
                let rule = try #require(Authority.table.first { $0.duty == duty })
                for kind in kinds {
                    var cases: [(row: Row, allowed: [CouncilRole])] = []
                    if let own = Self.row(kind, about: account), let other = Self.row(kind, about: "bo") {
                        cases = [(own, rule.own + rule.others), (other, rule.others)]
                    } else {
                        cases = [(try Self.row(kind), rule.others)]
                    }
                    for (row, allowed) in cases {
                        let refusal = try council.refusal(of: row.statement, by: account)
                        let isAllowed = !Set(roles).isDisjoint(with: allowed)
                        #expect((refusal == nil) == isAllowed, "\(account), \(row): \(refusal ?? "done")")
                        #expect(refusal == nil || refusal?.contains("may not") == true, "\(refusal ?? "")")
                        tried += 1
                    }
                }
            }
        }
        #expect(tried > 200)
    }

    @Test(arguments: ["mira", "priya", "wen", "lena"]) func aPrivateNoteIsForScribeAndChair(account: String) throws {
        let council = try CouncilPlace()
        let isAllowed = ["mira", "priya"].contains(account)
        var row = Row(kind: "noted", item: "'prep-time'", ordinal: "6", who: "'\(account)'", word: "'private'")
        #expect((try council.refusal(of: row.statement, by: account) == nil) == isAllowed)
        // Its words may stand in either place.
        row = Row(kind: "noted", detail: #"'{"noted":{"item":"prep-time","number":6,"kind":"private","text":"x"}}'"#)
        #expect((try council.refusal(of: row.statement, by: account) == nil) == isAllowed)
    }

    @Test func whoIsNobodyOnTheCouncilDoesNothing() throws {
        let council = try CouncilPlace()
        for statement in [
            "SELECT * FROM mlreview.entries", "SELECT * FROM mlreview.people", Row(kind: "opened").statement,
            "SELECT mlreview.take_lease('2026-11-25', '')",
            "INSERT INTO mlreview.drafts VALUES ('x', 'x', 'x', 'x', 'x')",
        ] {
            #expect(try council.refusal(of: statement, by: "stranger")?.contains("permission denied") == true)
        }
        #expect(throws: LedgerError.self) { try council.connect("stranger") }
    }

    // MARK: Whose act it is

    @Test func theServerSignsWhateverIsSaid() throws {
        let council = try CouncilPlace()
        // What a scribe writes down of somebody else is signed by the scribe.
        let forged = Entry(
            number: 10, at: .distantPast,
            act: .noted(.init(item: "prep-time", number: 6, speaker: "priya", kind: .plain, text: "mine")),
            request: UUID(), author: "priya")
        try council.connect("mira").append([forged])
        let row = try #require(try council.connect("mira").entries(of: CouncilPlace.day).last)
        #expect(row.author == "mira")
        #expect(abs(row.at.timeIntervalSinceNow) < 3600)
    }

    /// The docket says who chairs: nobody makes themselves chair with one of their own.
    @Test func aDocketOfAnotherCouncilIsRefused() throws {
        let place = try CouncilPlace()
        let other = Samples.day("2026-12-02")
        let coup = Roster(
            name: "ML Council", chair: Chair(member: "wen"),
            members: ["priya", "wen", "bo"].map { Member(handle: Handle($0), name: $0) })
        let error = failure { () throws(LedgerError) in
            try place.connect("wen").append([.docket(CouncilPlace.docket(coup))], to: other, expecting: 1)
        }
        #expect(error?.sentence.contains("are not those of the record") == true)
        #expect(error?.isFinal == true)
        let late = failure { () throws(LedgerError) in
            try place.connect("lena").append([.docket(CouncilPlace.docket(scribe: "lena"))], to: other, expecting: 1)
        }
        #expect(late?.sentence.contains("may not lay an agenda before the council") == true)
    }

    @Test func aVoiceNeverReplacesAMembersOwnBallot() throws {
        let council = try CouncilPlace()
        func vote(_ who: Handle, as account: String, by: Handle?, expecting number: Int) throws {
            let ballot = Ballot(who: who, choice: .yes, by: by)
            try council.connect(account).append([.balloted(.init(motion: 1, ballot: ballot))], expecting: number)
        }
        try vote("wen", as: "mira", by: "mira", expecting: 10)
        try vote("wen", as: "wen", by: "wen", expecting: 11)
        let error = #expect(throws: LedgerError.self) { try vote("wen", as: "mira", by: "mira", expecting: 12) }
        #expect(error?.sentence.contains("only they can change that ballot") == true)
        let forged = #expect(throws: LedgerError.self) { try vote("bo", as: "mira", by: "bo", expecting: 12) }
        #expect(forged?.sentence.contains("is not called somebody else's") == true)
    }

    /// A scribe who was named in the meeting may, and no longer once that is undone.
    @Test func officersFollowTheMeeting() throws {
        let council = try CouncilPlace()
        let row = Row(kind: "recessed", detail: "'{}'")
        func at(_ number: Int) -> String { row.statement.replacing(", 10, ", with: ", \(number), ") }
        #expect(try council.refusal(of: at(10), by: "lena") != nil)
        try council.connect("mira").append([.scribed(.init(who: "lena"))], expecting: 10)
        #expect(try council.refusal(of: at(11), by: "lena") == nil)
        try council.connect("mira").append([.undone(.init(entry: 10))], expecting: 11)
        #expect(try council.refusal(of: at(12), by: "lena") != nil)
        try council.connect("mira").append([.redone(.init(entry: 10))], expecting: 12)
        #expect(try council.refusal(of: at(13), by: "lena") == nil)
    }
}
