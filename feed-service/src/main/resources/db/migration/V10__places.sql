-- Items that are withdrawn or cannot be rendered keep their places in archives, so that all others keep theirs: what an
-- archive ends with may be one of them.
alter table feed_page
    -- Its newest item's id; date is that item's.
    add column last_item text    not null default '',
    -- How many items it holds, with those that keep a place only. items is how many of it stand; with number 0, those
    -- that stand in no archive.
    add column places    integer not null default 0;

-- All archives are cut anew.
update feed_page set made_for = '';
update site s set pending = true where exists (select 1 from feed_page p where p.site = s.site and p.number > 0);

drop index entry_place;
create index entry_place on entry (site, incarnation, date, content_id collate "C" desc);
