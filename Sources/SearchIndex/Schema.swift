import GRDB

extension SearchIndex {
    /// Says that a database is an index of this program: `MLRS`.
    private static let mark = 0x4D4C_5253
    /// Goes up with every change of the tables, or of what stands in them.
    private static let version = 5

    static func isOurs(_ db: Database) throws -> Bool {
        let mark = try Int.fetchOne(db, sql: "PRAGMA application_id")
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version")
        return (mark, version) == (Self.mark, Self.version)
    }

    static func prepare(_ queue: DatabaseQueue) throws {
        // At once: the disk would be waited for after each table.
        try queue.write { db in
            try db.execute(sql: "PRAGMA application_id = \(mark); PRAGMA user_version = \(version)")
            try db.execute(sql: tables)
        }
    }

    private static let tables = """
        -- The files that are in the index, and how each looked when it was read.
        CREATE TABLE source (
          path TEXT PRIMARY KEY NOT NULL, size INTEGER, modified INTEGER, changed INTEGER, inode INTEGER
        ) WITHOUT ROWID;
        -- An item at one meeting, or a proposal as its file is: then it has no day.
        CREATE TABLE subject (
          id INTEGER PRIMARY KEY, source TEXT NOT NULL, day INTEGER, item TEXT, title TEXT NOT NULL, pod TEXT,
          verdict TEXT, decision TEXT, reason TEXT
        );
        CREATE INDEX subject_source ON subject (source);
        CREATE INDEX subject_item ON subject (item, day);
        -- The later the day, the greater the id; within a day, the earlier comes with the greater one.
        CREATE TABLE entry (
          id INTEGER PRIMARY KEY, subject INTEGER NOT NULL, kind TEXT NOT NULL, number INTEGER, person INTEGER
        );
        CREATE INDEX entry_subject ON entry (subject);
        -- The texts of the entries. They stand apart, so that a look at what thousands of entries are reads few pages.
        CREATE TABLE text (id INTEGER PRIMARY KEY, text TEXT NOT NULL, comparable TEXT, named TEXT);
        -- Which of the entries are proposals, of which a look at one finds many.
        CREATE TABLE proposal (id INTEGER PRIMARY KEY, item TEXT NOT NULL);
        CREATE TABLE person (
          id INTEGER PRIMARY KEY, name TEXT NOT NULL, handle TEXT NOT NULL, UNIQUE (name, handle)
        );
        CREATE TABLE piece (
          name TEXT NOT NULL, subject INTEGER NOT NULL, called TEXT NOT NULL, PRIMARY KEY (name, subject)
        ) WITHOUT ROWID;
        CREATE INDEX piece_subject ON piece (subject);
        -- The words of the entries. Those of proposals stand apart, as they are looked at by themselves, too; so do the
        -- names of proposals and topics, which count more.
        CREATE VIRTUAL TABLE word USING fts5 (said, proposed, named, content = '', tokenize = 'ascii');
        -- Facts about the whole, such as how the folder looked.
        CREATE TABLE fact (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID;
        -- What was read of the files of a folder, for as long as they look like this. The sum tells if the value is damaged.
        CREATE TABLE reading (
          folder TEXT NOT NULL, name TEXT NOT NULL, size INTEGER, modified INTEGER, changed INTEGER, inode INTEGER,
          reader TEXT NOT NULL, sum INTEGER, value BLOB, PRIMARY KEY (folder, name)
        );
        -- Answers that take long to work out, for as long as the folder looks the same.
        CREATE TABLE answer (question TEXT PRIMARY KEY NOT NULL, zone TEXT, day TEXT, text TEXT)
          WITHOUT ROWID;
        """
}
