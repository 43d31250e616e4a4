-- What a hub is to be told, and was told last: one row for each feed in each format, written with the feed's bytes.
create table hub_ping (
    site            text        not null,
    file            text        not null,
    hub             text        not null,
    -- The address under which readers know the feed.
    topic           text        not null,
    -- Counts the changes: a ping that was sent before the last of them does not speak for it.
    change          bigint      not null default 1,
    -- When the hub is to be told; null once it has acknowledged.
    due_at          timestamptz,
    tries           integer     not null default 0,
    -- Until then one instance is at it.
    leased_until    timestamptz,
    failure         text,
    acknowledged_at timestamptz,
    primary key (site, file)
);

create index hub_ping_due on hub_ping (due_at) where due_at is not null;
