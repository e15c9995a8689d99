-- Whether somebody answered the two questions after the end: they are counted once. What was answered is only in the
-- counters, which name no report.

alter table reports.receipt add column counted_after boolean not null default false;
