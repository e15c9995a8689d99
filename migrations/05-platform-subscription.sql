create table platform.subscription (
  fact text not null,
  job text not null,
  primary key (fact, job)
);
