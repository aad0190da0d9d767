import Agendas
import Council
import Foundation

/// A command line that a shell asks about while it is typed, with the folder that it names.
///
/// Whatever can't be read gives no words: there is nobody to tell.
struct CompletedLine {
    let words: [String]
    /// The word that is typed, counted from the program's name.
    let place: Int
    let folder: String

    init(_ words: [String], place: Int) {
        self.words = words
        self.place = place
        let named = words.indices.compactMap { index -> String? in
            if words[index].hasPrefix("--dir=") { return String(words[index].dropFirst("--dir=".count)) }
            return words[index] == "--dir" && index + 1 < words.count && index + 1 != place ? words[index + 1] : nil
        }
        // A shell hands a word over as it was typed, with its quotes.
        folder = named.last.map { ($0.filter { !"'\"\\".contains($0) } as NSString).expandingTildeInPath } ?? "."
    }

    /// The word before the one that is typed.
    var before: String { words.indices.contains(place - 1) ? words[place - 1] : "" }

    // MARK: Names of files

    /// The days of agendas and minutes, the newest first.
    ///
    /// - Parameter held: Whether the meeting has minutes; nil for both.
    func days(held: Bool? = nil) -> [Candidate] {
        let place = MeetingPlace(folder: folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place.minutes)) ?? []
        let minuted = Set(names.compactMap { CalendarDay($0) })
        return minuted.union(place.agendas.meetings().map(\.date)).sorted(by: >)
            .filter { held == nil || minuted.contains($0) == held }
            .map { Candidate("\($0)", "\($0.long), \(minuted.contains($0) ? "held" : "to come")") }
    }

    var themes: [Candidate] { ThemeShelf(folder: folder).choices.map { Candidate($0.name, $0.origin) } }

    // MARK: The council

    private var roster: Roster? { AgendaFolder(path: folder).roster() }

    var people: [Candidate] { (roster?.everybody ?? []).map { Candidate($0.handle.rawValue, $0.name) } }

    // MARK: What all weeks together know

    private var week: WeekFolder? {
        try? WeekFolder(folder, evenIfMeetingIsOpen: true, saysWhatTakesLong: false, keepsReadings: false)
    }

    var proposals: [Candidate] {
        candidates { library, _ in
            library.itemNames.compactMap { name in library.proposal(name).map { (name, $0.title) } }
        }
    }

    /// The proposals on the agenda of the day that the line names; all if it names none.
    var proposalsOfDay: [Candidate] {
        guard let day = words.lazy.compactMap({ CalendarDay($0) }).first,
            let docket = try? AgendaFolder(path: folder).load(day)
        else { return proposals }
        return docket.proposals.values.sorted { $0.id < $1.id }.map { Candidate($0.id, $0.title) }
    }

    /// Proposals and topics.
    var items: [Candidate] {
        candidates { library, _ in
            library.itemNames.map { name in
                (name, library.proposal(name)?.title ?? library.item(called: name).map { _ in "topic" })
            }
        }
    }

    var openActions: [Candidate] {
        candidates { library, day in
            library.openActions(on: day).flatMap(\.actions).sorted { $0.reference > $1.reference }.map { action in
                ("\(action.reference)", (action.owner.map { "\($0): " } ?? "") + action.text)
            }
        }
    }

    /// Whom a review can be by.
    var reviewers: [Candidate] { LeadReview.Role.allCases.map { Candidate($0.rawValue, "lead") } + people }

    /// What a lead can say behind a proposal's id.
    var reviewWords: [Candidate] {
        if before == "amend" { return ProposalField.allCases.map { Candidate($0.rawValue) } }
        return words.contains("amend") ? [] : ["approve", "changes", "pending", "amend"].map { Candidate($0) }
    }

    var pods: [Candidate] { candidates { library, _ in library.pods.map { ($0, nil) } } }
    var technicalLeads: [Candidate] { candidates { library, _ in library.technicalLeads.map { ($0, nil) } } }
    var quarters: [Candidate] {
        candidates { library, day in library.quartersOfApprovals(on: day).map { ("\($0)", nil) } }
    }

    private func candidates(_ rows: (Library, CalendarDay) -> [(String, String?)]) -> [Candidate] {
        week.map { rows($0.library, $0.today).map { Candidate($0, $1 ?? "") } } ?? []
    }
}
