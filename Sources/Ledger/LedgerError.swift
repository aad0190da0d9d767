import Council

/// Why a ledger could not be opened, read or written, in a sentence that says what to do about it.
///
/// Each ledger has causes of its own, as an extension of `Cause` and a factory method. The program asks for the traits,
/// and for the few causes that are named here.
public struct LedgerError: Error, Hashable, Sendable {
    public let cause: Cause
    /// What is wrong, and what would help.
    public let sentence: String
    /// The store's own words, if it has any.
    public let reason: String?
    public let traits: Traits

    public init(_ cause: Cause, _ sentence: String, reason: String? = nil, _ traits: Traits = []) {
        self.cause = cause
        self.sentence = sentence
        self.reason = reason
        self.traits = traits
    }

    public struct Cause: RawRepresentable, Hashable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Somebody else has recorded an act in between.
        public static let overtaken = Cause(rawValue: "overtaken")
        /// An act has no form in a ledger.
        public static let unwritable = Cause(rawValue: "unwritable")
        /// There is no ledger yet.
        public static let nothingRecorded = Cause(rawValue: "nothing recorded")
        /// An older version has written the ledger, and it was opened for reading only.
        public static let older = Cause(rawValue: "older")
        /// The store can't be read from some place on.
        public static let damaged = Cause(rawValue: "damaged")
        static let unreadableEntry = Cause(rawValue: "unreadable entry")
        static let forged = Cause(rawValue: "forged")
        static let takenOver = Cause(rawValue: "taken over")
        static let busy = Cause(rawValue: "busy")
        static let failed = Cause(rawValue: "failed")
    }

    public struct Traits: OptionSet, Hashable, Sendable {
        public let rawValue: Int
        public init(rawValue: Int) { self.rawValue = rawValue }

        /// One may not write here, and may perhaps read.
        public static let access = Traits(rawValue: 1)
        /// It may be over soon, as with a disk that is full.
        public static let passing = Traits(rawValue: 2)
        /// Something that was recorded is no longer there.
        public static let loss = Traits(rawValue: 4)
        /// Trying the same again can never work.
        public static let final = Traits(rawValue: 8)
    }

    public var isAboutAccess: Bool { traits.contains(.access) }
    public var isPassing: Bool { traits.contains(.passing) }
    public var isLoss: Bool { traits.contains(.loss) }
    public var isFinal: Bool { traits.contains(.final) }
}

/// The errors that every ledger can have.
extension LedgerError {
    public static func overtaken(date: CalendarDay, expected: Int, found: Int) -> Self {
        Self(
            .overtaken,
            "another program has recorded in the meeting of \(date) meanwhile (entry \(expected) is taken, "
                + "the record has \(found)); read it again, then repeat what is missing", .final)
    }

    public static func unwritable(reason: String) -> Self {
        Self(.unwritable, "an act can't be put into the record: \(reason)", reason: reason, .final)
    }

    static func unreadableEntry(_ name: String, date: CalendarDay, number: Int, reason: String) -> Self {
        Self(
            .unreadableEntry,
            "entry \(number) of the meeting of \(date) can't be read (\(reason)) in the record at \(name): "
                + "`mlreview verify \(date)` says how far the record holds; "
                + "if a newer version of mlreview wrote it, update this one", reason: reason)
    }

    /// The chain of a meeting's entries is broken.
    static func forged(_ name: String, date: CalendarDay, fault: String) -> Self {
        Self(
            .forged,
            "the record at \(name) lacks part of the meeting of \(date) what was recorded: \(fault); "
                + "`mlreview verify \(date)` says more")
    }

    /// Nothing is recorded behind entries that are not as they were recorded.
    static func untrusted(_ name: String, date: CalendarDay, fault: String) -> Self {
        Self(
            .forged,
            "the record at \(name) lacks part of the meeting of \(date) what was recorded: \(fault); `mlreview "
                + "verify \(date)` says more; nothing more goes into this record: `:record FOLDER` goes on in another folder, with everything so far",
            .loss)
    }

    /// Another terminal has taken the right to record meanwhile.
    static func takenOver(by who: String) -> Self {
        Self(.takenOver, "\(who) records this meeting now: leave it there, and what waits here is recorded")
    }

    /// Another program holds the ledger for longer than was waited for.
    public static func busy(_ name: String) -> Self {
        Self(.busy, "another program holds the record at \(name): close it", .passing)
    }

    public static func failed(_ name: String, reason: String) -> Self {
        Self(.failed, "the record at \(name) failed: \(reason)", reason: reason, .passing)
    }
}

extension LedgerError: CustomStringConvertible {
    public var description: String { sentence }
}
