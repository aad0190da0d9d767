import Council
import Foundation

/// A meeting read for its minutes: what was done when, by whom, in the council's own words and time.
struct Facts {
    let journal: Journal
    let clock: WallClock
    let model: MinutesModel
    let tree: Fact
    /// When the minutes were closed last, or how far a meeting that goes on has come.
    let date: Date
    let notices: [Notice]

    init(of journal: Journal, heads: [Int: String] = [:]) {
        let reader = JournalReader(journal, heads: heads)
        self.journal = journal
        clock = reader.clock
        model = reader.model
        tree = Fact(reflecting: model)
        date = reader.end
        notices = reader.notices
    }

    var meeting: Meeting { journal.meeting }
}
