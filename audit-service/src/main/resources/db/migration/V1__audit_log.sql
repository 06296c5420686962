-- Where the log ends. One row; whoever seals holds its lock, so that there is one history.
create table audit_head (
    only_one boolean primary key default true check (only_one),
    size     bigint  not null, -- entries so far, which is the sequence of the next one
    hash     bytea   not null check (octet_length(hash) = 32), -- of the last entry
    tree     bytea   not null default ''                       -- the roots of the Merkle tree's full subtrees, the largest first
);

-- The hash that entry 0 follows: SHA-256 of 'ephor-audit-log/1'.
insert into audit_head (size, hash)
values (0, '\x6510dbeb90185f76bd272676e92c21b432a5c808d19c9a7ac8b8dde9fc1a6761');

-- The log. What is not a hash is the leaf, or follows from it: a check can find every change.
create table audit_entry (
    sequence    bigint primary key check (sequence >= 0),
    leaf        bytea  not null, -- the exact bytes that are proved; the layout is in docs/audit-log.md
    leaf_hash   bytea  not null check (octet_length(leaf_hash) = 32),
    previous    bytea  not null check (octet_length(previous) = 32), -- hash of the entry before
    hash        bytea  not null check (octet_length(hash) = 32),
    identity    bytea  not null check (octet_length(identity) = 32), -- by what a resend is known
    recall      bigint not null -- where to look for that identity: by time where the id has one in front
);

-- Not unique, and of eight bytes: the ids of most events begin with their time, so that new rows go to the end of this index
-- and what it costs does not grow with the log. That nothing is there twice is for the lock on the head to see to.
create index audit_entry_by_recall on audit_entry (recall);

-- The full tiles of the Merkle tree over the leaf hashes, 256 hashes each; they never change. What is not full yet is in the
-- entries (level 0) or in the roots of the level below.
create table audit_tile (
    level  smallint not null,
    number bigint   not null,
    hashes bytea    not null check (octet_length(hashes) = 8192),
    root   bytea    not null check (octet_length(root) = 32),
    primary key (level, number)
);
-- Hashes do not compress.
alter table audit_tile alter column hashes set storage external;

-- What was signed of the log, or will be: a size and its root are here before they are signed, and one size has one root.
create table audit_checkpoint (
    size bigint primary key check (size >= 0),
    root bytea       not null check (octet_length(root) = 32),
    at   timestamptz not null,
    note text -- null until it is signed
);
create index audit_checkpoint_unsigned on audit_checkpoint (size) where note is null;

-- What witnesses signed of it.
create table audit_cosignature (
    size    bigint      not null references audit_checkpoint,
    key     text        not null, -- name and id of the witness's key
    line    text        not null, -- as it stands in a signed note
    at      timestamptz not null,
    primary key (size, key)
);

-- Up to where each follower of the log is: the sequence that it takes next. Whoever takes holds the lock on the row.
create table audit_follower (
    name     text primary key,
    position bigint not null check (position >= 0)
);

-- What searches use. It follows from the leaf, is written behind the sealing, and can be made anew.
create table audit_filing (
    sequence    bigint primary key,
    at          timestamptz not null,
    type        text,
    tenant      text,
    group_id    text,
    principal   text,
    correlation text
);

create index audit_filing_by_time on audit_filing (at);
create index audit_filing_by_principal on audit_filing (principal, sequence);
create index audit_filing_by_group on audit_filing (group_id, sequence);
create index audit_filing_by_activation on audit_filing (correlation, sequence);
create index audit_filing_by_type on audit_filing (type, sequence);
