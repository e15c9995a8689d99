-- What stands in a draft is shown once, as the answer to a press of whoever writes it. Whoever merely opens the page in
-- the same browser reads none of it.
alter table reports.draft add column may_show_until timestamptz;
