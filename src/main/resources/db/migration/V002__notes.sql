-- The latest version of each early help note. The tables that get rows by the hundred thousand have no foreign keys: each
-- row is written in one transaction with what it points to, and a check for every row costs more than the row itself. The
-- keys are compared as bytes, whatever language the database's server speaks: nobody sorts by them for people to read.
create table note (
    authority     text collate "C" not null,
    note_id       text collate "C" not null,
    version       integer     not null,
    content_hash  bytea       not null,
    lcs_id        text,
    ehm_id        text,
    nhs_number    text,
    upn           text,
    surname       text        not null,
    forename      text        not null,
    date_of_birth date,
    name_key      text,
    type          text        not null,
    note_date     date,
    recorded_at   timestamptz,
    author        text        not null,
    author_role   text        not null,
    subject       text        not null,
    body          text        not null,
    problem       text,
    file_id       bigint      not null,
    received_at   timestamptz not null,
    primary key (authority, note_id)
);

-- Notes are only ever asked for by an exact identifier: a hash costs half of what a tree does for each note that comes.
create index note_by_ehm on note using hash (ehm_id) where ehm_id is not null;
create index note_by_lcs on note using hash (lcs_id) where lcs_id is not null;
create index note_by_nhs on note using hash (nhs_number) where nhs_number is not null;
create index note_by_upn on note using hash (upn) where upn is not null;
-- A note that has no kind of identifier in common with the request can only be suggested to a person: by name and date of
-- birth.
create index note_by_name on note using hash (name_key) where name_key is not null;

-- What a note said before it was changed.
create table note_history (
    authority   text        not null,
    note_id     text        not null,
    version     integer     not null,
    type        text        not null,
    note_date   date,
    author      text        not null,
    author_role text        not null,
    subject     text        not null,
    body        text        not null,
    replaced_at timestamptz not null,
    primary key (authority, note_id, version)
);
