-- Since when only some people of the desk may read a case (R20). Who they are says the team restricted:<id of the case>.

alter table cases."case" add column restricted_at timestamptz;
