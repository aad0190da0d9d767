import Foundation
import GRDB
import Ledger

/// The tables of the record, and how an older record becomes a newer one. Nothing is ever erased.
enum Schema {
    /// Marks the file as a record: `MLRV` in SQLite's application id.
    static let applicationID = 0x4D4C_5256

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator().disablingDeferredForeignKeyChecks()
        migrator.registerMigration("1: entries, drafts, outputs") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: tables)
            try db.execute(sql: guards)
        }
        migrator.registerMigration("2: edited outputs, deliveries") { db in
            try db.execute(sql: "ALTER TABLE outputs ADD COLUMN source TEXT")  // what a person wrote; NULL for none
            try db.execute(sql: deliveries)
        }
        migrator.registerMigration("3: unsettled outputs") { db in
            try db.execute(sql: unsettled)
        }
        migrator.registerMigration("4: requests, authors, versions") { db in
            try db.execute(sql: signatures)
        }
        migrator.registerMigration("5: the chain of entries") { db in
            try db.execute(sql: chain)
            try db.execute(sql: "DROP TRIGGER IF EXISTS entries_are_not_changed")
            try EntryTable.sealAll(in: db, at: Date())
            try db.execute(sql: guardAgainstChange)
        }
        migrator.registerMigration("6: drafts by item and author") { db in
            try db.execute(sql: drafts)
        }
        return migrator
    }

    /// A draft belongs to its item and its author; one that was kept before has neither.
    private static let drafts = """
        ALTER TABLE drafts RENAME TO old_drafts;
        CREATE TABLE drafts (
            meeting TEXT NOT NULL,
            kind TEXT NOT NULL,
            item TEXT NOT NULL,         -- empty for none
            author TEXT NOT NULL,       -- a handle; empty for nobody
            text TEXT NOT NULL,
            PRIMARY KEY (meeting, kind, item, author)
        ) WITHOUT ROWID;
        INSERT INTO drafts SELECT meeting, kind, '', '', text FROM old_drafts;
        DROP TABLE old_drafts;
        """

    /// The columns of `entries` are those of `ActColumns`; the long `detail` comes last, so that a scan skips it.
    /// Clustered by meeting and number: an append touches one page, and a meeting is read in one sweep.
    private static let tables = """
        CREATE TABLE entries (
            meeting TEXT NOT NULL,      -- the date, YYYY-MM-DD
            number INTEGER NOT NULL,    -- from 1 within the meeting, without gaps
            at INTEGER NOT NULL,        -- milliseconds since 1970-01-01 UTC
            kind TEXT NOT NULL,
            item TEXT,
            ordinal INTEGER,
            who TEXT,
            word TEXT,
            text TEXT,
            detail TEXT,                -- JSON of acts that the columns can't hold
            PRIMARY KEY (meeting, number)
        ) WITHOUT ROWID;

        CREATE INDEX landmarks ON entries (meeting, number, kind, ordinal)
            WHERE kind IN ('opened', 'closed', 'reopened', 'undone', 'redone');

        CREATE TABLE drafts (
            meeting TEXT NOT NULL,
            kind TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (meeting, kind)
        ) WITHOUT ROWID;

        CREATE TABLE outputs (
            meeting TEXT NOT NULL,
            revision INTEGER NOT NULL,
            name TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (meeting, revision, name)
        ) WITHOUT ROWID;
        """

    /// The origin of an entry. Older entries have NULL in all of these, and are read as version 1.
    private static let signatures = """
        ALTER TABLE entries ADD COLUMN author TEXT;     -- a handle
        ALTER TABLE entries ADD COLUMN request BLOB;    -- the request's UUID, 16 bytes
        ALTER TABLE entries ADD COLUMN version INTEGER; -- of the payload: of what stands in item to detail
        """

    /// The seals that make the entries a chain; see `SealedEntry`. Entries that are older than the chain were sealed when a version
    /// with a chain first opened the record, and nobody can tell what happened to them before.
    private static let chain = """
        ALTER TABLE entries ADD COLUMN salt BLOB;       -- 16 random bytes
        ALTER TABLE entries ADD COLUMN previous BLOB;   -- the digest before, 32 bytes; NULL for the very first entry
        ALTER TABLE entries ADD COLUMN digest BLOB;     -- 32 bytes

        CREATE TABLE sealed_later (
            meeting TEXT PRIMARY KEY,
            number INTEGER NOT NULL,    -- of the last entry that was sealed later than it was recorded
            at INTEGER NOT NULL         -- when that was, in milliseconds since 1970-01-01 UTC
        ) WITHOUT ROWID;
        """

    /// The deliveries of mails. A row is there before the mail is handed over, so that a program that ends in between leaves
    /// a doubt behind, and not a second mail.
    private static let deliveries = """
        CREATE TABLE deliveries (
            meeting TEXT NOT NULL,
            message TEXT NOT NULL,      -- the mail's Message-ID
            recipient TEXT NOT NULL,
            at INTEGER NOT NULL,        -- milliseconds since 1970-01-01 UTC
            state TEXT NOT NULL,
            detail TEXT,                -- the mail system's own words
            PRIMARY KEY (meeting, message, recipient)
        ) WITHOUT ROWID;
        """

    /// Texts that the files may have while they are being written: the old ones and the new ones. There can be several of
    /// one file, if writing was cut short more than once.
    private static let unsettled = """
        CREATE TABLE unsettled (
            meeting TEXT NOT NULL,
            revision INTEGER NOT NULL,
            name TEXT NOT NULL,
            text TEXT NOT NULL
        );

        CREATE INDEX unsettled_files ON unsettled (meeting, name);
        """

    /// Recorded entries stay, whichever program opens the file.
    private static let guards = """
        CREATE TRIGGER entries_follow BEFORE INSERT ON entries
        WHEN NEW.number IS NOT
            (SELECT coalesce(max(number), 0) + 1 FROM entries WHERE meeting = NEW.meeting)
        BEGIN SELECT RAISE(ABORT, 'entries are numbered without gaps'); END;

        \(guardAgainstChange)

        CREATE TRIGGER entries_are_not_deleted BEFORE DELETE ON entries
        BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
        """

    private static let guardAgainstChange = """
        CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries
        BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;
        """
}
