-- A team's key gets a successor every 90 days (security 2.4): for that its age must be known. Keys made before this
-- count from now.

alter table platform.team add column made_at timestamptz not null default now();
alter table platform.team alter column made_at drop default;
