-- What is configured: one row for each thing, holding the newest event about it. A removed thing keeps its row, and with
-- it the version of its stream in the journal.
create table catalogue (
    key      text    primary key, -- the event's Kafka key, such as policy/<tenant>/<group>/member
    version  bigint  not null,
    type     text    not null,    -- the event's ce_type
    document text    not null,    -- the event as JSON
    removed  boolean not null,
    drifted  boolean not null,    -- changed through the API since a file was applied
    modified_at timestamptz not null,
    modified_by text        not null -- who changed it; ephor: the file of a start
);

-- When a file was applied: one row for each tenant to which one was applied through the API, and one ('*') for the starts.
create table applied (
    scope       text        primary key,
    fingerprint text,                    -- of the file of the last start
    applied_at  timestamptz not null
);

-- Eligibilities; those that are over stay, because requests and history name them.
create table eligibility (
    id             text        primary key,
    version        bigint      not null, -- of its stream in the journal
    tenant         text        not null,
    group_id       text        not null,
    principal      text        not null,
    access         text        not null, -- member or owner
    membership_key text        not null,
    starts_at      timestamptz not null,
    ends_at        timestamptz,          -- null: without end
    state          text        not null check (state in ('LIVE', 'EXPIRED', 'REMOVED')),
    origin         text        not null check (origin in ('CONFIGURATION', 'REQUEST')),
    created_at     timestamptz not null,
    created_using  text,                 -- the request that brought it
    modified_at    timestamptz,
    warned_days    integer,              -- the latest warning of its end: 14 or 1 days before it
    due_at         timestamptz           -- when something is to be said by itself: a warning, or that it ended
);

create unique index eligibility_live on eligibility (membership_key) where state = 'LIVE';
create index eligibility_of_key on eligibility (membership_key);
create index eligibility_of_principal on eligibility (tenant, principal, id);
create index eligibility_of_group on eligibility (tenant, group_id, id);
create index eligibility_due on eligibility (due_at) where state = 'LIVE';

-- Request objects: of active access (kind ASSIGNMENT) and of eligibility.
create table request (
    id             text        primary key,
    kind           text        not null check (kind in ('ASSIGNMENT', 'ELIGIBILITY')),
    action         text        not null, -- as Graph writes it: selfActivate
    status         text        not null, -- as Graph writes it: PendingApproval
    tenant         text        not null,
    group_id       text        not null,
    principal      text        not null,
    access         text        not null, -- member or owner
    membership_key text        not null,
    requested_by   text        not null,
    requested_at   timestamptz not null,
    completed_at   timestamptz,
    type           text        not null, -- the event's ce_type, or EligibilityRequest
    document       text        not null, -- it as JSON
    approvers      varchar[]   not null,
    -- Whether something may come of it or is there because of it, whatever the clock says.
    live           boolean     not null,
    -- Of activations: the window, once it is known. Of requests for eligibility: what is wanted.
    starts_at      timestamptz,
    ends_at        timestamptz,
    milestones     text        not null, -- of activations, as JSON: what was heard of it since
    schedule_id    text,                 -- the eligibility or the activation that it is about
    ticket         text,                 -- the ticket's number
    rechecked      boolean     not null  -- of activations that begin later: whether they were looked at again
);

create index request_live on request (membership_key) where live;
create index request_live_of_principal on request (tenant, principal) where live;
create index request_of_principal on request (tenant, principal, requested_at desc, id desc);
create index request_of_group on request (tenant, group_id, requested_at desc, id desc);
create index request_of_status on request (tenant, status, requested_at desc, id desc);
create index request_of_requester on request (tenant, requested_by, requested_at desc, id desc);
create index request_of_tenant on request (tenant, requested_at desc, id desc);
create index request_of_ticket on request (tenant, ticket) where live;
create index request_to_recheck on request (starts_at) where live and not rechecked;
create index request_of_schedule on request (schedule_id);
create index request_to_approve on request using gin (approvers);
