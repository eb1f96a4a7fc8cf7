-- Which pack of an authority is in force, and every one that ever was: the latest row. All nodes take it from here.
create table pack_activation (
    id           bigint generated always as identity primary key,
    authority    text collate "C" not null,
    version      text        not null,
    content_hash text        not null,
    files        bytea       not null,
    activated_at timestamptz not null,
    activated_by text        not null,
    reason       text        not null
);

comment on column pack_activation.files is 'the files of the pack that bear on decisions and messages, as a zip archive';

create index pack_activation_latest on pack_activation (authority, id desc);
