-- One row per activation that was heard of. The story's events are kept as they are written on the wire; the state is their replay.
create table approval (
    activation_id text        primary key,
    revision      integer     not null,
    status        varchar(16) not null,
    due_at        timestamptz,          -- when a reminder, an escalation or the end comes next
    said          bigint      not null, -- events in the journal: the version of the stream
    traceparent   text,
    tenant        text        not null,
    target        text        not null, -- whose access it is, lower case
    created_by    text,                 -- who asked, lower case; null where it was withdrawn before it was heard
    asked_at      timestamptz,          -- when somebody was asked first; null where nobody was
    story         text        not null, -- an event a line: its ce_type, a blank, its JSON
    constraint status_is_known check (status in ('PENDING', 'CLOSED')),
    constraint pending_is_due check (status <> 'PENDING' or (due_at is not null and asked_at is not null))
);

-- What the timer looks for; costs what waits, not what ever was.
create index approval_waiting on approval (due_at) where status = 'PENDING';
create index approval_of_target on approval (tenant, target, asked_at desc, activation_id desc) where asked_at is not null;
create index approval_of_creator on approval (tenant, created_by, asked_at desc, activation_id desc) where asked_at is not null;

-- Who was asked, and who decided: what an approver's lists are read from, a page at a time.
create table asked (
    activation_id text        not null references approval,
    approver      text        not null, -- lower case
    tenant        text        not null,
    asked_at      timestamptz not null,
    waits         boolean     not null, -- their vote is waited for
    decided_at    timestamptz,
    primary key (activation_id, approver)
);

create index asked_and_waited_for on asked (tenant, approver, asked_at, activation_id) where waits;
create index asked_and_decided on asked (tenant, approver, decided_at desc, activation_id desc) where decided_at is not null;

-- What shapes the message and the waiting of approvals; what is not here is as the product has it.
create table approval_template (
    tenant        text        not null,
    key           text        not null,
    subject       text        not null,
    body          text        not null,
    lapses_after  text,                 -- ISO 8601; null: as the policy says
    reminds_after text,
    changed_by    text        not null,
    changed_at    timestamptz not null,
    primary key (tenant, key)
);
