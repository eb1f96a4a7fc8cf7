-- Records of persons that their system marks as merged into another: the latest that is known of each.
create table person_merge (
    authority   text        not null,
    system      text        not null check (system in ('LCS', 'EHM')),
    person_id   text        not null,
    merged_on   date        not null,
    into_id     text,
    file_id     bigint      not null,
    received_at timestamptz not null,
    primary key (authority, system, person_id)
);

comment on column person_merge.into_id is 'null: nobody says into which';

create index person_merge_into on person_merge (authority, system, into_id);

alter table intake_file drop constraint intake_file_kind_check;
alter table intake_file add constraint intake_file_kind_check check (kind in ('requests', 'notes', 'merges'));
