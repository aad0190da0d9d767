import Council
import Foundation

/// Why the record could not be opened, read or written, in a sentence that says what to do about it.
public enum RecordError: Error, Equatable, Sendable {
    /// The folder for the record can't be made or used.
    case noFolder(path: String, reason: String)
    /// There is no record to read.
    case nothingRecorded(path: String)
    case unreadable(path: String, reason: String)
    /// The file is something else than a record.
    case notARecord(path: String)
    case damaged(path: String, reason: String)
    /// A newer version of the program has written the record.
    case newer(path: String)
    /// An older version has written the record, and it was opened for reading only.
    case older(path: String)
    /// The record may be read, and not written.
    case readOnly(path: String)
    /// Part of the record lies in SQLite's log, which can't be read where the folder can't be written.
    case needsWritableFolder(path: String)
    case diskFull(path: String)
    /// A link lies where the record should be, or one of its files has a second name elsewhere.
    case link(path: String)
    /// The folder belongs to another account.
    case notOwned(path: String)
    /// Others may look into it, and that can't be changed.
    case notClosed(path: String)
    /// The file that was recorded into is no longer there.
    case vanished(path: String)
    /// Another file lies in its place, which does not hold what was recorded.
    case replaced(path: String)
    /// The file has lost its end.
    case cut(path: String)
    /// Somebody else has written over the file.
    case overwritten(path: String)
    /// Another terminal has taken the right to record meanwhile.
    case takenOver(by: String)
    /// Another program has locked the record for longer than was waited for.
    case busy(path: String)
    /// Somebody else has recorded an act in between.
    case overtaken(date: CalendarDay, expected: Int, found: Int)
    case unreadableEntry(date: CalendarDay, number: Int, reason: String)
    /// The chain of a meeting's entries is broken.
    case forged(path: String, date: CalendarDay, fault: String)
    case unwritable(what: String, reason: String)
    case noLock(path: String, reason: String)
    case noWatch(path: String, reason: String)
    case failed(path: String, reason: String)

    /// What is wrong, and what would help.
    public var sentence: String {
        switch self {
        case .noFolder(let path, let reason):
            "the folder \(path) can't be used for the record: \(reason); make it writable, or name another with --dir"
        case .nothingRecorded(let path):
            "nothing has been recorded at \(path) yet; check --dir"
        case .unreadable(let path, let reason):
            "the record at \(path) can't be read: \(reason); it is its owner's, who can let you read it"
        case .notARecord(let path):
            "\(path) is not a record of mlreview; nothing was changed: move it away to begin a new record"
        case .damaged(let path, let reason):
            "the record at \(path) is damaged (\(reason)); nothing was changed: "
                + "move it away and put a backup in its place, or save what can be read with `sqlite3 \(path) .recover`"
        case .newer(let path):
            "the record at \(path) was written by a newer version of mlreview; update this one"
        case .older(let path):
            "the record at \(path) was written by an older version of mlreview and can't be brought up to date here; "
                + "open it once where its folder can be written"
        case .readOnly(let path):
            "the record at \(path) can't be written: make the file and its folder writable"
        case .needsWritableFolder(let path):
            "the record at \(path) was not closed, and can't be read whole where its folder can't be written; "
                + "open it once where it can, or copy the folder"
        case .diskFull(let path):
            "no space left on the disk that holds \(path): free some"
        case .link(let path):
            "\(path) is a link, or a file with a second name elsewhere, and could lead to what is somebody else's: "
                + "put the file itself there"
        case .notOwned(let path):
            "the folder \(path) belongs to another account: only its owner records in it, as private notes are there"
        case .notClosed(let path):
            "other accounts can look into \(path), and that can't be changed here: make it its owner's alone "
                + "(chmod 700 for the folder, 600 for its files)"
        case .vanished(let path):
            "the record at \(path) is gone: put it back, or \(Self.ways)"
        case .replaced(let path):
            "another file lies at \(path) than the one that was recorded into: put that one back, or \(Self.ways)"
        case .cut(let path):
            "the record at \(path) has lost its end, and what was recorded with it: \(Self.ways)"
        case .overwritten(let path):
            "somebody has written over the record at \(path), and not all that was recorded is in it: \(Self.ways)"
        case .takenOver(let who):
            "\(who) records this meeting now: leave there first, and what waits here is recorded"
        case .busy(let path):
            "another program holds the record at \(path): close it"
        case .overtaken(let date, let expected, let found):
            "somebody else has recorded at the meeting of \(date) in between (entry \(expected) is taken, "
                + "the record has \(found)); read it again, then repeat what is missing"
        case .unreadableEntry(let date, let number, let reason):
            "entry \(number) of the meeting of \(date) can't be read (\(reason)); "
                + "if a newer version of mlreview wrote it, update this one"
        case .forged(let path, let date, let fault):
            "the record at \(path) does not hold of the meeting of \(date) what was recorded: \(fault); "
                + "`mlreview verify \(date)` says more"
        case .unwritable(let what, let reason):
            "\(what) can't be put into the record: \(reason)"
        case .noLock(let path, let reason):
            "\(path) can't be locked, so this terminal can't write: \(reason)"
        case .noWatch(let path, let reason):
            "changes in \(path) can't be watched: \(reason); what others record shows when the meeting is opened again"
        case .failed(let path, let reason):
            "the record at \(path) failed: \(reason)"
        }
    }

    /// What helps where the record's own file is lost.
    private static let ways = "`:record` makes it anew there, `:record FOLDER` elsewhere"

    /// The error for a system call that failed: a full disk is told as that, whatever was asked of it.
    static func system(_ code: Int32, _ otherwise: RecordError, path: String) -> RecordError {
        code == ENOSPC || code == EDQUOT ? .diskFull(path: path) : otherwise
    }

    /// Whether somebody may not write here, and may perhaps read.
    public var isAboutAccess: Bool {
        switch self {
        case .noFolder, .readOnly, .notOwned, .notClosed: true
        default: false
        }
    }

    /// Whether it may be over soon, such as a disk that is full.
    public var isPassing: Bool {
        switch self {
        case .noFolder, .readOnly, .diskFull, .busy, .failed: true
        default: false
        }
    }

    /// Whether something that was on the disk is no longer there.
    public var isLoss: Bool {
        switch self {
        case .vanished, .replaced, .cut, .overwritten: true
        default: false
        }
    }

    /// Whether trying the same again can never work.
    public var isFinal: Bool {
        switch self {
        case .overtaken, .unwritable: true
        default: false
        }
    }
}

extension RecordError: CustomStringConvertible {
    public var description: String { sentence }
}
