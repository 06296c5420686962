-- Up to where the leaves of what is old were removed, by the policy of retention. Behind it a leaf that is not there is a finding.
create table audit_retention (
    only_one       boolean primary key default true check (only_one),
    removed_before bigint not null check (removed_before >= 0)
);

insert into audit_retention (removed_before) values (0);
