-- The latest version of each early help note. The tables that get rows by the hundred thousand have no foreign keys: each
-- row is written in one transaction with what it points to, and a check for every row costs more than the row itself.
create table note (
    authority     text        not null,
    note_id       text        not null,
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

create index note_by_ehm on note (ehm_id, authority) where ehm_id is not null;
create index note_by_lcs on note (lcs_id, authority) where lcs_id is not null;
create index note_by_nhs on note (nhs_number, authority) where nhs_number is not null;
create index note_by_upn on note (upn, authority) where upn is not null;
-- A note without any identifier can only be suggested to a person: by name and date of birth.
create index note_by_name on note (name_key, authority) where name_key is not null;
comment on column note.name_key is 'set only where the note carries no identifier';

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
