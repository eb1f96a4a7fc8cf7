-- Everything that came back: the hub's replies, and mail to the mailbox that ours is sent from. The key is made from the
-- message, so the same message is filed once.
create table incoming (
    id          bigint generated always as identity primary key,
    key         uuid        not null,
    authority   text        not null,
    source      text        not null check (source in ('hub', 'mailbox')),
    kind        text        not null check (kind in ('outcome', 'repeat', 'reply', 'bounce', 'delay', 'receipt', 'automatic',
                                                     'unmatched', 'invalid')),
    received_at timestamptz not null,
    reference   text        not null,
    delivery_id uuid,
    problem     text        not null,
    body        text        not null,
    settled_at  timestamptz,
    settled_by  text        not null default '',
    unique (authority, source, key)
);

create index incoming_by_reference on incoming (reference) where reference <> '';
create index incoming_unsettled on incoming (authority, id) where settled_at is null and kind in ('unmatched', 'invalid');

-- What the hub has not replied to (G9).
create index delivery_without_reply on delivery (authority, delivered_at) where channel = 'hub' and state = 'delivered';
