alter table login add column id bigint generated always as identity unique;
alter table login add column version integer not null default 0;
alter table login add column disabled boolean not null default false;

comment on column login.version is 'how often somebody of IT has changed it';

-- What somebody of IT did to a login. The key comes with the form: the same key is done once.
create table login_deed (
    key  uuid        primary key,
    at   timestamptz not null,
    name text        not null
);
