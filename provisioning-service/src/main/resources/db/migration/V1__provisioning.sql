-- One membership at its targets: what is wanted, and the activations that still play a part.
-- Rows change often and keep their size, so pages leave room for the next version beside the last.
create table membership (
    key         text collate "C" primary key, -- tenant/group/principal/access
    version     bigint not null,              -- events said about it
    change      text   not null,              -- grant | withdraw
    generation  bigint not null,              -- the fence: what is older is not acted on
    removed     bigint not null,              -- the greatest generation that the directory confirmed as removed; -1: none
    activations jsonb  not null,              -- [{id, generation, phase}]
    origins     jsonb  not null               -- {activation: {event_id, traceparent}}
) with (fillfactor = 70);

-- What one target is asked about one membership. The truth of which the queues in memory are a copy.
create table delivery (
    key         text collate "C" not null references membership (key),
    target      text        not null,
    tenant      text        not null,
    change      text        not null, -- grant | withdraw
    generation  bigint      not null,
    state       text        not null, -- PENDING | CONFIRMED | STUCK
    activations text[]      not null, -- whose stories wait for it
    attempts    integer     not null,
    since       timestamptz not null,
    retry_at    timestamptz,          -- null: at once
    last_answer text,
    primary key (key, target)
) with (fillfactor = 70);

-- Read at the start and for the stuck board; small, for nearly everything is confirmed.
create index delivery_unconfirmed on delivery (tenant, state) where state <> 'CONFIRMED';

-- One line for each try and activation. Never updated.
create table provisioning_log (
    id              bigint generated always as identity primary key,
    time            timestamptz not null,
    tenant          text        not null,
    group_id        text        not null,
    principal       text        not null,
    access          text        not null,
    target          text        not null,
    activation      text        not null,
    change          text        not null,
    attempt         integer     not null,
    duration_millis bigint      not null,
    outcome         text        not null, -- confirmed | contradicted | transient | rejected | unreachable
    answer          text        not null
);
create index provisioning_log_by_activation on provisioning_log (activation, id);
create index provisioning_log_by_principal on provisioning_log (tenant, principal, id);
create index provisioning_log_by_group on provisioning_log (tenant, group_id, id);
create index provisioning_log_by_target on provisioning_log (tenant, target, id);
create index provisioning_log_by_time on provisioning_log (time);

-- Append-only: no statement of the service, and none by hand, changes what was written.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the provisioning log is append-only';
end
$$;
create trigger provisioning_log_is_append_only before update or delete on provisioning_log
    for each statement execute function refuse_change();
