-- Branches of ours with discussion links that people are to take over.
create table proposal (
    id              bigint generated always as identity primary key,
    site            text        not null,
    incarnation     text        not null,
    -- What its links have in common; empty where that is the site alone.
    name            text        not null,
    repository      text        not null,
    branch          text        not null,
    -- The branch into which it is to be merged.
    base            text        not null,
    state           text        not null default 'OPEN',
    -- Its newest commit as we know it; null as long as nothing is pushed. And the commit of the base that it was made from.
    head            text,
    base_commit     text,
    -- Why the base did not take the links.
    because         text,
    -- The pull or merge request: what the forge calls it, where it is, why there is none, what the forge says of it.
    number          text,
    url             text,
    problem         text,
    told            text,
    opened_at       timestamptz not null default now(),
    settled_at      timestamptz,
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null default now(),
    lease_until     timestamptz
);
create unique index proposal_open on proposal (site, incarnation, name) where state = 'OPEN';
create index proposal_due on proposal (next_attempt_at) where state = 'OPEN' and head is not null;
create index proposal_site on proposal (site, incarnation, id);

-- Under which name a link is to be proposed; in which proposal it is, and what that says.
alter table write_back add column proposal text, add column proposal_id bigint, add column proposed_url text;
drop index write_back_held;
create index write_back_held on write_back (site) where state in ('WAITING', 'REFUSED', 'PROPOSED');
create index write_back_proposed on write_back (proposal_id) where proposal_id is not null;

-- When a site's proposals are to be looked at, and since when links for one with a name wait.
alter table site_work add column proposals_at timestamptz, add column proposals_since timestamptz;
