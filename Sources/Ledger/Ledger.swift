import Council
import Foundation

/// A store of meetings: the acts of each, appended one after another, and the texts that belong to them.
///
/// Every write is done whole or not at all, and is durable when the call returns. A write may wait for a disk or a server,
/// which is why a screen gives its writes to a `Recorder`. All calls may come from any thread.
///
/// A ledger stores rows. The code that makes entries into rows, seals them and walks their chain is the same for all
/// ledgers, and stands beside this protocol. `Tests/LedgerTests` holds the suite that each ledger has to pass.
public protocol Ledger: AnyObject, Sendable {
    // MARK: The place

    /// The name that messages give it, such as the path of its file.
    var name: String { get }
    /// The folder of the record, `.mlreview`; nil if it lies in none.
    var folder: String? { get }
    var isWritable: Bool { get }
    /// Whoever the ledger itself signs acts with, which a server does; nil if it keeps the author that it is given.
    var signer: Handle? { get }
    /// Whether payloads may be withheld from whoever reads here, as a server does with what is not for them.
    var mayWithhold: Bool { get }
    /// Sentences on things that were changed, or found strange, when the ledger was opened.
    var changes: [String] { get }
    /// Why nothing can be written now; nil if it can, as far as is known.
    var obstacle: LedgerError? { get }
    /// Checks that everything that was recorded is still where it was recorded.
    ///
    /// - Throws: why it is not, as `obstacle` says from then on.
    func check() throws(LedgerError)
    /// Records in another place from here on, with everything so far.
    ///
    /// - Parameter home: the folder that gets a `.mlreview`; nil for the present one.
    func move(to home: String?) throws(LedgerError) -> RecordMove
    /// Gives the ledger a way to ask what it should hold, so that it can be compared, and made anew if it is lost.
    func setMemory(_ memory: (@Sendable () -> MeetingMemory?)?)

    // MARK: Entries

    /// Hands out the rows of a meeting behind entry `number`, oldest first; none for an unknown meeting.
    func forEachRow(
        of date: CalendarDay, after number: Int, _ body: (SealedEntry) -> Void
    ) throws(LedgerError)
    /// Appends entries, all or none, and clears the draft that became one of them in the same step.
    ///
    /// A batch that was recorded already changes nothing: a lost answer doubles no act.
    ///
    /// - Returns: the rows as they were recorded, now or earlier.
    /// - Throws: `LedgerError.overtaken` if the next entry has another number than the first of the batch: a decision that
    ///   was made from the meeting as it stood may no longer hold.
    @discardableResult
    func append(_ batch: Batch, clearingDraft key: DraftKey?) throws(LedgerError) -> [SealedEntry]
    /// Every meeting that something is recorded of, oldest first.
    func meetings() throws(LedgerError) -> [MeetingSummary]
    /// Reads the chain as it is at one moment, whatever others append meanwhile.
    func readChain<T>(_ body: (any ChainReader) throws(LedgerError) -> T) throws(LedgerError) -> T

    // MARK: Drafts

    func drafts(of date: CalendarDay) throws(LedgerError) -> [DraftKey: String]
    /// Keeps a draft in place of the one before it, or clears it.
    func setDraft(_ text: String?, as key: DraftKey, of date: CalendarDay) throws(LedgerError)

    // MARK: Files that are written on close

    /// The outputs of a meeting, by revision and name; those of one revision if it is given.
    func outputs(of date: CalendarDay, revision: Int?) throws(LedgerError) -> [Output]
    /// Keeps outputs, all or none, each in place of one with the same revision and name.
    func saveOutputs(_ outputs: [Output], of date: CalendarDay) throws(LedgerError)
    /// Adds texts that files may have from now on, besides those that are kept.
    ///
    /// Until all files are written and kept, each may have its old text or its new one. A program that is killed in between
    /// thereby knows its own files again, and that they are not all written.
    func unsettle(_ outputs: [Output], of date: CalendarDay) throws(LedgerError)
    /// The texts that files may have besides those that are kept, in the order in which they were added; none if all
    /// files are written.
    func unsettledOutputs(of date: CalendarDay) throws(LedgerError) -> [Output]
    /// Says that these files have the text that is kept of them, or are a person's own.
    func settle(_ names: [String], of date: CalendarDay) throws(LedgerError)

