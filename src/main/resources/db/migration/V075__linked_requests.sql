-- Requests that were opened here from others, such as co-working after a step-up: they came in no file.
create table linked_request (
    request_id  bigint      primary key,
    opened_from bigint      not null,
    at          timestamptz not null,
    by          text        not null
);

create index linked_request_from on linked_request (opened_from);

alter table request_version alter column file_id drop not null;
comment on column request_version.file_id is 'null for a request that was opened here';
