-- When a clock next asks for something: a reminder, that it is overdue, the next rung of a ladder. Null: nothing more.
alter table clock add column next_at timestamptz;
-- How many of those were done.
alter table clock add column told integer not null default 0;
-- Which time of a clock that comes again it is.
alter table clock add column round integer not null default 1;
-- Recorded on one system of the two that must have it.
alter table clock add column half_on text check (half_on in ('LCS', 'EHM'));
alter table clock add column half_at timestamptz;
-- Since when it counts from something that became known later than its start.
alter table clock add column restarted_at timestamptz;
alter table clock add column paused_at timestamptz;

create index clock_to_tell on clock (next_at) where met_at is null and stopped_at is null and paused_at is null and next_at is not null;

-- What a message says beyond its request and decision, as JSON: name to text.
alter table delivery add column facts text not null default '';
