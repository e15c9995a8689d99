-- What somebody typed into the form of a grave act while they show again who they are (security 4.2): a box under the
-- cookie's key, for a quarter of an hour, in the table that reaches no backup.

alter table platform.session add column kept bytea;
alter table platform.session add column kept_until timestamptz;
alter table platform.session add check ((kept is null) = (kept_until is null));
