-- Who reads what.

CREATE FUNCTION mlreview.handle() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS 'SELECT handle FROM mlreview.people WHERE login = session_user';

CREATE FUNCTION mlreview.sees(day text, entry bigint) RETURNS boolean LANGUAGE plpgsql STABLE
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
CREATE FUNCTION mlreview.withheld(entry mlreview.entries) RETURNS mlreview.entries LANGUAGE plpgsql IMMUTABLE
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

-- The entries of a meeting as whoever asks may read them.
CREATE FUNCTION mlreview.read(day text, last bigint) RETURNS SETOF mlreview.entries LANGUAGE plpgsql STABLE
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

CREATE FUNCTION mlreview.may_publish(day text) RETURNS boolean LANGUAGE plpgsql STABLE
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN mlreview.is_owner() OR mlreview.roles(day, mlreview.handle()) && ARRAY['scribe', 'chair']
        OR NOT EXISTS (SELECT FROM mlreview.meetings WHERE meeting = day)
            AND (SELECT may_begin FROM mlreview.people WHERE login = session_user);
END $$;

ALTER TABLE mlreview.entries ENABLE ROW LEVEL SECURITY;
CREATE POLICY entries_are_read ON mlreview.entries FOR SELECT USING (mlreview.sees(meeting, number));

ALTER TABLE mlreview.drafts ENABLE ROW LEVEL SECURITY;
ALTER TABLE mlreview.drafts FORCE ROW LEVEL SECURITY;
CREATE POLICY drafts_are_their_own ON mlreview.drafts USING (login = session_user);

ALTER TABLE mlreview.outputs ENABLE ROW LEVEL SECURITY;
CREATE POLICY outputs_are_read ON mlreview.outputs FOR SELECT USING (true);
CREATE POLICY outputs_are_kept ON mlreview.outputs USING (mlreview.may_publish(meeting));

ALTER TABLE mlreview.unsettled ENABLE ROW LEVEL SECURITY;
CREATE POLICY unsettled_are_read ON mlreview.unsettled FOR SELECT USING (true);
CREATE POLICY unsettled_are_kept ON mlreview.unsettled USING (mlreview.may_publish(meeting));

ALTER TABLE mlreview.deliveries ENABLE ROW LEVEL SECURITY;
CREATE POLICY deliveries_are_kept ON mlreview.deliveries USING (mlreview.may_publish(meeting));
