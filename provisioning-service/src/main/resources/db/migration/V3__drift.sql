-- In what targets differ from what Ephor wants there; of nearly every membership nothing.
alter table membership add column drifts jsonb not null default '[]'; -- [{id, target, kind, stage, revert_at, detected_at}]
create index membership_drifting on membership (key) where drifts <> '[]';

-- When each group was last read at each target: whoever writes it first reads.
create table reading (
    tenant   text        not null,
    target   text        not null,
    group_id text        not null,
    begun_at timestamptz not null,
    primary key (tenant, target, group_id)
);

-- Which targets are in quarantine, as every instance knows it.
create table quarantine (
    tenant text        not null,
    target text        not null,
    id     text        not null, -- by which the events name it
    since  timestamptz not null,
    primary key (tenant, target)
);
