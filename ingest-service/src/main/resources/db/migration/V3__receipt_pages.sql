-- Under which address a receipt is shown to whoever knows it: as good as a password for this one page. Null where it was
-- taken back.
alter table receipt add column page text;
create unique index receipt_page on receipt (page) where page is not null;
