-- What people and other systems do to requests. The key comes with the form or the message: the same key is done once.
create table deed (
    key        uuid primary key,
    request_id bigint      not null,
    at         timestamptz not null,
    actor      text        not null,
    action     text        not null,
    body       text        not null,
    reason     text        not null
);

create index deed_by_request on deed (request_id, at);

-- What the hub or MASH decided about what was sent to them.
create table outcome (
    id              bigint generated always as identity primary key,
    request_id      bigint      not null,
    party           text        not null check (party in ('hub', 'mash')),
    said            text        not null check (said in ('accepted', 'waitlisted', 'declined', 'rejected')),
    rationale       text        not null,
    starts          date,
    recorded_at     timestamptz not null,
    recorded_by     text        not null
);

create index outcome_by_request on outcome (request_id, id);

alter table request add column answers text;
comment on column request.answers is 'what people have answered about this version, which every later decision of it heeds';

-- A clock that a new decision or the end of the request took away was neither met nor missed.
alter table clock add column stopped_at timestamptz;
drop index clock_running;
create index clock_running on clock (due_at) where met_at is null and stopped_at is null;

alter table task add column closed_by text not null default '';

alter table delivery add column resend_of uuid;
comment on column delivery.resend_of is 'the delivery that a person asked to be sent once more';
