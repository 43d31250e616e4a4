-- An item that is out may wait for another one's page as well: with what its document became since.
alter table item add column page_taken boolean not null default false;
update item i set page_taken = true from finding f
where f.site = i.site and f.incarnation = i.incarnation and f.path = i.path and i.present
  and f.rule = 'identity.url-taken';
create index item_page_taken on item (site, incarnation) where present and page_taken;
