-- Asked at each change, of sites with tens of thousands of documents of their items.
create index feed_document_renderer on feed_document (site, renderer);
create index feed_document_through on feed_document (site, incarnation, through);
create index feed_document_of_feeds on feed_document (site) where feed is not null;

-- Asked each second.
create index feed_document_external on feed_document (site, feed) where standing = 'EXTERNAL';

-- For the pages of a feed that is rebuilt.
create index shadow_entry_place on shadow.entry (site, incarnation, date, content_id collate "C" desc);
