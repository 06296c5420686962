-- What lists need beside the rows: indexes, schedules as Graph has them, and the history.

-- The inbox of an approver holds what is open, of however much there has been.
create index request_inbox on request using gin (approvers) where status = 'PendingApproval';
create index request_live_of_group on request (tenant, group_id) where live;
-- Which groups somebody owns.
create index catalogue_owners on catalogue using gin (((document::jsonb) -> 'owners'))
    where type = 'dev.ephor.catalog.group.defined.v1' and not removed;

-- Both kinds of schedules, in the same columns; whether one is over by now is for the reader to say.
create view assignment_schedule as
select id, tenant, group_id, principal, access, starts_at, ends_at, requested_at as created_at, id as created_using,
       null::timestamptz as modified_at, status,
       case when action like 'admin%' then 'assigned' else 'activated' end as assignment_type,
       document::json ->> 'eligibilityId' as eligibility_id
  from request
 where type = 'dev.ephor.activation.requested.v1' and live and starts_at is not null;

create view eligibility_schedule as
select id, tenant, group_id, principal, access, starts_at, ends_at, created_at, created_using, modified_at,
       'Provisioned' as status, null::text as assignment_type, null::text as eligibility_id
  from eligibility
 where state = 'LIVE';

-- What was asked, decided and held, as one timeline. The database keeps it from the rows themselves, so that no writer
-- of them can forget to.
create sequence history_number;
create table history (
    id             text        primary key default lpad(nextval('history_number')::text, 19, '0'),
    at             timestamptz not null,
    kind           text        not null check (kind in ('request', 'decision', 'window', 'eligibility')),
    what           text        not null, -- such as approved
    tenant         text        not null,
    group_id       text        not null,
    principal      text        not null, -- whose access it is about
    access         text        not null,
    actor          text,                 -- who did it; null: time did, or a system that has no name
    request_id     text,
    eligibility_id text,
    place          text,                 -- the directory, a target or an approval stage, where it is about one
    note           text
);
create unique index history_once on history (request_id, what, coalesce(place, ''), coalesce(actor, ''));
create index history_of_tenant on history (tenant, at desc, id desc);
create index history_of_principal on history (tenant, principal, at desc, id desc);
create index history_of_actor on history (tenant, actor, at desc, id desc);
create index history_of_group on history (tenant, group_id, at desc, id desc);

-- From when until when the directory had a membership because of an activation.
create table held (
    request_id text        primary key,
    tenant     text        not null,
    group_id   text        not null,
    principal  text        not null,
    access     text        not null,
    granted_at timestamptz not null,
    ended_at   timestamptz          -- null: it has it
);
create index held_by_principal on held (tenant, principal, granted_at);
create index held_of_group on held (tenant, group_id, granted_at);

create function tell_of_activation() returns trigger language plpgsql as $$
begin
    insert into history (at, kind, what, tenant, group_id, principal, access, actor, request_id, place, note)
    select (m ->> 'at')::timestamptz,
           case when m ->> 'stage' in ('REQUESTED', 'DEACTIVATION_REQUESTED', 'REVOCATION_REQUESTED', 'CANCELED') then 'request'
                when m ->> 'stage' like 'APPR%' or m ->> 'stage' = 'DENIED' then 'decision'
                else 'window' end,
           lower(left(m ->> 'stage', 1)) || substr(replace(initcap(replace(m ->> 'stage', '_', ' ')), ' ', ''), 2),
           new.tenant, new.group_id, new.principal, new.access,
           case when m ->> 'stage' = 'REQUESTED' then new.requested_by else m ->> 'by' end,
           new.id, m ->> 'where', m ->> 'note'
      from jsonb_array_elements(new.milestones::jsonb) m
    on conflict (request_id, what, coalesce(place, ''), coalesce(actor, '')) do update
       set at = excluded.at, note = excluded.note
     where history.at <> excluded.at;

    insert into held (request_id, tenant, group_id, principal, access, granted_at, ended_at)
    select new.id, new.tenant, new.group_id, new.principal, new.access, granted, ended
      from (select min((m ->> 'at')::timestamptz) filter (where m ->> 'stage' = 'GRANTED') as granted,
                   -- A window that ends while another of the same membership goes on is ended, and nothing is removed.
                   min((m ->> 'at')::timestamptz) filter (where m ->> 'stage' in ('REMOVED', 'ENDED')) as ended
              from jsonb_array_elements(new.milestones::jsonb) m) directory
     where granted is not null
    on conflict (request_id) do update
       set granted_at = excluded.granted_at, ended_at = excluded.ended_at
     where (held.granted_at, held.ended_at) is distinct from (excluded.granted_at, excluded.ended_at);
    return null;