    // MARK: Mails

    /// The deliveries of a meeting, by message and recipient.
    func deliveries(of date: CalendarDay) throws(LedgerError) -> [Delivery]
    /// Marks a mail as begun for the recipients who may still get it, before it is handed over.
    ///
    /// - Parameter states: recipients in these states get it once more.
    /// - Returns: the recipients to hand it over for, in the order given. Nobody else is given the same ones meanwhile.
    func beginDelivery(
        of message: String, to recipients: [String], of date: CalendarDay, at moment: Date,
        despite states: Set<Delivery.State>
    ) throws(LedgerError) -> [String]
    /// Keeps the answer of the mail system.
    func endDelivery(
        of message: String, to recipients: [String], of date: CalendarDay, at moment: Date, _ state: Delivery.State,
        detail: String?
    ) throws(LedgerError)

    // MARK: Others

    /// Asks for the right to record at a meeting, and does not wait for it.
    ///
    /// Ask again when a `LedgerWatch` says that something has changed: it also does when a holder leaves.
    func takeLease(for date: CalendarDay, at moment: Date) throws(LedgerError) -> LeaseAnswer
    /// Whether the last holder of the lease on a meeting has left, and nobody has taken over.
    func isLeaseFree(for date: CalendarDay) -> Bool
    /// A watch on the ledger; nil if nobody else can record here.
    func watch() throws(LedgerError) -> (any LedgerWatch)?
}

/// A ledger whose place is not a person's business, and can't be lost.
extension Ledger {
    public var folder: String? { nil }
    public var isWritable: Bool { true }
    public var signer: Handle? { nil }
    public var mayWithhold: Bool { false }
    public var changes: [String] { [] }
    public var obstacle: LedgerError? { nil }
    public func check() throws(LedgerError) {}
    public func setMemory(_ memory: (@Sendable () -> MeetingMemory?)?) {}

    public func move(to home: String?) throws(LedgerError) -> RecordMove {
        throw .failed(name, reason: "it can't be moved")
    }
}

extension Ledger {
    /// The acts of a meeting, oldest first; those after entry `number` if one is given.
    public func entries(of date: CalendarDay, after number: Int = 0) throws(LedgerError) -> [Entry] {
        try log(of: date, after: number).entries
    }

    /// The rows of a meeting behind entry `number`, oldest first.
    public func rows(of date: CalendarDay, after number: Int) throws(LedgerError) -> [SealedEntry] {
        var rows: [SealedEntry] = []
        try forEachRow(of: date, after: number) { rows.append($0) }
        return rows
    }

    /// The entries of a meeting with their rows.
    public func log(of date: CalendarDay, after number: Int = 0) throws(LedgerError) -> MeetingLog {
        var decoding = RowDecoding()
        try forEachRow(of: date, after: number) { decoding.take($0) }
        return try MeetingLog(decoding, of: date, after: number, in: name)
    }

    /// Whether anything of the meeting is recorded.
    public func knows(_ date: CalendarDay) throws(LedgerError) -> Bool { try meetings().contains { $0.date == date } }

    public func outputs(of date: CalendarDay) throws(LedgerError) -> [Output] { try outputs(of: date, revision: nil) }
}

/// Where a record has moved to.
public struct RecordMove: Equatable, Sendable {
    /// The folder of the record, `.mlreview`.
    public let folder: String
    /// Whether other meetings, minutes and mails came with it. A record that was lost can't bring them.
    public let isWhole: Bool
    /// Where the files that lay there before were put.
    public let setAside: String?

    public init(folder: String, isWhole: Bool, setAside: String?) {
        self.folder = folder
        self.isWhole = isWhole
        self.setAside = setAside
    }
}
