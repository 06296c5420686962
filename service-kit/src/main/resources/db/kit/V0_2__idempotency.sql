-- Calls that carried an Idempotency-Key, and their answers. The row is there before the call is carried out, so that of
-- two that come at once, at whichever instances, one waits for the other.
create table idempotency (
    caller       text        not null, -- tenant/principal
    route        text        not null, -- POST and the path
    key          text        not null,
    fingerprint  bytea       not null, -- SHA-256 of the body
    claim        text        not null, -- whose call it is; another for every attempt
    claimed_at   timestamptz not null,
    status       int,                  -- null: not answered yet
    content_type text,
    location     text,
    body         text,
    primary key (caller, route, key)
);
create index idempotency_by_age on idempotency (claimed_at);
