-- The tasks of one request, for its page.
create index task_by_request on task (request_id) where request_id is not null;
