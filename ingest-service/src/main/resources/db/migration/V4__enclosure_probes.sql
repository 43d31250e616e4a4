-- Episodes' audio that is looked at where it is hosted: what the document claims, and whether that was seen.
create table enclosure_probe (
    id              bigint generated always as identity primary key,
    site            text        not null,
    incarnation     text        not null,
    path            text        not null,
    line            integer     not null,
    col             integer     not null,
    url             text        not null,
    host            text        not null,
    length          bigint,
    type            text        not null,
    -- Whether the item waits for it, else it is told only.
    holds           boolean     not null,
    state           text        not null default 'DUE',
    attempts        integer     not null default 0,
    next_attempt_at timestamptz not null default now(),
    lease_until     timestamptz,
    unique (site, incarnation, path)
);
create index enclosure_probe_due on enclosure_probe (next_attempt_at) where state <> 'GOOD';
create index enclosure_probe_host on enclosure_probe (host) where lease_until is not null;
create index item_path on item (site, incarnation, path) where present;
