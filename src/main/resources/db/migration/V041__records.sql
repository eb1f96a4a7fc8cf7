-- Supervisions, visits, completed forms and the like, as the case systems hold them: the latest version of each.
create table case_record (
    authority    text        not null,
    system       text        not null check (system in ('LCS', 'EHM')),
    record_id    text        not null,
    type         text        not null,
    happened_at  timestamptz not null,
    lcs_id       text,
    ehm_id       text,
    content_hash bytea       not null,
    file_id      bigint      not null,
    received_at  timestamptz not null,
    primary key (authority, system, record_id)
);

create index case_record_by_ehm on case_record using hash (ehm_id) where ehm_id is not null;
create index case_record_by_lcs on case_record using hash (lcs_id) where lcs_id is not null;

-- Records are held against the clocks of accepted requests of their children.
create index request_accepted_by_ehm on request using hash (ehm_id) where state in ('allocated', 'queued-for-hub', 'sent-to-mash', 'closed');
create index request_accepted_by_lcs on request using hash (lcs_id) where state in ('allocated', 'queued-for-hub', 'sent-to-mash', 'closed');

alter table intake_file drop constraint intake_file_kind_check;
alter table intake_file add constraint intake_file_kind_check check (kind in ('requests', 'notes', 'merges', 'records'));
