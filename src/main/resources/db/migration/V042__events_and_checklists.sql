-- What has happened on a request that its protocol has a name for, such as an attempt to reach the family.
create table case_event (
    id         bigint generated always as identity primary key,
    request_id bigint      not null,
    event      text        not null,
    at         timestamptz not null,
    by         text        not null,
    reason     text        not null
);

create index case_event_by_request on case_event (request_id, event);

-- Items of a request's checklist that somebody has ticked; for clocks that come again, each time anew.
create table checklist_tick (
    request_id bigint      not null,
    item       text        not null,
    at         timestamptz not null,
    by         text        not null,
    primary key (request_id, item, at)
);
