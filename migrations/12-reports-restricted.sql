-- A report about somebody who works here, or about a member: the case whose few readers alone may open it (R20).

alter table reports.report add column restricted uuid;
