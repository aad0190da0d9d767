-- Entries are added by one function, and never changed.

CREATE OR REPLACE FUNCTION mlreview.mark(value text) RETURNS bytea LANGUAGE sql IMMUTABLE
RETURN CASE WHEN value IS NULL THEN '\x00'::bytea
    ELSE '\x02'::bytea || int8send(octet_length(value)) || convert_to(value, 'UTF8') END;

CREATE OR REPLACE FUNCTION mlreview.mark(value bigint) RETURNS bytea LANGUAGE sql IMMUTABLE
RETURN CASE WHEN value IS NULL THEN '\x00'::bytea ELSE '\x01'::bytea || int8send(value) END;

CREATE OR REPLACE FUNCTION mlreview.mark(value bytea) RETURNS bytea LANGUAGE sql IMMUTABLE
RETURN CASE WHEN value IS NULL THEN '\x00'::bytea
    ELSE '\x03'::bytea || int8send(octet_length(value)) || value END;

-- The digest that a row should have: SHA-256(previous ‖ header ‖ SHA-256(salt ‖ payload)).
CREATE OR REPLACE FUNCTION mlreview.payload_digest(entry mlreview.entries) RETURNS bytea LANGUAGE sql IMMUTABLE
RETURN sha256(
    entry.salt || mlreview.mark(entry.item) || mlreview.mark(entry.ordinal) || mlreview.mark(entry.who)
    || mlreview.mark(entry.word) || mlreview.mark(entry.text) || mlreview.mark(entry.detail));

CREATE OR REPLACE FUNCTION mlreview.made_digest(entry mlreview.entries) RETURNS bytea LANGUAGE sql IMMUTABLE
RETURN sha256(
    mlreview.mark(entry.previous) || mlreview.mark(entry.meeting) || mlreview.mark(entry.number)
    || mlreview.mark(entry.at) || mlreview.mark(entry.author) || mlreview.mark(entry.request)
    || mlreview.mark(entry.kind) || mlreview.mark(entry.version) || mlreview.mark(mlreview.payload_digest(entry)));

-- JSON without the one character that PostgreSQL can't read.
CREATE OR REPLACE FUNCTION mlreview.json(detail text) RETURNS jsonb LANGUAGE sql IMMUTABLE
RETURN regexp_replace(detail, '(?<!\\)((\\\\)*)\\u0000', '\1', 'g')::jsonb;

-- Whether whoever asks owns the record. They are as somebody at a single terminal, who records for the room.
CREATE OR REPLACE FUNCTION mlreview.is_owner() RETURNS boolean LANGUAGE sql STABLE
RETURN pg_has_role(session_user, (SELECT nspowner FROM pg_namespace WHERE nspname = 'mlreview'), 'USAGE');

-- The last entry of each meeting, found by hops in the primary key.
CREATE OR REPLACE VIEW mlreview.last_entries AS
    WITH RECURSIVE dates (meeting) AS (
        (SELECT meeting FROM mlreview.entries ORDER BY meeting LIMIT 1)
        UNION ALL
        SELECT (SELECT e.meeting FROM mlreview.entries e WHERE e.meeting > dates.meeting ORDER BY e.meeting LIMIT 1)
        FROM dates WHERE dates.meeting IS NOT NULL
    )
    SELECT last.* FROM dates, LATERAL (
        SELECT * FROM mlreview.entries e WHERE e.meeting = dates.meeting ORDER BY e.number DESC LIMIT 1
    ) AS last;

CREATE OR REPLACE VIEW mlreview.last_numbers AS SELECT meeting, number, at FROM mlreview.last_entries;

-- Appends entries of one author, the first as number `first`; returns nothing if that number is taken or comes too early.
CREATE OR REPLACE FUNCTION mlreview.append(
    day text, first bigint, requests bytea[], kinds text[], versions bigint[], items text[], ordinals bigint[],
    whos text[], words text[], texts text[], details text[],
    draft_kind text, draft_item text, draft_author text
) RETURNS SETOF mlreview.entries LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    entry mlreview.entries;
    signer text := (SELECT handle FROM mlreview.people WHERE login = session_user);
    owns boolean := mlreview.is_owner();
    last bigint;
    refusal text;
