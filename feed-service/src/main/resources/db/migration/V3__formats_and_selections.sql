-- Feeds are served in several formats; what was there is RSS.
alter table feed_document add column format text not null default 'RSS';
alter table feed_document drop constraint feed_document_pkey;
alter table feed_document add primary key (site, feed, format);

-- Items in each format that a feed of their site needs, for what of the site's definition they were rendered, and what
-- feeds choose items by. Filled when they are rendered, which the new renderer does with all of them.
alter table entry
    add column rss_summary  bytea,
    add column atom         bytea,
    add column atom_summary bytea,
    add column json         bytea,
    add column json_summary bytea,
    add column rendered_for text not null default '',
    add column collection   text,
    add column tags         text[] not null default '{}';
alter table shadow.entry
    add column rss_summary  bytea,
    add column atom         bytea,
    add column atom_summary bytea,
    add column json         bytea,
    add column json_summary bytea,
    add column rendered_for text not null default '',
    add column collection   text,
    add column tags         text[] not null default '{}';
