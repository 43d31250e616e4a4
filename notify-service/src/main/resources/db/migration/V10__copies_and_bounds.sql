-- What is found of threads beyond those that are told of, by what they are compared by.
alter table discussion add column left_out text not null default '[]';
-- The ids by which all servers know threads whose addresses are copies on some.
alter table discussion add column same_as text not null default '{}';
alter table candidate add column same_as text;

create index candidate_same_as on candidate (content_id, same_as) where same_as is not null;

-- When a thread was last seen in which nobody can answer: it may be opened again.
alter table followed_thread add column over_at timestamptz;

-- Until when somebody is at a search: what begins anew meanwhile begins after it.
alter table item_search add column lease_until timestamptz;

create index backfill_finished on backfill (finished_at) where finished_at is not null;
