-- The record of an ML council's meetings. What mlreview runs is what `mlreview database init --stdout` prints.
-- Run again, it brings a record of an earlier version up to date.

CREATE SCHEMA IF NOT EXISTS mlreview;

CREATE TABLE IF NOT EXISTS mlreview.version (number integer PRIMARY KEY);

-- Sorted by bytes, as in every other ledger. The columns from `meeting` to `detail` are what a digest covers.
CREATE TABLE IF NOT EXISTS mlreview.entries (
    meeting text COLLATE "C" NOT NULL,  -- the date, YYYY-MM-DD
    number bigint NOT NULL,             -- from 1 within the meeting, without gaps
    at bigint NOT NULL,                 -- milliseconds since 1970-01-01 UTC
    author text,                        -- a handle
    request bytea,                      -- the request's UUID, 16 bytes
    kind text NOT NULL,
    version bigint,                     -- of the payload: of what stands in item to detail
    item text,
    ordinal bigint,
    who text,
    word text,
    text text,
    detail text,                        -- JSON of acts that the columns can't hold
    salt bytea,                         -- 16 random bytes
    previous bytea,                     -- the digest before, 32 bytes; NULL for the very first entry
    digest bytea,                       -- 32 bytes
    PRIMARY KEY (meeting, number)
);

CREATE INDEX IF NOT EXISTS entries_requests ON mlreview.entries (request);

CREATE INDEX IF NOT EXISTS entries_landmarks ON mlreview.entries (meeting, number)
    WHERE kind IN ('opened', 'closed', 'reopened', 'undone', 'redone');

-- Entries of a file that were sealed later than they were recorded.
CREATE TABLE IF NOT EXISTS mlreview.sealed_later (
    meeting text COLLATE "C" PRIMARY KEY,
    number bigint NOT NULL,
    at bigint NOT NULL
);

CREATE TABLE IF NOT EXISTS mlreview.drafts (
    meeting text COLLATE "C" NOT NULL,
    login text NOT NULL DEFAULT session_user,
    kind text NOT NULL,
    item text NOT NULL,                 -- empty for none
    author text NOT NULL,               -- a handle; empty for nobody
    text text NOT NULL,
    PRIMARY KEY (meeting, login, kind, item, author)
);

CREATE TABLE IF NOT EXISTS mlreview.outputs (
    meeting text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    name text COLLATE "C" NOT NULL,
    text text NOT NULL,
    source text,                        -- what a person wrote; NULL for none
    PRIMARY KEY (meeting, revision, name)
);

-- Texts that the files may have while they are being written.
CREATE TABLE IF NOT EXISTS mlreview.unsettled (
    place bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    meeting text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    name text NOT NULL,
    text text NOT NULL
);

CREATE INDEX IF NOT EXISTS unsettled_files ON mlreview.unsettled (meeting, name);

CREATE TABLE IF NOT EXISTS mlreview.deliveries (
    meeting text COLLATE "C" NOT NULL,
    message text COLLATE "C" NOT NULL,  -- the mail's Message-ID
    recipient text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    state text NOT NULL,
    detail text,                        -- the mail system's own words
    PRIMARY KEY (meeting, message, recipient)
);

-- Who has the right to record; the lock itself is the server's.
CREATE TABLE IF NOT EXISTS mlreview.leases (
    meeting text COLLATE "C" PRIMARY KEY,
    holder text NOT NULL                -- JSON
);

-- The accounts of the council, from council.yaml.
CREATE TABLE IF NOT EXISTS mlreview.people (
    login text PRIMARY KEY,
    handle text NOT NULL UNIQUE,
    role text NOT NULL CHECK (role IN ('practitioner', 'member', 'chair')),
    may_begin boolean NOT NULL          -- lays an agenda before the council
);

-- Who may do what: the table `Authority`, with the kinds of acts that each duty leads to.
CREATE TABLE IF NOT EXISTS mlreview.duties (
    kind text PRIMARY KEY,
    duty text NOT NULL
);

CREATE TABLE IF NOT EXISTS mlreview.rights (
    duty text NOT NULL,
    whose text NOT NULL CHECK (whose IN ('own', 'other')),
    role text NOT NULL,
    PRIMARY KEY (duty, whose, role)
);

-- What follows from the entries, and decides who may add to them and read them.
CREATE TABLE IF NOT EXISTS mlreview.meetings (
    meeting text COLLATE "C" PRIMARY KEY,
    docket bigint NOT NULL,             -- the entry of the docket that counts
    hides_ballots boolean NOT NULL,
    votes_at text NOT NULL              -- room, terminal or both
);

CREATE TABLE IF NOT EXISTS mlreview.officers (
    meeting text COLLATE "C" NOT NULL,
    number bigint NOT NULL,             -- the entry that made them so
    handle text NOT NULL,
    role text NOT NULL,                 -- as the docket has it; agenda is its scribe, acting an acting chair
    is_undone boolean NOT NULL DEFAULT false,
    PRIMARY KEY (meeting, number, handle, role)
);

-- Notes that are private, or ever were.
CREATE TABLE IF NOT EXISTS mlreview.private_notes (
    meeting text COLLATE "C" NOT NULL,
    item text NOT NULL,
    note bigint NOT NULL,
    PRIMARY KEY (meeting, item, note)
);

-- Entries that not everybody reads.
CREATE TABLE IF NOT EXISTS mlreview.secrets (
    meeting text COLLATE "C" NOT NULL,
    number bigint NOT NULL,
    motion bigint,                      -- of a ballot; NULL for a private note, which officers read
    reader text,                        -- the member whose ballot it is
    PRIMARY KEY (meeting, number)
);

-- Secret votes that are being counted: their ballots are open, and none can be given or changed.
CREATE TABLE IF NOT EXISTS mlreview.counted (
    meeting text COLLATE "C" NOT NULL,
    motion bigint NOT NULL,
    PRIMARY KEY (meeting, motion)
);
