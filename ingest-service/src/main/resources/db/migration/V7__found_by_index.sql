-- What a push has to know of a site besides the files that it changed, however many items there are.
create index item_absent on item (site, incarnation) where not present;
create index item_held on item (site, incarnation) where present and state = 'HELD';
create index item_due on item (site, incarnation, due_at) where present and due_at is not null;
-- Hashed, because addresses may be longer than a sorted index takes.
create index item_enclosure on item using hash (enclosure) where present;
create index item_url on item using hash (url);

create index finding_origin on finding (site, incarnation, origin);
create index receipt_item_waiting on receipt_item (content_id) where sequence = 0 and change <> 'removed';
