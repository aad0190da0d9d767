-- Who reads what.

CREATE OR REPLACE FUNCTION mlreview.handle() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS 'SELECT handle FROM mlreview.people WHERE login = session_user';

CREATE OR REPLACE FUNCTION mlreview.sees(day text, entry bigint) RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    secret mlreview.secrets;
BEGIN
    SELECT * INTO secret FROM mlreview.secrets s WHERE s.meeting = day AND s.number = entry;
    IF NOT FOUND OR mlreview.is_owner() THEN RETURN true; END IF;
    RETURN coalesce(secret.reader = mlreview.handle(), false)
        OR secret.motion IS NULL AND mlreview.roles(day, mlreview.handle()) && ARRAY['scribe', 'chair'];
END $$;

-- An entry as somebody has it who may not read its words. With the digest of its payload in the place of the salt, the
-- chain can be followed all the same.
CREATE OR REPLACE FUNCTION mlreview.withheld(entry mlreview.entries) RETURNS mlreview.entries LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    content jsonb := mlreview.json(entry.detail) -> entry.kind;
BEGIN
    entry.salt := mlreview.payload_digest(entry);
    IF entry.kind = 'balloted' THEN
        entry.detail := jsonb_build_object('balloted', jsonb_build_object(
            'motion', coalesce(entry.ordinal, (content ->> 'motion')::bigint),
            'ballot', jsonb_strip_nulls(jsonb_build_object('who', coalesce(entry.who, content #>> '{ballot,who}'),
                'choice', 'abstain', 'by', content #>> '{ballot,by}', 'isSealed', true))));
        entry.ordinal := NULL;
        entry.text := NULL;
    ELSIF entry.kind = 'corrected' THEN
        entry.detail := jsonb_build_object('corrected', CASE WHEN content -> 'change' ? 'speaker'
            THEN jsonb_set(content, '{change,speaker}', '{}') ELSE content END);
        RETURN entry;
    ELSE
        entry.item := coalesce(entry.item, content ->> 'item');
        entry.ordinal := coalesce(entry.ordinal, (content ->> 'number')::bigint);
        entry.text := CASE WHEN entry.kind IN ('noted', 'reworded') THEN '' END;
        entry.detail := NULL;
    END IF;
    entry.who := NULL;
    entry.word := CASE entry.kind WHEN 'noted' THEN 'private' END;
    RETURN entry;
END $$;

-- Opens the ballots of a secret vote to everybody, for the tally. Whoever does this to look at them has ended the vote:
-- no ballot is given or changed any more, unless the tally is taken back.
CREATE OR REPLACE FUNCTION mlreview.open_ballots(day text, vote bigint) RETURNS void LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(2, day::date - date '2000-01-01');
    IF NOT mlreview.is_owner() AND NOT EXISTS (SELECT FROM mlreview.rights r
        WHERE r.duty = 'outcome' AND r.whose = 'other' AND r.role = ANY (mlreview.roles(day, mlreview.handle())))
    THEN
        RAISE EXCEPTION USING ERRCODE = 'ML001', MESSAGE = format(
            '%s may not count the votes at the meeting of %s: its scribe or the chair does', session_user, day);
    END IF;
    INSERT INTO mlreview.counted SELECT DISTINCT s.meeting, s.motion FROM mlreview.secrets s
        WHERE s.meeting = day AND s.motion = vote ON CONFLICT DO NOTHING;
    DELETE FROM mlreview.secrets s WHERE s.meeting = day AND s.motion = vote;
END $$;

-- The entries of a meeting as whoever asks may read them.
CREATE OR REPLACE FUNCTION mlreview.read(day text, last bigint) RETURNS SETOF mlreview.entries LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    entry mlreview.entries;
BEGIN
    IF mlreview.is_owner() OR NOT EXISTS (SELECT FROM mlreview.secrets s WHERE s.meeting = day) THEN
        RETURN QUERY SELECT * FROM mlreview.entries e WHERE e.meeting = day AND e.number > last ORDER BY e.number;
        RETURN;
    END IF;
    FOR entry IN SELECT * FROM mlreview.entries e WHERE e.meeting = day AND e.number > last ORDER BY e.number LOOP
        RETURN NEXT CASE WHEN mlreview.sees(day, entry.number) THEN entry ELSE mlreview.withheld(entry) END;
    END LOOP;
END $$;

CREATE OR REPLACE FUNCTION mlreview.may_publish(day text) RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN mlreview.is_owner() OR mlreview.roles(day, mlreview.handle()) && ARRAY['scribe', 'chair']
        OR NOT EXISTS (SELECT FROM mlreview.meetings WHERE meeting = day)
            AND (SELECT may_begin FROM mlreview.people WHERE login = session_user);
END $$;

ALTER TABLE mlreview.entries ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS entries_are_read ON mlreview.entries;
CREATE POLICY entries_are_read ON mlreview.entries FOR SELECT USING (mlreview.sees(meeting, number));

ALTER TABLE mlreview.drafts ENABLE ROW LEVEL SECURITY;
ALTER TABLE mlreview.drafts FORCE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS drafts_are_their_own ON mlreview.drafts;
CREATE POLICY drafts_are_their_own ON mlreview.drafts USING (login = session_user);

ALTER TABLE mlreview.outputs ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS outputs_are_read ON mlreview.outputs;
CREATE POLICY outputs_are_read ON mlreview.outputs FOR SELECT USING (true);
DROP POLICY IF EXISTS outputs_are_kept ON mlreview.outputs;
CREATE POLICY outputs_are_kept ON mlreview.outputs USING (mlreview.may_publish(meeting));

ALTER TABLE mlreview.unsettled ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS unsettled_are_read ON mlreview.unsettled;
CREATE POLICY unsettled_are_read ON mlreview.unsettled FOR SELECT USING (true);
DROP POLICY IF EXISTS unsettled_are_kept ON mlreview.unsettled;
CREATE POLICY unsettled_are_kept ON mlreview.unsettled USING (mlreview.may_publish(meeting));

ALTER TABLE mlreview.deliveries ENABLE ROW LEVEL SECURITY;
DROP POLICY IF EXISTS deliveries_are_kept ON mlreview.deliveries;
CREATE POLICY deliveries_are_kept ON mlreview.deliveries USING (mlreview.may_publish(meeting));
