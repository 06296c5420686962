-- What was exchanged with a target in one call, without secrets; for all that it was told in it.
create table provisioning_call (
    id        text  collate "C" primary key,
    exchanges jsonb not null -- [{operation, address, sent, status, received, took}]
);
create trigger provisioning_call_is_append_only before update or delete on provisioning_call
    for each statement execute function refuse_change();

-- Null where nothing was exchanged, and in lines of before. A further outcome: held, where the target was not asked because it does not answer.
alter table provisioning_log add column call text;

-- Nearly everything is confirmed.
create index provisioning_log_by_outcome on provisioning_log (tenant, outcome, id) where outcome <> 'confirmed';
