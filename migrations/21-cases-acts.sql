-- What the desk decides about a case, and what leaves it.

create table cases.assessment (
  id uuid primary key,
  case_id uuid not null references cases."case" on delete cascade,
  harm text not null check (harm ~ '^HA-[0-9]{2,3}$'),
  legal text not null check (legal ~ '^[a-z-]{2,20}$'),
  severity smallint not null check (severity between 1 and 4),
  target text not null check (target in ('none', 'address', 'host', 'subtree')),
  item_id uuid references cases.item on delete set null,
  next text not null check (next in ('hold', 'publish')),
  needs text not null check (needs in ('none', 'second', 'supervisor')),
  -- waiting: for the second reader. replaced: a newer one holds.
  state text not null check (state in ('waiting', 'agreed', 'returned', 'withdrawn', 'expired', 'replaced')),
  by uuid not null references platform.person,
  at timestamptz not null,
  agreed_by uuid references platform.person,
  agreed_at timestamptz,
  words_id uuid not null,
  -- The decision about a host in the ratings room, which knows how it stands.
  decision_id uuid,
  check (needs = 'none' or state <> 'agreed' or agreed_by is distinct from by)
);
create index assessment_case on cases.assessment (case_id, at);
create unique index assessment_in_force on cases.assessment (case_id) where state = 'agreed';
create unique index assessment_waiting on cases.assessment (case_id) where state = 'waiting';
create index assessment_decision on cases.assessment (decision_id) where decision_id is not null;

-- Police first (H2).
create table cases.hold (
  id uuid primary key,
  case_id uuid not null references cases."case" on delete cascade,
  set_by uuid not null references platform.person,
  set_at timestamptz not null,
  words_id uuid not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  lifted_by uuid references platform.person,
  check (expires_at > set_at)
);
create unique index hold_open on cases.hold (case_id) where ended_at is null;
create index hold_expires on cases.hold (expires_at) where ended_at is null;

-- The ledger: to whom, how, when, by whom, their reference.
create table cases.referral (
  id uuid primary key,
  case_id uuid not null references cases."case" on delete cascade,
  body text not null check (body ~ '^[a-z-]{2,20}$'),
  way text not null check (way in ('phone', 'mail', 'portal', 'letter', 'person')),
  consent text not null check (consent in ('yes', 'no', 'not-needed')),
  shared text[] not null,
  state text not null check (
    state in ('drafted', 'approved', 'sent', 'delivered', 'acknowledged', 'acted', 'closed', 'failed')
  ),
  by uuid not null references platform.person,
  at timestamptz not null,
  sent_at timestamptz,
  changed_at timestamptz not null,
  answer_by date,
  words_id uuid not null,
  reference_id uuid,
  check (reference_id is not null or state not in ('acknowledged', 'acted', 'closed'))
);
create index referral_case on cases.referral (case_id, at);

-- Support until the child or carer says enough.
create table cases.support (
  case_id uuid primary key references cases."case" on delete cascade,
  begun_by uuid not null references platform.person,
  begun_at timestamptz not null,
  next_on date not null,
  words_id uuid not null,
  ended_at timestamptz,
  ended_by text check (ended_by in ('child', 'carer', 'lost')),
  check ((ended_at is null) = (ended_by is null))
);
create index support_next on cases.support (next_on) where ended_at is null;

create table cases.follow_up (
  id uuid primary key,
  case_id uuid not null references cases.support on delete cascade,
  on_day date not null,
  kind text not null check (kind ~ '^[a-z-]{2,20}$'),
  done_at timestamptz,
  done_by uuid references platform.person
);
create index follow_up_case on cases.follow_up (case_id, on_day);

-- Contact details are sealed to custody. A custodian lends them to one person for a short time.
create table cases.contact_loan (
  report_id uuid not null references cases.report on delete cascade,
  person_id uuid not null references platform.person on delete cascade,
  until timestamptz not null,
  primary key (report_id, person_id)
);
