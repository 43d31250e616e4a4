-- Which transactions each instance has looked at: a hub is told of a change when all that are alive serve it.
create table document_watcher (
    instance text primary key,
    -- All transactions before this one were over when the instance looked.
    horizon  xid8        not null,
    seen_at  timestamptz not null
);

alter table hub_ping
    add column changed_at timestamptz not null default now(),
    -- The transaction of the last change.
    add column written_in xid8 not null default pg_current_xact_id(),
    -- Why the hub is not told yet, though it could be.
    add column waiting text;
