-- Where readers are to go instead: to whoever makes the feed, or to its new address.
alter table feed_document add column elsewhere text;

-- When feeds that somebody else makes are looked at where their readers have them.
create table live_look (
    site         text        not null,
    feed         text        not null,
    -- Of our document that the last look was for: another one is looked at anew.
    version      bigint      not null,
    looks        integer     not null,
    next_look_at timestamptz not null,
    primary key (site, feed)
);
