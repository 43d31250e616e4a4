-- Known without reading the whole snapshot.
alter table item add column first_published_at timestamptz;
update item set first_published_at = (snapshot::jsonb ->> 'firstPublishedAt')::timestamptz;

create index item_first_published on item (first_published_at) where published;

-- Young items that are searched for at a source.
create table item_search (
    id         text primary key,
    content_id text        not null,
    site       text        not null,
    source     text        not null,
    rounds     integer     not null,
    done       integer     not null,
    addresses  integer     not null,
    pause      bigint      not null,
    next_at    timestamptz not null
);

create index item_search_due on item_search (source, pause, next_at);
create index item_search_item on item_search (content_id);
create index item_search_site on item_search (site);

-- Threads that are looked at again and again.
create table followed_thread (
    id         uuid primary key,
    content_id text        not null,
    site       text        not null,
    platform   text        not null,
    host       text        not null,
    url        text        not null,
    remote_id  text,
    born_at    timestamptz not null,
    looks      integer     not null,
    score      integer,
    comments   integer,
    over       boolean     not null,
    next_at    timestamptz
);

create index followed_thread_due on followed_thread (platform, host, next_at) where next_at is not null;
create index followed_thread_item on followed_thread (content_id);

create table thread_count (
    thread   uuid        not null,
    at       timestamptz not null,
    score    integer,
    comments integer,
    primary key (thread, at)
);

-- Searches through the whole archive of a site.
create table backfill (
    id          uuid primary key,
    site        text        not null,
    incarnation text        not null,
    dry_run     boolean     not null,
    proposal    text        not null,
    state       text        not null,
    recorded    bigint      not null default 0,
    created_at  timestamptz not null,
    finished_at timestamptz
);

create unique index backfill_running on backfill (site) where state = 'RUNNING';

create table backfill_search (
    backfill    uuid        not null references backfill (id) on delete cascade,
    position    bigint      not null,
    source      text        not null,
    content_id  text        not null,
    -- Addresses that are looked for already.
    done        integer     not null default 0,
    finished    boolean     not null default false,
    lease_until timestamptz,
    found       text        not null default '[]',
    primary key (backfill, position)
);

create index backfill_search_open on backfill_search (source, backfill, position) where not finished;
