-- The logins that the program keeps itself.
create table login (
    name         text        primary key,
    hash         text        not null,
    roles        text[]      not null,
    authorities  text[]      not null,
    one_time     boolean     not null,
    failures     integer     not null default 0,
    locked_until timestamptz
);

comment on column login.one_time is 'the password must be changed before anything else';
comment on column login.failures is 'wrong passwords since the last right one';
