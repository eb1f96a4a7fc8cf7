-- The early help episode of a whole family, under which notes may stand that are on no single child's record. Most exports
-- know none, and then these cost nothing.
alter table note add column family text;
create index note_by_family on note using hash (family) where family is not null;
alter table request add column family text;
create index request_open_by_family on request using hash (family)
    where family is not null and state in ('waiting-for-evidence', 'held', 'returned');
