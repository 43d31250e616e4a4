create table site (
    name        text primary key,
    incarnation text        not null,
    revision    bigint      not null,
    removed     boolean     not null,
    definition  text        not null,
    occurred_at timestamptz not null
);

create table item (
    content_id         text primary key,
    site               text        not null,
    incarnation        text        not null,
    revision           bigint      not null,
    sequence           bigint      not null,
    kind               text        not null,
    published          boolean     not null,
    guid               text        not null,
    url                text        not null,
    snapshot           text        not null,
    page_live_at       timestamptz,
    page_checks        integer     not null default 0,
    page_answer        text,
    -- Set while an announcement waits for the page.
    next_page_check_at timestamptz
);

create index item_url on item (site, url);
create index item_guid on item (site, guid);
create index item_page_check on item (next_page_check_at) where next_page_check_at is not null;

create table feed (
    site        text        not null,
    name        text        not null,
    incarnation text        not null,
    revision    bigint      not null,
    through     bigint      not null,
    failed      text        not null,
    occurred_at timestamptz not null,
    primary key (site, name)
);

create table channel (
    name            text primary key,
    type            text        not null,
    url             text,
    secret          bytea,
    visibility      text,
    templates       text        not null,
    paused          boolean     not null,
    disabled_reason text,
    created_at      timestamptz not null
);

-- From when on a channel announces a site's items; '*' stands for all sites.
create table channel_activation (
    channel      text        not null references channel (name) on delete cascade,
    site         text        not null,
    activated_at timestamptz not null,
    primary key (channel, site)
);

-- The ledger. A row is never deleted: it is what keeps an item from being announced again.
create table announcement (
    id               uuid primary key,
    site             text        not null,
    incarnation      text        not null,
    content_id       text        not null,
    channel          text        not null,
    channel_type     text        not null,
    kind             text        not null,
    revision         bigint      not null,
    status           text        not null,
    fencing          bigint      not null,
    attempts         integer     not null,
    -- Whether an earlier attempt may have reached the channel.
    doubtful         boolean     not null,
    page_live_at     timestamptz,
    waiting_for      text,
    text             text,
    remote_id        text,
    remote_url       text,
    error            text,
    first_sending_at timestamptz,
    -- Set once nothing but the channel itself has to be waited for.
    next_attempt_at  timestamptz,
    lease_until      timestamptz,
    sequence         bigint      not null,
    occurred_at      timestamptz not null,
    unique (content_id, channel, kind)
);

create index announcement_due on announcement (next_attempt_at) where status = 'PENDING';
create index announcement_sending on announcement (lease_until) where status = 'SENDING';
create index announcement_waiting on announcement (site, content_id) where status = 'PENDING';

create table discussion (
    content_id  text primary key,
    site        text        not null,
    incarnation text        not null,
    revision    bigint      not null,
    threads     text        not null,
    occurred_at timestamptz not null
);

create index discussion_site on discussion (site);
