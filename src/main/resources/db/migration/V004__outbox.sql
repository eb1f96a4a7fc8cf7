-- What is to be sent. Routing and recipients are pinned when the decision commits.
create table delivery (
    id           uuid primary key,
    seq          bigint generated always as identity,
    authority    text        not null,
    channel      text        not null,
    name         text        not null,
    template     text        not null,
    recipients   text[]      not null,
    urgent       boolean     not null,
    state        text        not null check (state in ('pending', 'sending', 'delivered', 'acknowledged', 'uncertain', 'failed',
                                                       'superseded', 'given-up')),
    created_at   timestamptz not null,
    next_at      timestamptz not null,
    attempts     integer     not null default 0,
    fence        bigint      not null default 0,
    claimed_by   text,
    lease_until  timestamptz,
    may_repeat   boolean     not null default false,
    delivered_at timestamptz,
    problem      text        not null default ''
);

comment on column delivery.fence is 'grows with every claim, so that a worker that lost the delivery cannot report on it';

create index delivery_due on delivery (channel, urgent desc, seq) where state = 'pending';
create index delivery_sending on delivery (lease_until) where state = 'sending';
create index delivery_trouble on delivery (authority, seq) where state in ('uncertain', 'failed');

-- What a delivery is about: each line of a file, or the one thing of a message. No foreign keys: it is the table with
-- the most rows, always written in one transaction with what it points to, and nothing it points to is ever deleted first.
create table delivery_line (
    delivery_id uuid    not null,
    position    integer not null,
    request_id  bigint  not null,
    version     integer not null,
    decision_id bigint  not null,
    superseded  boolean not null default false,
    primary key (delivery_id, position)
);

create index delivery_line_by_request on delivery_line (request_id);
