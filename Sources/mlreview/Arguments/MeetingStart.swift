import Council
import Host

/// What `mlreview run` does: takes the terminal, and shows a meeting on it or the library.
struct MeetingStart {
    let place: MeetingPlace
    var theme: String?
    var isRehearsal = false
    var isPresenter = false

    func run() throws {
        try complaining {
            let session = try TerminalSession(
                in: place, theme: theme, rehearsing: isRehearsal, isPresenter: isPresenter)
            let today = Ahead { [place] in place.today }
            let record = try place.openRecord(rehearsing: isRehearsal)
            let choice = try place.choose(in: record, today: today.value)
            if choice.isOver {
                try session.show { _ in Opened(libraryOf: place) }
                return
            }
            let open = { (meeting: MeetingChoice.Candidate) in
                let hosts = try !isRehearsal && !isPresenter && place.agendas.live().socket
                return try Opened(
                    meeting, in: place, record: record, rehearsing: isRehearsal, following: isPresenter,
                    hosting: hosts ? Opened.Hosting(of: meeting.date, in: place) : nil)
            }
            // The terminal is taken last: it would hide the faults of the files.
            let known = try choice.only.map(open)
            try session.show { terminal in try known ?? MeetingPicker(choice).pick(on: terminal).map(open) }
        }
    }
}

extension MeetingStart {
    /// The words of nearly every start: none, a day, or `--dir` and a folder. The parser of all commands and options takes
    /// a tenth of the time until the meeting is on the screen, and they don't wait for it.
    ///
    /// Nil for any others.
    init?(plain words: [String]) {
        var (words, folder, day) = (words[...], String?.none, String?.none)
        while let word = words.popFirst() {
            if word == "--dir", folder == nil, let path = words.popFirst(), !path.isEmpty, !path.hasPrefix("-") {
                folder = path
            } else if CalendarDay(word) != nil, day == nil {
                day = word
            } else {
                return nil
            }
        }
        place = MeetingPlace(folder: folder ?? ".", agenda: day)
    }
}
