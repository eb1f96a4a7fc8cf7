-- Which version of a request comes after which returned version of it, or of an earlier request for the same child and kind.
create table resubmission (
    request_id       bigint      not null,
    version          integer     not null,
    returned_id      bigint      not null,
    returned_version integer     not null,
    at               timestamptz not null,
    primary key (request_id, version)
);

create index resubmission_of on resubmission (returned_id);
