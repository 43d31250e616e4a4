-- Each discussion event looks up its item's links, and each receipt page those of all its items.
create index write_back_item on write_back (content_id);
