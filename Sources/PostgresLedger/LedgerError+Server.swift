import Ledger

/// Faults of a server, and of the way to it.
extension LedgerError {
    static let noLibrary = Self(
        .noLibrary,
        "this machine lacks PostgreSQL's library, libpq, and the record is on a server: install it (on Debian "
            + "`apt install libpq5`)")

    static func unreachable(_ name: String, reason: String) -> Self {
        Self(.unreachable, "the record at \(name) can't be reached: \(reason)", reason: reason, .passing)
    }

    static func outOfMemory(_ name: String) -> Self { .failed(name, reason: "there is no memory left") }

    static func noSchema(_ name: String) -> Self {
        Self(.nothingRecorded, "the database at \(name) has no record: `mlreview database init \(name)` makes one")
    }

    static func newerSchema(_ name: String) -> Self {
        Self(.newer, "the record at \(name) is of a newer version of mlreview; update this one")
    }

    static func olderSchema(_ name: String) -> Self {
        Self(
            .older,
            "the record at \(name) is of an earlier version of mlreview: whoever owns it runs `mlreview database init "
                + "\(name)`, and nothing that is recorded changes")
    }

    static func noRights(_ name: String, account: String) -> Self {
        Self(
            .noRights,
            "the account \(account) has no rights in the record at \(name): name it as somebody's `login` in council.yaml, "
                + "and whoever owns the record runs `mlreview database init \(name)`")
    }

    /// What a meeting leaves is kept by those who record it.
    static func notOfficer(_ name: String, account: String) -> Self {
        .declined("\(account) may not keep texts and mails of this meeting at \(name): its scribe or the chair does")
    }

    static func notOwner(_ name: String, account: String, reason: String) -> Self {
        Self(
            .noRights,
            "the account \(account) can't make the record at \(name): \(reason); whoever owns the database does, and for "
                + "accounts that the server lacks, somebody who may make them (CREATEROLE)", reason: reason)
    }

    static func wrongEncoding(_ name: String, _ encoding: String) -> Self {
        Self(
            .wrongEncoding,
            "the database at \(name) has the encoding \(encoding), which can't hold every name: make one with `createdb -E UTF8 "
                + "-T template0`")
    }

    /// The connection had to be opened anew, and the server takes this program for somebody else.
    static func otherAccount(_ name: String) -> Self {
        Self(.noRights, "the server at \(name) no longer knows this account by the same handle: leave, and start again")
    }

    /// The server declines an act, by the council's roles.
    static func declined(_ sentence: String) -> Self { Self(.declined, sentence, .final) }

    /// The server has been put back to an earlier state, or is another one.
    static func lost(_ name: String) -> Self {
        Self(
            .lost,
            "the record at \(name) lacks what was recorded: the server was put back to an earlier state, or another one has "
                + "its name; nothing more is recorded until it has it again", .loss)
    }

    static func damagedServer(_ name: String, reason: String) -> Self {
        Self(
            .damaged, "the record at \(name) is damaged (\(reason)): put a backup of the database in its place",
            reason: reason)
    }

    init(_ error: any Error, _ name: String, account: String = "") {
        guard let error = error as? ServerError else {
            self = error as? LedgerError ?? .failed(name, reason: "\(error)")
            return
        }
        self =
            switch error.state {
            case _ where error.isGone: .unreachable(name, reason: error.message)
            case "ML001": .declined(error.message)
            case "3F000", "42P01", "42883": .noSchema(name)
            case "42501" where error.message.contains("row-level security"): .notOfficer(name, account: account)
            case "42501": .noRights(name, account: account)
            case "55P03", "57014", "40001", "40P01": .busy(name)
            case "XX001", "XX002": .damagedServer(name, reason: error.message)
            default: .failed(name, reason: error.message)
            }
    }
}

extension LedgerError.Cause {
    static let noLibrary = Self(rawValue: "no library")
    static let unreachable = Self(rawValue: "unreachable")
    static let newer = Self(rawValue: "newer schema")
    static let noRights = Self(rawValue: "no rights")
    static let wrongEncoding = Self(rawValue: "wrong encoding")
    static let declined = Self(rawValue: "declined")
    static let lost = Self(rawValue: "lost")
}
