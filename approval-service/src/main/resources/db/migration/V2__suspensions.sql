-- Who decides nothing at present, because a response suspends their access.
create table suspension (
    response_id text        primary key,
    tenant      text        not null,
    person      text,                 -- lower case; null: everybody of the tenant
    until_at    timestamptz           -- null: until somebody resumes
);
create index suspension_of_person on suspension (tenant, person);
