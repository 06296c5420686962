-- When a follower moved last: one that is behind and has not moved for long is gone, and retention waits for it.
alter table audit_follower add column moved_at timestamptz not null default now();
