-- The journal is the outbox: an event is said by being here, in the transaction that changes what it is about.
create table journal (
    position     bigint generated always as identity primary key,
    stream       text        not null,
    version      bigint      not null,
    topic        text        not null,
    key          text,
    headers      json        not null, -- [[name, value], ...]; values are bytes as ISO 8859-1
    value        bytea,
    recorded_at  timestamptz not null default clock_timestamp(),
    published_at timestamptz,
    unique (stream, version)
);

-- What the relay still has to publish. Ordered by position among *visible* rows: a row in flight is skipped now and found
-- on the next look, and rows of one key never overtake each other, because the second is written after the first committed.
create index journal_unpublished on journal (position) where published_at is null;

-- Wakes the relay when the transaction commits.
create function wake_relay() returns trigger language plpgsql as $$
begin
    perform pg_notify('journal', '');
    return null;
end
$$;
create trigger journal_wakes_relay after insert on journal for each statement execute function wake_relay();

-- What was handled, recorded in the transaction that handled it.
create table inbox (
    consumer   text        not null,
    source     text        not null,
    event_id   text        not null,
    handled_at timestamptz not null default clock_timestamp(),
    primary key (consumer, source, event_id)
);
create index inbox_by_age on inbox (handled_at);