BEGIN
    IF signer IS NULL AND NOT owns THEN
        RAISE EXCEPTION USING ERRCODE = 'ML001', MESSAGE = format(
            'the account %s is nobody''s on this council: `login` in council.yaml says whose it is, and `mlreview '
            'database init` brings it here', session_user);
    END IF;
    IF day !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' OR cardinality(kinds) IS DISTINCT FROM cardinality(requests)
        OR cardinality(kinds) IS DISTINCT FROM cardinality(details) THEN
        RAISE EXCEPTION USING ERRCODE = 'ML001', MESSAGE = 'these are no entries of a meeting';
    END IF;
    PERFORM pg_advisory_xact_lock(2, day::date - date '2000-01-01');
    SELECT e.number, e.digest INTO last, entry.digest FROM mlreview.entries e
        WHERE e.meeting = day ORDER BY e.number DESC LIMIT 1;
    IF NOT FOUND THEN
        -- One meeting at a time follows another one: a record has one beginning.
        PERFORM pg_advisory_xact_lock(2, -1);
        last := 0;
        entry.digest := (SELECT e.digest FROM mlreview.last_entries e ORDER BY e.at DESC, e.meeting DESC LIMIT 1);
    END IF;
    IF first IS DISTINCT FROM last + 1 THEN RETURN; END IF;
    entry.meeting := day;
    entry.at := floor(extract(epoch FROM clock_timestamp()) * 1000);
    entry.author := signer;
    FOR place IN 1..cardinality(kinds) LOOP
        entry.number := last + place;
        entry.request := requests[place];
        entry.kind := kinds[place];
        entry.version := versions[place];
        entry.item := items[place];
        entry.ordinal := ordinals[place];
        entry.who := whos[place];
        entry.word := words[place];
        entry.text := texts[place];
        entry.detail := details[place];
        entry.salt := uuid_send(gen_random_uuid());
        entry.previous := entry.digest;
        entry.digest := mlreview.made_digest(entry);
        IF NOT owns THEN
            refusal := mlreview.refusal(entry);
            IF refusal IS NOT NULL THEN RAISE EXCEPTION USING ERRCODE = 'ML001', MESSAGE = refusal; END IF;
        END IF;
        INSERT INTO mlreview.entries VALUES (entry.*);
        RETURN NEXT entry;
    END LOOP;
    IF draft_kind IS NOT NULL THEN
        DELETE FROM mlreview.drafts d WHERE d.meeting = day AND d.login = session_user AND d.kind = draft_kind
            AND d.item = draft_item AND d.author = draft_author;
    END IF;
    -- No more than the number: everybody hears it.
    PERFORM pg_notify('mlreview', entry.number::text);
END $$;

-- What the entries themselves are checked for, and what follows from them.
CREATE OR REPLACE FUNCTION mlreview.entries_follow() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    detail jsonb;
    change jsonb;
    place bigint;
