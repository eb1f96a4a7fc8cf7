-- From when on a delivery's tries count against the pack's limit.
alter table delivery add column first_tried_at timestamptz;
