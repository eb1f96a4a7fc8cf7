-- When any node last saw it: what only one of them sees, such as a mailbox that lets no second one in, is not forgotten by
-- the look of another.
alter table standstill add column seen_at timestamptz not null default now();
