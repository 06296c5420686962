-- Where the log ends. One row; whoever seals holds its lock, so that there is one history.
create table audit_head (
    only_one boolean primary key default true check (only_one),
    size     bigint  not null, -- entries so far, which is the sequence of the next one
    hash     bytea   not null check (octet_length(hash) = 32) -- of the last entry
);

-- The hash that entry 0 follows: SHA-256 of 'ephor-audit-log/1'.
insert into audit_head (size, hash)
values (0, '\x6510dbeb90185f76bd272676e92c21b432a5c808d19c9a7ac8b8dde9fc1a6761');

-- The log. What is not a hash is the leaf, or follows from it: a check can find every change.
create table audit_entry (
    sequence    bigint primary key check (sequence >= 0),
    leaf        bytea       not null, -- the exact bytes that are proved; the layout is in docs/audit-log.md
    leaf_hash   bytea       not null check (octet_length(leaf_hash) = 32),
    previous    bytea       not null check (octet_length(previous) = 32), -- hash of the entry before
    hash        bytea       not null check (octet_length(hash) = 32),
    identity    bytea       not null unique, -- by what a resend is known
    at          timestamptz not null,
    type        text,
    tenant      text,
    group_id    text,
    principal   text,
    correlation text
);

create index audit_entry_by_time on audit_entry (at);
create index audit_entry_by_principal on audit_entry (principal, sequence);
create index audit_entry_by_group on audit_entry (group_id, sequence);
create index audit_entry_by_activation on audit_entry (correlation, sequence);
create index audit_entry_by_type on audit_entry (type, sequence);
