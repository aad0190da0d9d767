-- Who may add what.

-- What somebody is at a meeting.
CREATE OR REPLACE FUNCTION mlreview.roles(day text, person text) RETURNS text[] LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    docket bigint := (SELECT max(number) FROM mlreview.officers
        WHERE meeting = day AND role = 'chair' AND NOT is_undone);
    acting text := (SELECT handle FROM mlreview.officers
        WHERE meeting = day AND role = 'acting' AND NOT is_undone ORDER BY number DESC LIMIT 1);
BEGIN
    RETURN ARRAY(
        SELECT CASE role WHEN 'agenda' THEN 'scribe' ELSE role END FROM mlreview.officers
            WHERE meeting = day AND handle = person AND NOT is_undone AND role <> 'acting'
                AND (number = docket OR role = 'scribe')
        UNION ALL SELECT 'chair' WHERE acting = person);
END $$;

CREATE OR REPLACE FUNCTION mlreview.speaker(day text, place text, note bigint) RETURNS text LANGUAGE sql STABLE
RETURN (SELECT CASE kind WHEN 'noted' THEN coalesce(who, mlreview.json(detail) #>> '{noted,speaker}')
        ELSE mlreview.json(detail) #>> '{corrected,change,speaker,is}' END
    FROM mlreview.entries
    WHERE meeting = day AND (
        kind = 'noted' AND coalesce(item, mlreview.json(detail) #>> '{noted,item}') = place
            AND coalesce(ordinal, (mlreview.json(detail) #>> '{noted,number}')::bigint) = note
        OR kind = 'corrected' AND mlreview.json(detail) #>> '{corrected,item}' = place
            AND (mlreview.json(detail) #>> '{corrected,number}')::bigint = note
            AND mlreview.json(detail) #> '{corrected,change}' ? 'speaker')
    ORDER BY number DESC LIMIT 1);

-- Why an entry may not be added by its author; NULL if it may.
CREATE OR REPLACE FUNCTION mlreview.refusal(entry mlreview.entries) RETURNS text LANGUAGE plpgsql STABLE
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    roles text[] := mlreview.roles(entry.meeting, entry.author);
    task text := (SELECT d.duty FROM mlreview.duties d WHERE d.kind = entry.kind);
    detail jsonb := CASE WHEN entry.kind <> 'docket' THEN mlreview.json(entry.detail) -> entry.kind END;
    topic text := coalesce(entry.item, detail ->> 'item');
    note_number bigint := coalesce(entry.ordinal, (detail ->> 'number')::bigint);
    place text := (SELECT m.votes_at FROM mlreview.meetings m WHERE m.meeting = entry.meeting);
    subject text;
BEGIN
    IF task IS NULL THEN
        RETURN format('an act of the kind %s is not known to this record: `mlreview database check` says more', entry.kind);
    END IF;
    IF entry.kind = 'docket' THEN RETURN mlreview.docket_refusal(entry, roles); END IF;
    subject := CASE
        WHEN entry.kind IN ('undone', 'redone') THEN
            (SELECT e.author FROM mlreview.entries e WHERE e.meeting = entry.meeting AND e.number = entry.ordinal)
        WHEN entry.kind = 'balloted' THEN coalesce(entry.who, detail #>> '{ballot,who}')
        WHEN entry.kind = 'noted' THEN coalesce(entry.who, detail ->> 'speaker')
        WHEN entry.kind = 'moved' THEN detail ->> 'by'
        WHEN entry.kind = 'queued' THEN coalesce(entry.who, detail #>> '{turn,who}')
        WHEN entry.kind IN ('rolled', 'flagged', 'unflagged') THEN coalesce(entry.who, detail ->> 'who')
        WHEN entry.kind IN ('reworded', 'struck', 'resolved') OR detail -> 'change' ? 'kind' THEN
            mlreview.speaker(entry.meeting, topic, note_number)
    END;
    IF task IN ('note', 'concern') AND ('private' IN (entry.word, detail ->> 'kind', detail #>> '{change,kind,is}')
        OR EXISTS (SELECT FROM mlreview.private_notes n
            WHERE n.meeting = entry.meeting AND n.item = topic AND n.note = note_number AND entry.kind <> 'noted'))
    THEN task := 'private note'; subject := NULL; END IF;
    IF NOT EXISTS (SELECT FROM mlreview.rights r WHERE r.duty = task AND r.role = ANY (roles)
        AND (r.whose = 'other' OR subject = entry.author))
    THEN
        RETURN format('%s may not record “%s” of %s at the meeting of %s: %s', entry.author, entry.kind,
            CASE WHEN subject = entry.author THEN 'their own' ELSE coalesce(subject, 'the meeting') END, entry.meeting,
            (SELECT 'it takes ' || string_agg(DISTINCT r.role, ' or ') FROM mlreview.rights r
                WHERE r.duty = task AND (r.whose = 'other' OR subject = entry.author)));
    END IF;
    IF entry.kind = 'ruled' AND place = 'terminal' AND NOT 'chair' = ANY (roles) THEN
        RETURN 'this council rules at a terminal: the chair does it at their own';
    END IF;
    IF entry.kind <> 'balloted' THEN RETURN NULL; END IF;
    RETURN mlreview.ballot_refusal(entry, subject, detail, place, roles);
END $$;

CREATE OR REPLACE FUNCTION mlreview.ballot_refusal(
    entry mlreview.entries, member text, content jsonb, votes_at text, roles text[]
) RETURNS text LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM mlreview.counted c WHERE c.meeting = entry.meeting
        AND c.motion = coalesce(entry.ordinal, (content ->> 'motion')::bigint))
    THEN
        RETURN 'your vote is not recorded: the votes are being counted';
    END IF;
    IF content #>> '{ballot,by}' <> entry.author THEN
        RETURN format('a ballot that %s enters is not called somebody else''s', entry.author);
    END IF;
    IF member = entry.author THEN
        RETURN CASE WHEN votes_at = 'room' AND NOT 'scribe' = ANY (roles) THEN
            'this council votes in the room: say it to the scribe' END;
    END IF;
    IF votes_at = 'terminal' THEN
        RETURN 'this council votes at terminals: each member presses their own key';
    END IF;
    RETURN (SELECT format('%s has voted at their own terminal: only they can change that ballot', member)
        FROM mlreview.entries e
        WHERE e.meeting = entry.meeting AND e.kind = 'balloted' AND e.author = member
            AND coalesce(e.who, mlreview.json(e.detail) #>> '{balloted,ballot,who}') = member
            AND coalesce(e.ordinal, (mlreview.json(e.detail) #>> '{balloted,motion}')::bigint)
                = coalesce(entry.ordinal, (content ->> 'motion')::bigint)
        LIMIT 1);
END $$;

-- A docket names the chair and the members, so that it must agree with council.yaml as it was brought here.
CREATE OR REPLACE FUNCTION mlreview.docket_refusal(entry mlreview.entries, roles text[]) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    roster jsonb := mlreview.json(entry.detail) -> 'roster';
BEGIN
    IF entry.number = 1 AND NOT (SELECT may_begin FROM mlreview.people WHERE handle = entry.author)
        OR entry.number > 1 AND NOT EXISTS (SELECT FROM mlreview.rights r
            WHERE r.duty = 'agenda' AND r.whose = 'other' AND r.role = ANY (roles))
    THEN RETURN format('%s may not lay an agenda before the council: a member or a scribe does', entry.author); END IF;
    IF EXISTS (SELECT FROM jsonb_array_elements(roster -> 'members') AS person
            WHERE NOT EXISTS (SELECT FROM mlreview.people p
                WHERE p.handle = person ->> 'handle' AND p.role IN ('member', 'chair')))
        OR NOT EXISTS (SELECT FROM mlreview.people p
            WHERE p.handle = roster #>> '{chair,member}' AND p.role = 'chair')
    THEN
        RETURN 'the members and the chair of this agenda are not those of the record: `mlreview database init` brings '
            'them here from council.yaml';
    END IF;
    RETURN NULL;
END $$;
