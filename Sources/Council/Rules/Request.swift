/// What a person asks of the meeting. The rules answer with acts, or with a refusal.
public enum Request: Equatable, Sendable {
    case roll(who: Handle, presence: Presence)
    case open
    case chair(who: Handle, reason: String)
    case go(Destination)
    case note(speaker: Handle?, kind: Note.Kind, text: String)
    case reword(note: Int, text: String)
    case strike(note: Int)
    case resolve(note: Int, reason: String?)
    case motion(Question)
    case vote(who: Handle, choice: Ballot.Choice, reason: String?)
    case tally
    case escalate(reason: String)
    case rule(answer: Ruling.Answer, reason: String)
    case amend(field: ProposalField, value: String, reason: String?)
    case decide(verdict: Decision.Verdict, until: CalendarDay?, reason: String?)
    case action(owner: Handle?, due: CalendarDay?, text: String)
    case done(action: Int)
    case clock(ClockChange)
    case undo
    case redo
    case close
    case reopen(reason: String)
    /// Takes in agenda, proposals and roster as the files state them now.
    case reload(Docket)

    public enum Destination: Equatable, Sendable {
        /// Counts from 1.
        case item(Int)
        case next
        case back
    }
}