BEGIN
    IF NEW.number > 1 AND NOT EXISTS (
        SELECT FROM mlreview.entries e WHERE e.meeting = NEW.meeting AND e.number = NEW.number - 1) OR NEW.number < 1
    THEN RAISE EXCEPTION 'entries are numbered without gaps'; END IF;
    CASE NEW.kind
    WHEN 'docket' THEN
        detail := mlreview.json(NEW.detail);
        INSERT INTO mlreview.meetings VALUES (
            NEW.meeting, NEW.number, coalesce(detail #>> '{roster,voting,shown}' = 'at-tally', false),
            coalesce(detail #>> '{roster,voting,from}', 'both')
        ) ON CONFLICT (meeting) DO UPDATE SET docket = NEW.number, hides_ballots = EXCLUDED.hides_ballots,
            votes_at = EXCLUDED.votes_at;
        INSERT INTO mlreview.officers (meeting, number, handle, role)
            SELECT NEW.meeting, NEW.number, person ->> 'handle', 'member'
                FROM jsonb_array_elements(detail #> '{roster,members}') AS person
            UNION SELECT NEW.meeting, NEW.number, person ->> 'handle', 'practitioner'
                FROM jsonb_array_elements(
                    (detail #> '{roster,members}') || coalesce(detail #> '{roster,practitioners}', '[]')) AS person
            UNION SELECT NEW.meeting, NEW.number, detail #>> '{roster,chair,member}', 'chair'
            UNION SELECT NEW.meeting, NEW.number, scribe, 'agenda'
                FROM (VALUES (detail #>> '{agenda,scribe}')) AS agenda (scribe) WHERE scribe IS NOT NULL;
    WHEN 'scribed', 'chaired' THEN
        INSERT INTO mlreview.officers (meeting, number, handle, role)
            VALUES (NEW.meeting, NEW.number, NEW.who, CASE NEW.kind WHEN 'scribed' THEN 'scribe' ELSE 'acting' END);
    WHEN 'undone', 'redone' THEN
        UPDATE mlreview.officers o SET is_undone = NEW.kind = 'undone'
            WHERE o.meeting = NEW.meeting AND o.number = NEW.ordinal;
        DELETE FROM mlreview.counted c USING mlreview.entries e
            WHERE NEW.kind = 'undone' AND e.meeting = NEW.meeting AND e.number = NEW.ordinal AND e.kind = 'tallied'
                AND c.meeting = NEW.meeting
                AND c.motion = coalesce(e.ordinal, (mlreview.json(e.detail) #>> '{tallied,motion}')::bigint);
    WHEN 'noted', 'reworded', 'struck', 'resolved', 'corrected' THEN
        detail := mlreview.json(NEW.detail) -> NEW.kind;
        change := detail -> 'change';
        place := coalesce(NEW.ordinal, (detail ->> 'number')::bigint);
        -- A note that was undone leaves its number to another one.
        IF NEW.kind = 'noted' THEN
            DELETE FROM mlreview.private_notes n WHERE n.meeting = NEW.meeting
                AND n.item = coalesce(NEW.item, detail ->> 'item') AND n.note = place;
        END IF;
        IF 'private' IN (NEW.word, detail ->> 'kind', change #>> '{kind,is}') THEN
            INSERT INTO mlreview.private_notes
                VALUES (NEW.meeting, coalesce(NEW.item, detail ->> 'item'), place) ON CONFLICT DO NOTHING;
        END IF;
        IF EXISTS (SELECT FROM mlreview.private_notes n WHERE n.meeting = NEW.meeting
            AND n.item = coalesce(NEW.item, detail ->> 'item') AND n.note = place)
        THEN
            INSERT INTO mlreview.secrets VALUES (NEW.meeting, NEW.number);
            INSERT INTO mlreview.private_notes
                SELECT NEW.meeting, change #>> '{item,is}', (change #>> '{item,number}')::bigint
                WHERE change ? 'item' ON CONFLICT DO NOTHING;
        END IF;
    WHEN 'balloted' THEN
        detail := mlreview.json(NEW.detail) -> 'balloted';
        INSERT INTO mlreview.secrets
            SELECT NEW.meeting, NEW.number, coalesce(NEW.ordinal, (detail ->> 'motion')::bigint),
                coalesce(NEW.who, detail #>> '{ballot,who}')
            FROM mlreview.meetings m WHERE m.meeting = NEW.meeting AND m.hides_ballots
                AND coalesce(NEW.word, detail #>> '{ballot,choice}') IS DISTINCT FROM 'recuse';
    WHEN 'tallied' THEN
        DELETE FROM mlreview.secrets s WHERE s.meeting = NEW.meeting
            AND s.motion = coalesce(NEW.ordinal, (mlreview.json(NEW.detail) #>> '{tallied,motion}')::bigint);
    ELSE
    END CASE;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER entries_follow AFTER INSERT ON mlreview.entries
    FOR EACH ROW EXECUTE FUNCTION mlreview.entries_follow();

CREATE OR REPLACE FUNCTION mlreview.entries_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'entries are never %', CASE TG_OP WHEN 'UPDATE' THEN 'changed' ELSE 'deleted' END;
END $$;

CREATE OR REPLACE TRIGGER entries_stay BEFORE UPDATE OR DELETE ON mlreview.entries
    FOR EACH ROW EXECUTE FUNCTION mlreview.entries_stay();

CREATE OR REPLACE TRIGGER entries_stay_whole BEFORE TRUNCATE ON mlreview.entries
    FOR EACH STATEMENT EXECUTE FUNCTION mlreview.entries_stay();

-- Also for a session that replays what another server did.
ALTER TABLE mlreview.entries ENABLE ALWAYS TRIGGER entries_follow;
ALTER TABLE mlreview.entries ENABLE ALWAYS TRIGGER entries_stay;
ALTER TABLE mlreview.entries ENABLE ALWAYS TRIGGER entries_stay_whole;
