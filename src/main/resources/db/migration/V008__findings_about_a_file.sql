-- What was found out about a file while it was read: charset, delimiter, columns that are not used or missing.
alter table intake_file add column findings text not null default '';
