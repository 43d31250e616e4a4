-- Commits whose status is to be told to their forge. What it says is worked out from the receipt when it is sent.
create table commit_status (
    id              bigint generated always as identity primary key,
    site            text        not null,
    incarnation     text        not null,
    commit_sha      text        not null,
    -- Counts the receipt's changes; what was sent before the last of them is to be sent again.
    version         bigint      not null default 1,
    settled         bigint      not null default 0,
    sent            text,
    wanted_at       timestamptz not null default now(),
    -- That failed, in a row.
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null default now(),
    lease_until     timestamptz,
    unique (site, incarnation, commit_sha)
);
create index commit_status_due on commit_status (next_attempt_at) where settled < version;

-- Why the forge takes no statuses, and until when it is left alone.
alter table site_work add column status_problem text;
alter table site_work add column status_retry_at timestamptz;
