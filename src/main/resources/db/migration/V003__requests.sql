create sequence reference_number;
create sequence decision_number;

-- A transfer request as it stands. The reference ends in the id.
create table request (
    id            bigint primary key,
    reference     text collate "C" not null unique,
    authority     text collate "C" not null,
    source        text collate "C" not null check (source in ('LCS', 'EHM')),
    source_id     text collate "C" not null,
    version       integer     not null,
    content_hash  bytea       not null,
    type          text        not null,
    lcs_id        text,
    ehm_id        text,
    nhs_number    text,
    upn           text,
    surname       text        not null,
    forename      text        not null,
    date_of_birth date,
    name_key      text        not null,
    locality      text        not null,
    team          text        not null default '',
    worker        text        not null default '',
    requested_at  timestamptz,
    received_at   timestamptz not null,
    state         text        not null check (state in ('received', 'waiting-for-evidence', 'held', 'returned', 'allocated',
                                                         'queued-for-hub', 'mash-pending', 'sent-to-mash', 'closed')),
    state_since   timestamptz not null,
    urgent        boolean     not null,
    needs         timestamptz,
    recheck       boolean     not null default false,
    decision_id   bigint      not null,
    unique (authority, source, source_id)
);

comment on column request.needs is 'waiting-for-evidence: the time that the watermark must reach';
comment on column request.recheck is 'something arrived that may change the decision';

create index request_to_recheck on request (authority, id) where recheck;
create index request_waiting on request (authority, needs) where state = 'waiting-for-evidence';
create index request_worklist on request (authority, state, urgent desc, id);
create index request_open_by_ehm on request using hash (ehm_id) where state in ('waiting-for-evidence', 'held', 'returned');
create index request_open_by_lcs on request using hash (lcs_id) where state in ('waiting-for-evidence', 'held', 'returned');
create index request_open_by_nhs on request using hash (nhs_number) where state in ('waiting-for-evidence', 'held', 'returned');
create index request_open_by_upn on request using hash (upn) where state in ('waiting-for-evidence', 'held', 'returned');
create index request_open_by_name on request using hash (name_key) where state in ('waiting-for-evidence', 'held', 'returned');

-- Every version of a request, as it was read.
create table request_version (
    request_id  bigint      not null,
    version     integer     not null,
    file_id     bigint      not null,
    row_number  bigint      not null,
    received_at timestamptz not null,
    payload     text        not null,
    primary key (request_id, version)
);

-- Every decision ever made, with the reasons, the evidence and the protocol that made it.
create table decision (
    id               bigint primary key,
    request_id       bigint      not null,
    version          integer     not null,
    decided_at       timestamptz not null,
    sentence         text        not null,
    body             text        not null,
    evidence         text,
    protocol_version text        not null,
    protocol_hash    text        not null
);

create index decision_by_request on decision (request_id);
