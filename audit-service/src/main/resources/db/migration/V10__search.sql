-- What searches use, by the month in which things happened: a search of a time looks at its months alone, and each month has
-- indices of its own. It follows from the log: its follower begins again and files everything anew.
drop table audit_filing;
update audit_follower set position = 0 where name = 'filing';

create table audit_filing (
    sequence    bigint      not null,
    at          timestamptz not null,
    type        text,
    tenant      text,
    group_id    text,
    principal   text,
    correlation text,
    target      text,
    ticket      text,
    approvers   text[], -- who was asked, or decided
    words       text,   -- what people wrote: justifications, reasons, evidence
    found       tsvector generated always as (to_tsvector('simple', words)) stored,
    primary key (at, sequence)
) partition by range (at);

-- For times that no month was made for.
create table audit_filing_other partition of audit_filing default;

create index audit_filing_by_sequence on audit_filing (sequence);
create index audit_filing_by_principal on audit_filing (principal, at, sequence);
create index audit_filing_by_group on audit_filing (group_id, at, sequence);
create index audit_filing_by_activation on audit_filing (correlation, at, sequence);
create index audit_filing_by_type on audit_filing (type, at, sequence);
create index audit_filing_by_target on audit_filing (target, at, sequence) where target is not null;
create index audit_filing_by_ticket on audit_filing (ticket, at, sequence) where ticket is not null;
create index audit_filing_by_approver on audit_filing using gin (approvers) where approvers is not null;
create index audit_filing_by_words on audit_filing using gin (found) where found is not null;

-- From when to when a membership was confirmed to be there; what a time travel looks up. Follows from the log too.
create table audit_access (
    id            bigint generated always as identity primary key,
    tenant        text        not null,
    group_id      text        not null,
    principal     text        not null,
    access        text        not null,
    activation    text,                 -- null: Ephor did not give it
    drift         text,                 -- the drift that found it, or that saw it vanish
    window_end    timestamptz,
    present_from  timestamptz not null,
    present_until timestamptz not null default 'infinity',
    closed_at     timestamptz,          -- when its window closed; it is there until it is confirmed gone
    begun_by      bigint      not null, -- sequences of the entries that say so
    closed_by     bigint,
    ended_by      bigint
);

create index audit_access_by_group on audit_access (group_id, present_from);
create index audit_access_by_group_end on audit_access (group_id, present_until);
create index audit_access_by_principal on audit_access (principal, present_from);
create index audit_access_by_principal_end on audit_access (principal, present_until);
