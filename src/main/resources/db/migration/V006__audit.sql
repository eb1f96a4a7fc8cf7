-- Who did what, when and why. Rows are only ever added.
create table audit (
    id        bigint generated always as identity primary key,
    at        timestamptz not null,
    authority text        not null,
    actor     text        not null,
    action    text        not null,
    reference text        not null,
    detail    text        not null
);

create index audit_by_reference on audit (reference) where reference <> '';

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'audit entries are only ever added';
end $$;

create trigger audit_append_only before update or delete or truncate on audit
    for each statement execute function audit_is_append_only();
