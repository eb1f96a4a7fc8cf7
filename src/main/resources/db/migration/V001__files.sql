-- Every export file that was ever looked at, and how far it was read: rows_done = accepted + repeated + rejected.
create table intake_file (
    id            bigint generated always as identity primary key,
    authority     text        not null,
    feed          text        not null,
    name          text        not null,
    content_hash  text        not null,
    bytes         bigint      not null,
    extracted_at  timestamptz,
    opened_at     timestamptz not null,
    closed_at     timestamptz,
    state         text        not null check (state in ('reading', 'read', 'done', 'refused')),
    rows_done     bigint      not null default 0,
    accepted      bigint      not null default 0,
    repeated      bigint      not null default 0,
    rejected      bigint      not null default 0,
    trouble       text        not null default '',
    check (rows_done = accepted + repeated + rejected)
);

-- One entry at a time may be open for a file, so that an interrupted reading is found and goes on.
create unique index intake_file_open on intake_file (authority, feed, name, content_hash) where state in ('reading', 'read');
create index intake_file_newest on intake_file (authority, id desc);

-- How far the notes of an authority are complete (G3).
create table watermark (
    authority text primary key,
    reached   timestamptz not null,
    file_id   bigint      not null references intake_file
);
