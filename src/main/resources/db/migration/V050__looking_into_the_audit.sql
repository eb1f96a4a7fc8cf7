-- What people did, by who; what the program did by itself is never looked for that way.
create index audit_by_person on audit (actor, id) where actor like 'user:%';
-- Which numbers the entries of a time have.
create index audit_block_by_time on audit_block (sealed_at, upto);
