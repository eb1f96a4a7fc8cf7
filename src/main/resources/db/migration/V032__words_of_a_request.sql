-- The words by which people look for a request: its reference without hyphens, its own id, the child's ids and names, the
-- worker's name.
alter table request add column words text[] generated always as (
    array_remove(
        regexp_split_to_array(lower(surname || ' ' || forename || ' ' || worker), '[^[:alnum:]]+')
            || array[lower(replace(reference, '-', '')), lower(source_id), lower(lcs_id), lower(ehm_id), nhs_number, lower(upn)],
        null)) stored;

create index request_by_words on request using gin (words);
