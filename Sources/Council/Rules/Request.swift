import Foundation

/// What a person asks of the meeting. The rules answer with acts, or with a refusal.
public enum Request: Codable, Equatable, Sendable {
    case roll(who: Handle, presence: Presence)
    /// Puts several people on the roll at once. Without anybody it is `rollAsLastTime`.
    case rolls([RollEntry])
    /// Somebody who is not on the roster comes into the room.
    case guest(name: String, email: String?, organisation: String?)
    case scribe(who: Handle)
    case open
    case chair(who: Handle, reason: String)
    case go(Destination)
    /// - Parameter approved: The day of the approval whose outcome the council hears; nil if it is to be approved.
    case addProposal(Proposal, digest: String?, approved: CalendarDay? = nil)
    case addTopic(String)
    /// - Parameter item: Its place on the agenda, from 1.
    case moveItem(Int, to: Int)
    case dropItem(Int, reason: String)
    /// - Parameter minutes: How long it is meant to last; nil if nobody says.
    case recess(minutes: Int?)
    case resume
    case queue(who: Handle, kind: SpeakerQueue.Kind)
    /// Calls the next speaker.
    case next
    case closeQueue(Bool)
    case note(speaker: Handle?, kind: Note.Kind, text: String)
    /// A note or an action from a terminal of its own.
    ///
    /// - Parameter for: The item that was before the council when it was written; nil if none was.
    case written(Written, for: ItemID?)
    case reword(note: NoteReference, text: String)
    /// Corrects who said a note, its kind, or the item it belongs to.
    case correct(note: NoteReference, NoteChange)
    case strike(note: NoteReference)
    case resolve(note: NoteReference, reason: String?)
    /// What a lead says of the proposal in the room.
    case lead(LeadReview.Role, LeadReview.Verdict, reason: String?)
    /// - Parameters:
    ///   - by: Who put it, and who seconded it; nil if nobody said.
    case motion(Question, by: Handle? = nil, second: Handle? = nil)
    /// Takes the open motion back.
    case withdraw(reason: String?)
    /// - Parameter options: What the member approves of, as a person writes it, if the motion is a choice.
    case vote(who: Handle, choice: Ballot.Choice, reason: String?, options: [String]? = nil)
    case tally
    /// Decides the items of the consent lane together.
    ///
    /// - Parameter earlier: Concerns that the items' last hearings left open.
    case consent(ConsentForm, earlier: [ItemID: [EarlierConcern]])
    /// - Parameter item: Its place on the agenda, from 1.
    case flag(item: Int, who: Handle?, kind: ConsentObjection.Kind, reason: String?)
    case unflag(item: Int, who: Handle?)
    case escalate(reason: String)
    /// - Parameter option: The option that the chair chooses, if options were tied.
    case rule(answer: Ruling.Answer, reason: String, option: String? = nil)
    case amend(field: ProposalField, value: String, reason: String?)
    /// - Parameters:
    ///   - anyway: Whether it may go against the last vote.
    ///   - conditions: Numbers of open concerns that an approval is bound to.
    ///   - resolution: What it says for people who were not there; nil to take what is composed.
    case decide(
        verdict: Decision.Verdict, until: CalendarDay?, reason: String?, anyway: Bool = false, conditions: [Int] = [],
        resolution: String? = nil)
    case action(owner: Handle?, due: CalendarDay?, text: String)
    case done(action: Int, because: String? = nil)
    /// Changes an action that this meeting has handed out.
    case revise(action: Int, ActionChange, because: String? = nil)
    /// Takes back an action that this meeting has handed out.
    case retract(action: Int, reason: String)
    /// Brings forward the open actions of earlier meetings, and what people have said of them since.
    case recall([EarlierAction], updates: [ActionUpdate], concerns: [ItemID: [EarlierConcern]] = [:])
    case update(action: ActionReference, word: ActionWord.Word, until: CalendarDay?, reason: String?)
    /// Hands an action of an earlier meeting to another owner.
    case reassign(action: ActionReference, to: Handle, reason: String?)
    case clock(ClockChange)
    case undo
    case redo
    /// Closes the meeting, with what it leaves open.
    case close
    /// Closes a meeting that leaves nothing open.
    case closeIfComplete
    case reopen(reason: String)
    /// Takes in agenda, proposals and roster as the files state them now.
    case reload(Docket)

    public enum Destination: Codable, Equatable, Sendable {
        /// Counts from 1.
        case item(Int)
        case next
        case back
    }
}

extension Request {
    /// The roll as it was at the last meeting. The rules don't know that one, so that whoever asks fills in the names.
    public static let rollAsLastTime = Request.rolls([])

    /// Whether it asks for the end of the meeting.
    public var closes: Bool { self == .close || self == .closeIfComplete }

