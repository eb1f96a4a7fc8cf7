-- What is wrong with a file by kind, so that a feed can be judged by its files, and who or what delivered it.
alter table intake_file add column troubles text not null default '';
alter table intake_file add column delivered_by text not null default '';
create index intake_file_of_feed on intake_file (authority, feed, id desc);
