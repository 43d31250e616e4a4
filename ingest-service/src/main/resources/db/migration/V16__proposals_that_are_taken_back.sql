-- Links that are to be taken out of a branch of ours are looked for as the others that are not settled.
drop index write_back_held;
create index write_back_held on write_back (site) where state in ('WAITING', 'REFUSED', 'PROPOSED', 'WITHDRAWN');

-- Why a branch cannot be merged as it is; whether the forge is to be told that nothing is left of it; and who speaks to
-- the forge: each taking has a number, so that what comes of an older one, which was thought to be lost, counts for nothing.
alter table proposal add column contradiction text, add column closing boolean not null default false,
    add column taking bigint not null default 0;
drop index proposal_due;
create index proposal_due on proposal (next_attempt_at) where (state = 'OPEN' and head is not null) or closing;

-- How many rounds in a row the branch moved before each push.
alter table site_work add column write_back_lost integer not null default 0;