    /// The acts that the request makes by the council's rules, in order. Nothing changes here.
    fileprivate func acts(in meeting: Meeting, by author: Handle?, at now: Date) throws(Refusal) -> [Act] {
        try meeting.requireNoRecess(for: self)
        return switch self {
        case .roll(let who, let presence): [try meeting.roll(who, presence, at: now)]
        case .rolls(let entries): try meeting.roll(entries, at: now)
        case .guest(let name, let email, let organisation):
            [try meeting.invite(name, email: email, of: organisation)]
        case .scribe(let who): [try meeting.scribe(who)]
        case .addProposal(let proposal, let digest, let approved):
            [try meeting.addProposal(proposal, digest: digest, approved: approved)]
        case .addTopic(let title): [try meeting.addTopic(title)]
        case .moveItem(let number, let place): [try meeting.moveItem(number, to: place)]
        case .dropItem(let number, let reason): [try meeting.dropItem(number, because: reason)]
        case .recess(let minutes): [try meeting.pause(for: minutes)]
        case .resume: [try meeting.resume()]
        case .queue(let who, let kind): [try meeting.queue(who, kind)]
        case .next: [try meeting.nextSpeaker()]
        case .closeQueue(let isClosed): [try meeting.closeQueue(isClosed)]
        case .lead(let role, let verdict, let reason): [try meeting.lead(role, verdict, because: reason)]
        case .open: [try meeting.open()]
        case .chair(let who, let reason): [try meeting.chair(who, because: reason)]
        case .go(let destination): try meeting.go(destination)
        case .note(let speaker, let kind, let text): [try meeting.note(speaker: speaker, kind: kind, text: text)]
        case .written(let written, let item): [try meeting.take(written, for: item)]
        case .reword(let number, let text): [try meeting.reword(number, text)]
        case .correct(let note, let change): [try meeting.correct(note, change)]
        case .strike(let number): [try meeting.strike(number)]
        case .resolve(let number, let reason): try meeting.resolve(number, because: reason)
        case .motion(let question, let by, let second): [try meeting.move(question, by: by, second: second)]
        case .withdraw(let reason): [try meeting.withdrawMotion(because: reason)]
        case .vote(let who, let choice, let reason, let options):
            try meeting.vote(who, choice, because: reason, options: options, by: author)
        case .tally: try meeting.tallyOpenMotion()
        case .consent(let form, let earlier): try meeting.consent(form, earlier: earlier)
        case .flag(let item, let who, let kind, let reason):
            [try meeting.flag(item, by: who, as: kind, because: reason)]
        case .unflag(let item, let who): [try meeting.unflag(item, by: who)]
        case .escalate(let reason): try meeting.escalate(because: reason)
        case .rule(let answer, let reason, let option):
            [try meeting.rule(answer, option: option, because: reason)]
        case .amend(let field, let value, let reason): [try meeting.amend(field, to: value, because: reason)]
        case .decide(let verdict, let until, let reason, let anyway, let conditions, let resolution):
            meeting.withTasks(
                try meeting.decide(
                    verdict, until: until, because: reason, anyway: anyway, conditions: conditions, saying: resolution))
        case .action(let owner, let due, let text): [try meeting.action(owner: owner, due: due, text: text)]
        case .done(let number, let reason): [try meeting.done(number, because: reason)]
        case .revise(let number, let change, let reason): [try meeting.revise(action: number, change, because: reason)]
        case .retract(let number, let reason): [try meeting.retract(action: number, because: reason)]
        case .recall(let actions, let updates, let concerns): try meeting.recall(actions, updates, concerns)
        case .update(let action, let word, let until, let reason):
            [try meeting.update(action, word, until: until, because: reason)]
        case .reassign(let action, let handle, let reason): [try meeting.reassign(action, to: handle, because: reason)]
        case .clock(let change): [try meeting.clock(change)]
        case .close: [try meeting.close()]
        case .closeIfComplete: [try meeting.closeIfComplete()]
        case .reopen(let reason): [try meeting.reopen(because: reason)]
        case .reload(let docket): try meeting.reload(docket)
        case .undo, .redo: []
        }
    }
}

extension Journal {
    /// The acts that a request makes by the council's rules, in order.
    ///
    /// Nothing changes here: the caller records the acts and appends them.
    ///
    /// - Parameter author: Who asks, and may ask only for what `Authority` allows; nil if nobody signs.
    /// - Throws: a refusal, a sentence that says what is wrong and what would be right.
    public func consider(_ request: Request, by author: Handle? = nil, at now: Date) throws(Refusal) -> [Act] {
        if let author { try meeting.requireAuthority(of: author, for: request) }
        return switch request {
        case .undo: try undo(of: author)
        case .redo: try redo(of: author)
        default: try request.acts(in: meeting, by: author, at: now)
        }
    }
}
