-- Mails that follow from events, written in the transaction that says or hears the event.
create table mail (
    id         text        primary key, -- made of the event's id and the address: nobody is told twice
    address    text        not null,
    notice     text        not null,    -- what it says, as JSON
    created_at timestamptz not null,
    tries      integer     not null,    -- how often sending it failed
    due_at     timestamptz,             -- null: it is over
    over_at    timestamptz,             -- when it was sent or given up
    failure    text                     -- why the last try failed; null: it did not
);

create index mail_due on mail (due_at) where due_at is not null;
create index mail_over on mail (over_at) where over_at is not null;
