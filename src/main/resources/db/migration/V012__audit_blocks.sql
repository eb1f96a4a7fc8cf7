-- The audit's entries by their numbers, in blocks that are chained by hash (G7). A block covers every number from the end of
-- the one before it, those included that no entry has: so nothing can be put between entries later.
create table audit_block (
    block     bigint      primary key,
    -- the number behind which it begins, and the last it covers
    behind    bigint      not null,
    upto      bigint      not null,
    -- of each entry its number (eight bytes) and the SHA-256 of what it says
    entries   bytea       not null,
    previous  bytea       not null,
    hash      bytea       not null,
    sealed_at timestamptz not null
);

create trigger audit_block_append_only before update or delete or truncate on audit_block
    for each statement execute function audit_is_append_only();
