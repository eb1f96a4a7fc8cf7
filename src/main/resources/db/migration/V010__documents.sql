-- The documents of a delivery as they were found at its first try, so that every later try carries the same bytes.
create table delivery_document (
    delivery_id  uuid    not null,
    position     integer not null,
    name         text    not null,
    type         text    not null,
    extension    text    not null,
    content      bytea   not null,
    content_hash text    not null,
    reason       text    not null,
    primary key (delivery_id, position)
);

comment on column delivery_document.reason is 'why it is not attached; empty when it is';
