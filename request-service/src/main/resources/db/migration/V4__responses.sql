-- What signals and responders made Ephor do: access that is ended or suspended for a whole scope.
create table response (
    id            text        primary key,
    version       bigint      not null, -- of its stream in the journal
    tenant        text        not null,
    kind          text        not null, -- of the scope: PRINCIPAL, GROUP, TARGET, TENANT, MEMBERSHIP, ACTIVATION
    scope_id      text,                 -- null: the whole tenant
    revokes       boolean     not null,
    suspends      boolean     not null,
    until_at      timestamptz,          -- null: until somebody resumes
    requested_by  text        not null,
    via           text        not null, -- the producer of the signal, or api
    reason        text        not null,
    requested_at  timestamptz not null,
    status        text        not null check (status in ('AWAITING', 'LAPSED', 'ENDING', 'CONFIRMING', 'COMPLETED')),
    confirm_by    timestamptz,          -- until when a second responder can confirm it
    confirmed_by  text,
    begun_at      timestamptz,
    completed_at  timestamptz,
    standing      boolean     not null, -- whether it refuses new activations, whatever the clock says
    resumed_by    text,
    resume_reason text,
    resumed_at    timestamptz,
    due_at        timestamptz           -- when something is to be done by itself
);

-- Looked through for each request: holds what stands, of however much there has been.
create index response_standing on response (tenant, kind, scope_id) where standing;
create index response_of_tenant on response (tenant, requested_at desc, id desc);
create index response_due on response (due_at) where due_at is not null;

-- What each ended.
create table response_activation (
    response_id   text not null references response,
    activation_id text not null references request,
    primary key (response_id, activation_id)
);
create index response_of_activation on response_activation (activation_id);

create index request_live_of_tenant on request (tenant, id) where live;
-- Which groups an application hears of.
create index catalogue_targets on catalogue using gin (((document::jsonb) -> 'targets'))
    where type = 'dev.ephor.catalog.group.defined.v1' and not removed;

-- Each with how much it ended, and how much of that is gone: what never began is gone when it is canceled, the rest when
-- directory and targets were read back.
create view response_report as
select r.*, coalesce(e.ended, 0) as ended, coalesce(e.confirmed, 0) as confirmed
  from response r
  left join lateral (
       select count(*)::int as ended,
              (count(*) filter (where q.milestones like '%"ENDED"%' or q.status in ('Canceled', 'Denied')
                                   or q.milestones like '%"APPROVAL_LAPSED"%'))::int as confirmed
         from response_activation a join request q on q.id = a.activation_id
        where a.response_id = r.id) e on true;
