import Foundation

/// One thing that happened at a meeting, as the record keeps it.
///
/// An act holds everything that is needed to apply it again. What was worked out from rules and roster at the time (a
/// tally, the value before an amendment) is part of the act, so that a later change of files or program changes no past
/// result.
///
/// Each kind of act has a file of its own in this folder. A new one is a file like its neighbours, a case here, and a
/// row in `kind` and `kinds`.
public enum Act: Equatable, Sendable {
    /// What lies before the council; the first act of every meeting.
    ///
    /// What is large and seldom stands elsewhere, so that a note does not take as much memory as a proposal.
    indirect case docket(Docket)
    case rolled(Rolled)
    case invited(Invited)
    case scribed(Scribed)
    case opened
    case chaired(Chaired)
    case went(Went)
    indirect case added(Added)
    case shifted(Shifted)
    case dropped(Dropped)
    case recessed(Recessed)
    case resumed
    case queued(Queued)
    case called
    case queueClosed(QueueClosed)
    case noted(Noted)
    case reworded(Reworded)
    case corrected(Corrected)
    case struck(Struck)
    case resolved(Resolved)
    case moved(Moved)
    case withdrawn(Withdrawn)
    case balloted(Balloted)
    case tallied(Tallied)
    indirect case leadSpoke(LeadSpoke)
    case flagged(Flagged)
    case unflagged(Unflagged)
    case escalated(Escalated)
    case ruled(Ruled)
    case amended(Amended)
    indirect case decided(Decided)
    case assigned(Assigned)
    case revised(Revised)
    case finished(Finished)
    case retracted(Retracted)
    case recalled(Recalled)
    case broughtBack(BroughtBack)
    indirect case updated(Updated)
    case clocked(Clocked)
    case closed(Closed)
    case reopened(Reopened)
    case undone(Undone)
    case redone(Redone)

    /// What this kind of act does and how it is spoken.
    public var kind: any ActKind {
        switch self {
        case .docket(let docket): docket
        case .rolled(let kind): kind
        case .invited(let kind): kind
        case .scribed(let kind): kind
        case .opened: Opened()
        case .chaired(let kind): kind
        case .went(let kind): kind
        case .added(let kind): kind
        case .shifted(let kind): kind
        case .dropped(let kind): kind
        case .recessed(let kind): kind
        case .resumed: Resumed()
        case .queued(let kind): kind
        case .called: Called()
        case .queueClosed(let kind): kind
        case .noted(let kind): kind
        case .reworded(let kind): kind
        case .corrected(let kind): kind
        case .struck(let kind): kind
        case .resolved(let kind): kind
        case .moved(let kind): kind
        case .withdrawn(let kind): kind
        case .balloted(let kind): kind
        case .tallied(let kind): kind
        case .leadSpoke(let kind): kind
        case .flagged(let kind): kind
        case .unflagged(let kind): kind
        case .escalated(let kind): kind
        case .ruled(let kind): kind
        case .amended(let kind): kind
        case .decided(let kind): kind
        case .assigned(let kind): kind
        case .revised(let kind): kind
        case .finished(let kind): kind
        case .retracted(let kind): kind
        case .recalled(let kind): kind
        case .broughtBack(let kind): kind
        case .updated(let kind): kind
        case .clocked(let kind): kind
        case .closed(let kind): kind
        case .reopened(let kind): kind
        case .undone(let kind): kind
        case .redone(let kind): kind
        }
    }

    /// Every kind, in the order of a meeting.
    static let kinds: [any ActKind.Type] = [
        Docket.self, Rolled.self, Invited.self, Scribed.self, Opened.self, Chaired.self, Went.self, Added.self,
        Shifted.self, Dropped.self, Recessed.self, Resumed.self, Queued.self, Called.self, QueueClosed.self,
        Noted.self, Reworded.self, Corrected.self, Struck.self, Resolved.self, Moved.self, Withdrawn.self,
        Balloted.self, Tallied.self, LeadSpoke.self, Flagged.self, Unflagged.self, Escalated.self, Ruled.self,
        Amended.self, Decided.self,
        Assigned.self, Revised.self, Finished.self, Retracted.self, Recalled.self, BroughtBack.self,
        Updated.self, Clocked.self, Closed.self, Reopened.self, Undone.self, Redone.self,
    ]
}

/// One kind of act: what it does to a meeting, how it is spoken, and how it is kept.
public protocol ActKind: Codable, Equatable, Sendable {
    /// Its name in the record, which never changes.
    static var name: String { get }
    /// Lifts payloads that earlier versions wrote, each by one version; the first leads from version 1 to 2.
    static var lifts: [PayloadLift] { get }
    /// Whether the panes show at once what it did, so that the message line need not say it.
    static var showsItself: Bool { get }

    var act: Act { get }

    /// Changes the meeting.
    ///
    /// A part of the meeting that the act speaks of and that is not there is passed over: the rules were checked when
    /// the act was made, and a record is read, never argued with.
    func apply(to meeting: inout Meeting, at moment: Date)

    /// Whether this act speaks of something that `other` made, and would mean nothing without it.
    func rests(on other: Act) -> Bool

    /// What the act was, as a sentence goes on with it: `undone: the ballot of Priya Raman, yes`.
    ///
    /// A shared screen may show it, so it tells nothing private.
    func spoken(in meeting: Meeting) -> String

    /// What happened, one fact a line: the console prints every line, and the screen the first one.
    ///
    /// - Parameter journal: the journal with this act in it.
    func told(in journal: Journal) -> [String]

    /// What the act changed, for the minutes' list of corrections; nil if it changed nothing that minutes show.
    func correction(in meeting: Meeting) -> String?

    /// The act in the minutes' list of what happened in the course of the meeting; nil if it does not belong there.
    func event(in meeting: Meeting) -> String?

    /// The act in the plain columns of the record; nil if they can't hold it, so that it is kept as JSON.
    var columns: ActColumns? { get }

    /// The act that plain columns hold; nil if they hold none of this kind.
    init?(_ columns: ActColumns)
}

extension ActKind {
    public static var lifts: [PayloadLift] { [] }
    public static var showsItself: Bool { false }
    public func rests(on other: Act) -> Bool { false }
    public func correction(in meeting: Meeting) -> String? { nil }
    public func event(in meeting: Meeting) -> String? { nil }
    public var columns: ActColumns? { nil }
    public init?(_ columns: ActColumns) { return nil }
}

extension Act {
    func apply(to meeting: inout Meeting, at moment: Date) { kind.apply(to: &meeting, at: moment) }

    /// See `ActKind.spoken`.
    public func spoken(in meeting: Meeting) -> String { kind.spoken(in: meeting) }

    /// See `ActKind.told`.
    public func told(in journal: Journal) -> [String] { kind.told(in: journal) }

    /// The line that the screen shows when the act has happened; nil if the panes show it by themselves.
    public func announcement(in journal: Journal) -> String? {
        type(of: kind).showsItself ? nil : told(in: journal).first
    }

    /// See `ActKind.correction`.
    public func correction(in meeting: Meeting) -> String? { kind.correction(in: meeting) }

    /// See `ActKind.event`.
    public func event(in meeting: Meeting) -> String? { kind.event(in: meeting) }

    public var isDocket: Bool {
        if case .docket = self { true } else { false }
    }

    /// Whether the act speaks of another act rather than of the meeting.
    public var isAboutUndo: Bool { undoneOrRedone != nil }

    /// The number of the entry that no longer counts, or counts again.
    public var undoneOrRedone: Int? {
        switch self {
        case .undone(let undone): undone.entry
        case .redone(let redone): redone.entry
        default: nil
        }
    }
}
