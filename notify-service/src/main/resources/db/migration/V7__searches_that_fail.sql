-- How often in a row something was not answered: it makes way for others.
alter table item_search add column failures integer not null default 0;
alter table backfill_search add column failures integer not null default 0;
alter table followed_thread add column failures integer not null default 0;

create index followed_thread_site on followed_thread (site);

-- Since when people can talk of an item: history counts from its own date.
alter table item rename column first_published_at to born_at;
alter index item_first_published rename to item_born;
update item set born_at = least(born_at, (snapshot::jsonb ->> 'date')::timestamptz)
where (snapshot::jsonb ->> 'baseline')::boolean;

-- Counts go with their thread.
delete from thread_count where not exists (select from followed_thread f where f.id = thread);
alter table thread_count add foreign key (thread) references followed_thread (id) on delete cascade;
