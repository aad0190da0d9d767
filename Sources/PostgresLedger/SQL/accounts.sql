-- Leases: the lock is the session's, and gone with it.

CREATE OR REPLACE FUNCTION mlreview.take_lease(day text, asker text) RETURNS text LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT pg_try_advisory_lock(1, day::date - date '2000-01-01') THEN
        RETURN coalesce((SELECT holder FROM mlreview.leases WHERE meeting = day), '');
    END IF;
    INSERT INTO mlreview.leases VALUES (day, asker) ON CONFLICT (meeting) DO UPDATE SET holder = asker;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION mlreview.is_free(day text) RETURNS boolean LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM mlreview.leases WHERE meeting = day) AND NOT EXISTS (
        SELECT FROM pg_locks
        WHERE locktype = 'advisory' AND classid = 1 AND objid::bigint = (day::date - date '2000-01-01') AND objsubid = 2
            AND database = (SELECT oid FROM pg_database WHERE datname = current_database()));
END $$;

-- Accounts.

CREATE OR REPLACE FUNCTION mlreview.admit(account text, person text, seat text, begins boolean) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = account) THEN
        BEGIN
            EXECUTE format('CREATE ROLE %I LOGIN', account);
        EXCEPTION WHEN duplicate_object OR unique_violation THEN
            NULL;  -- Accounts are the whole server's: another database has just made it.
        END;
    END IF;
    DELETE FROM mlreview.people WHERE handle = person OR login = account;
    INSERT INTO mlreview.people VALUES (account, person, seat, begins);
    EXECUTE format('GRANT USAGE ON SCHEMA mlreview TO %I', account);
    EXECUTE format('GRANT SELECT ON mlreview.version, mlreview.people, mlreview.entries, mlreview.last_numbers, '
        'mlreview.sealed_later TO %I', account);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON mlreview.drafts, mlreview.outputs, mlreview.unsettled, '
        'mlreview.deliveries TO %I', account);
    EXECUTE format('GRANT EXECUTE ON FUNCTION mlreview.append, mlreview.read, mlreview.handle, mlreview.sees, '
        'mlreview.may_publish, mlreview.open_ballots, mlreview.take_lease, mlreview.is_free, mlreview.is_owner TO %I', account);
END $$;

-- Takes in nobody else's account: those of former members lose their rights.
CREATE OR REPLACE FUNCTION mlreview.dismiss_others(accounts text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    account text;
BEGIN
    FOR account IN DELETE FROM mlreview.people WHERE login <> ALL (accounts) RETURNING login LOOP
        CONTINUE WHEN NOT EXISTS (SELECT FROM pg_roles WHERE rolname = account);
        EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA mlreview FROM %I', account);
        EXECUTE format('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA mlreview FROM %I', account);
        EXECUTE format('REVOKE ALL ON SCHEMA mlreview FROM %I', account);
    END LOOP;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA mlreview FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA mlreview FROM PUBLIC;

DELETE FROM mlreview.version;
INSERT INTO mlreview.version VALUES (2);
