-- What is on the lists of meetings. An item stands while its request is still allocated by this decision.
create table agenda_item (
    request_id  bigint  not null,
    decision_id bigint  not null,
    authority   text    not null,
    meeting     text    not null,
    title       text    not null,
    held_on     date    not null,
    due_at      timestamptz,
    listed      boolean not null default false,
    primary key (decision_id)
);

comment on column agenda_item.due_at is 'when the agenda is written; null when none is';
create index agenda_item_due on agenda_item (due_at) where not listed and due_at is not null;
create index agenda_item_of on agenda_item (authority, meeting, held_on);
