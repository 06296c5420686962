-- One row per activation that was heard of. The story's events are kept as they are written on the wire; the state is their replay.
create table approval (
    activation_id text        primary key,
    revision      integer     not null,
    status        varchar(16) not null,
    lapses_at     timestamptz,
    said          bigint      not null, -- events in the journal: the version of the stream
    traceparent   text,
    requested     text,                 -- ActivationRequested; null where it was taken back before it was heard
    opened        text,                 -- ApprovalOpened; null where nobody was asked
    outcome       text,
    outcome_type  text,                 -- ce_type of the outcome
    constraint status_is_known check (status in ('PENDING', 'CLOSED')),
    constraint pending_lapses check (status <> 'PENDING' or (lapses_at is not null and outcome is null)),
    constraint closed_has_an_outcome check (status <> 'CLOSED' or (outcome is not null and outcome_type is not null))
);

-- What the timer looks for; costs what waits, not what ever was.
create index approval_waiting on approval (lapses_at) where status = 'PENDING';
