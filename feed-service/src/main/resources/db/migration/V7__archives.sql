-- Of an item in each of its forms, in their order: a digest of its bytes, and how many there are.
alter table entry
    add column digests         text[]      not null default '{}',
    add column sizes           integer[]   not null default '{}',
    -- What it says in RSS, each element with a digest; as it is, and as it was in the feeds that were last published.
    add column elements        text,
    add column elements_before text,
    -- Whether feeds must still take in how it is now; and under which date they list it, if under another one.
    add column unpublished     boolean     not null default true,
    add column date_before     bigint,
    -- When anything that it is made of last changed.
    add column modified_at     timestamptz not null default 'epoch';
alter table shadow.entry
    add column digests         text[]      not null default '{}',
    add column sizes           integer[]   not null default '{}',
    add column elements        text,
    add column elements_before text,
    add column unpublished     boolean     not null default true,
    add column date_before     bigint,
    add column modified_at     timestamptz not null default 'epoch';

update entry e
set renderer = 0,
    modified_at = greatest(e.occurred_at, (select d.occurred_at from discussion d where d.site = e.site
        and d.incarnation = e.incarnation and d.content_id = e.content_id), (select t.occurred_at
        from item_source s join transcript t
            on t.site = s.site and t.incarnation = s.incarnation and t.content_id = s.transcript
        where s.site = e.site and s.incarnation = e.incarnation and s.content_id = e.content_id));

-- A push concerns few of a site's items; these find them, and each page's, without looking at all.
create index entry_due on entry (site, incarnation, renderer, rendered_for) where published;
create index entry_place on entry (site, incarnation, date, content_id collate "C" desc) where published;
create index entry_unpublished on entry (site, incarnation) where unpublished;
create index entry_failed on entry (site, incarnation, sequence) where failure is not null;
create index entry_modified on entry (site, incarnation, kind, modified_at);
create index shadow_entry_due on shadow.entry (site, incarnation, renderer, rendered_for) where published;

-- How the items of each feed were last spread over documents: number 0 is what readers subscribe to, then archives from
-- the oldest on.
create table feed_page (
    site        text   not null,
    feed        text   not null,
    number      integer not null,
    incarnation text   not null,
    -- What the feed depends on beside its items; with number 0 only.
    made_for    text   not null,
    -- Another one wherever its documents are other ones.
    fingerprint text   not null,
    -- The date of its newest item.
    date        bigint not null,
    -- How many of the feed's items stand in it and in older archives; with number 0, all of them.
    items       integer not null,
    -- How many bytes its documents take, at most and about.
    bytes       bigint not null,
    -- The items that stand here and in no older document: digest, space, content id.
    listing     text   not null,
    primary key (site, feed, number)
);

create index feed_page_bytes on feed_page (bytes) where number = 0;

insert into feed_page (site, feed, number, incarnation, made_for, fingerprint, date, items, bytes, listing)
select site, feed, 0, incarnation, '', '', 0, 0, 0, manifest from feed_document where type = 'RSS' and manifest <> '';
-- Instances of the version before still write it.
alter table feed_document alter column manifest set default '';
