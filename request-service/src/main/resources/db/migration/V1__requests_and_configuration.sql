-- What is configured: one row for each thing, holding the newest event about it. A removed thing keeps its row, and with
-- it the version of its stream in the journal.
create table catalogue (
    key      text    primary key, -- the event's Kafka key, such as policy/<tenant>/<group>/member
    version  bigint  not null,
    type     text    not null,    -- the event's ce_type
    document text    not null,    -- the event as JSON
    removed  boolean not null
);

create table eligibility (
    id             text        primary key,
    version        bigint      not null,
    membership_key text        not null unique,
    starts_at      timestamptz not null,
    ends_at        timestamptz,
    removed        boolean     not null
);

-- Request objects: activations, and the giving back of them.
create table request (
    id             text        primary key,
    tenant         text        not null,
    principal      text        not null,
    membership_key text        not null,
    requested_at   timestamptz not null,
    type           text        not null, -- the event's ce_type
    document       text        not null, -- the event as JSON
    approvers      varchar[]     not null,
    -- Of activations: what was heard of it since.
    live           boolean     not null, -- access may be there or may come of it, whatever the clock says
    starts_at      timestamptz,
    ends_at        timestamptz,
    milestones     text        not null  -- JSON
);

create index request_live on request (membership_key) where live;
create index request_of_principal on request (tenant, principal, requested_at desc, id desc);
create index request_of_tenant on request (tenant, requested_at desc, id desc);
create index request_to_approve on request using gin (approvers);
