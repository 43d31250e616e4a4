-- Sites whose feeds are committed to a branch. Which documents there are is asked when it is done.
create table hosting (
    site            text primary key,
    incarnation     text        not null,
    -- Counts the reasons to look; what came after the last look is looked at again.
    wanted          bigint      not null default 1,
    settled         bigint      not null default 0,
    -- That failed, in a row.
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null default now(),
    looked_at       timestamptz not null default now(),
    holder          text,
    lease_until     timestamptz,
    commit_sha      text,
    -- What was written by path: the document's etag and the object id of its bytes.
    written         text        not null default '{}'
);

-- Commits of our own that bring feeds: where they are on the content's branch, their receipts say so.
create table hosting_commit (
    site        text        not null,
    incarnation text        not null,
    commit_sha  text        not null,
    committed_at timestamptz not null default now(),
    primary key (site, incarnation, commit_sha)
);

-- When the feeds that carry an item were committed, and where.
alter table receipt_item
    add column hosted_at     timestamptz,
    add column hosted_branch text,
    add column hosted_commit text;
