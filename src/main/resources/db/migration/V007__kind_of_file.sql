-- Whether the rows of a file are requests or notes, so that accepted request rows can be held against requests (G6).
alter table intake_file add column kind text not null default 'requests' check (kind in ('requests', 'notes'));
-- Files read before this was kept are told by what their feed is called.
update intake_file set kind = 'notes' where feed like '%note%';
alter table intake_file alter column kind drop default;