end
$$;
create trigger activation_tells after insert on request for each row
    when (new.type = 'dev.ephor.activation.requested.v1') execute function tell_of_activation();
create trigger activation_tells_more after update on request for each row
    when (new.type = 'dev.ephor.activation.requested.v1' and new.milestones <> old.milestones)
    execute function tell_of_activation();

-- A request about an eligibility: that it was asked, and what an admin decided of what its holder asked.
create function tell_of_eligibility_request() returns trigger language plpgsql as $$
declare
    decision jsonb := (new.document::jsonb) -> 'decision';
begin
    insert into history (at, kind, what, tenant, group_id, principal, access, actor, request_id, eligibility_id, note)
    values (new.requested_at, 'request', new.action, new.tenant, new.group_id, new.principal, new.access,
            new.requested_by, new.id, new.schedule_id, (new.document::jsonb) ->> 'justification')
    on conflict do nothing;
    if new.completed_at is not null and new.action like 'self%' then
        insert into history (at, kind, what, tenant, group_id, principal, access, actor, request_id, eligibility_id, note)
        values (new.completed_at, 'decision', lower(left(new.status, 1)) || substr(new.status, 2), new.tenant,
                new.group_id, new.principal, new.access, decision ->> 'by', new.id, new.schedule_id, decision ->> 'reason')
        on conflict do nothing;
    end if;
    return null;
end
$$;
create trigger eligibility_request_tells after insert or update on request for each row
    when (new.kind = 'ELIGIBILITY') execute function tell_of_eligibility_request();

create function tell_of_eligibility() returns trigger language plpgsql as $$
declare
    becomes text := case when new.state = 'LIVE' then 'updated' else lower(new.state) end;
begin
    if tg_op = 'INSERT' then
        becomes := 'assigned';
    elsif old.state <> 'LIVE' and new.state = 'LIVE' then
        becomes := 'renewed';
    end if;
    insert into history (at, kind, what, tenant, group_id, principal, access, actor, request_id, eligibility_id)
    values (case when tg_op = 'INSERT' then new.created_at else coalesce(new.modified_at, clock_timestamp()) end,
            'eligibility', becomes, new.tenant, new.group_id, new.principal, new.access, null,
            case when tg_op = 'INSERT' then new.created_using end, new.id)
    on conflict do nothing;
    return null;
end
$$;
create trigger eligibility_tells after insert on eligibility for each row execute function tell_of_eligibility();
create trigger eligibility_tells_more after update on eligibility for each row
    when ((new.state, new.starts_at, new.ends_at) is distinct from (old.state, old.starts_at, old.ends_at))
    execute function tell_of_eligibility();

-- What was refused at once is no request object; its event tells of it.
create function tell_of_refusal() returns trigger language plpgsql as $$
declare
    refused jsonb := convert_from(new.value, 'UTF8')::jsonb;
begin
    insert into history (at, kind, what, tenant, group_id, principal, access, actor, request_id, note)
    select (refused ->> 'refusedAt')::timestamptz, 'request', 'refused',
           split_part(new.key, '/', 1), split_part(new.key, '/', 2), split_part(new.key, '/', 3), split_part(new.key, '/', 4),
           refused ->> 'requestedBy', coalesce(refused ->> 'activationId', refused ->> 'requestId'),
           (select string_agg(v ->> 'rule', ', ')
              from jsonb_array_elements((refused -> 'violations') || (refused -> 'broken')) v)
    on conflict do nothing;
    return null;
end
$$;
create trigger refusal_tells after insert on journal for each row
    when (new.topic in ('ephor.requests', 'ephor.eligibilities') and new.headers::text like '%.refused.v1%')
    execute function tell_of_refusal();
