import Archive
import Council
import Foundation
import SearchIndex
import TestMeetings

/// Meetings and drafts of a made-up council, with some words that no generator makes up.
struct MadeUpPast {
    let meetings: [HeldMeeting]
    let drafts: [Proposal]

    /// - Parameter seed: Other meetings for another seed.
    init(seed: UInt64, meetings count: Int = 5) {
        var generator = HistoryGenerator(seed: seed, proposals: 3, notes: 3)
        var meetings = Archive.history(minutes: "/nowhere", journals: generator.meetings(count)).meetings
        for (place, text) in Self.odd.enumerated() {
            let meeting = place % meetings.count
            let number = 900 + place
            meetings[meeting].items[0].notes.append(HeldNote(number: number, kind: .concern, text: text))
        }
        self.meetings = meetings
        drafts = generator.drafts(4)
    }

    var sources: [SearchSource] {
        meetings.map { meeting in
            SearchSource("minutes/\(meeting.date)", mark: nil, day: meeting.date, subjects: meeting.searchSubjects)
        } + drafts.map { SearchSource("proposals/\($0.id).md", mark: nil, subjects: [$0.searchSubject]) }
    }

    /// Texts in many scripts, and such as look like something else to a database.
    static let odd = [
        "Emre Yıldız met Łukasz, Søren and Đorđe at the Straße", "said : proposed AND named NOT word OR NEAR(x y)",
        "a \"quoted\" phrase, and one that 'ends", "设计评审要持久化", "שלום עולם", "مرحبا بالعالم", "ship it 🚀🚀 now 👩‍👩‍👧",
        "ｆｕｌｌ ｗｉｄｔｈ", "Ĳssel ﬁnal ŉ ǅ", "१२३ ٤٥٦ ½ ²", "e\u{301}te\u{301} \u{301}mark", "DROP TABLE word; -- x",
        "x^2 * y -z +w {a}:(b) \\ / % _under_score_", "İstanbul ISPARTA ılık", "Crème brûlée; naïve; São Paulo",
        "nul\0inside", "हिन्दी में", "ภาษาไทย", "한국어 검토", "ÆON œuvre þorn ðat ħal",
    ]
}
