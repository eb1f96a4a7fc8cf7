-- What has stood still for too long (G9), while it does, and how many rungs of the pack's ladder were told of it.
create table standstill (
    authority  text        not null,
    kind       text        not null,
    what       text        not null,
    noticed_at timestamptz not null,
    told       integer     not null default 0,
    primary key (authority, kind, what)
);

-- The emails about it are about no request.
create index delivery_standstill on delivery (authority, seq) where name = 'standstill';

create index task_open_since on task (authority, opened_at) where closed_at is null;
