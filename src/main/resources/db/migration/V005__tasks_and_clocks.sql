-- What people must do.
create table task (
    id         bigint generated always as identity primary key,
    authority  text        not null,
    request_id bigint,
    kind       text        not null,
    clause     text        not null,
    body       text        not null,
    urgent     boolean     not null,
    opened_at  timestamptz not null,
    closed_at  timestamptz
);

create unique index task_open_once on task (request_id, kind) where closed_at is null;
create index task_open on task (authority, urgent desc, id) where closed_at is null;

-- Deadlines that started.
create table clock (
    id         bigint generated always as identity primary key,
    request_id bigint      not null,
    clock      text        not null,
    clause     text        not null,
    started_at timestamptz not null,
    due_at     timestamptz not null,
    met_at     timestamptz
);

create index clock_by_request on clock (request_id);
create index clock_running on clock (due_at) where met_at is null;
