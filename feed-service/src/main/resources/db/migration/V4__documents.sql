-- Not feeds alone are served, but documents of all kinds: what names one is its file below its site. What was there
-- are feeds as a whole.
alter table feed_document rename column format to type;
alter table feed_document drop constraint feed_document_pkey;
alter table feed_document
    alter column type drop default,
    alter column feed drop not null,
    add column file text,
    add column role text not null default 'FEED',
    -- The value of its header field Link.
    add column link text,
    -- The transaction that wrote it last: instances look for what was written since transactions that were under way
    -- when they looked before, because numbers are given before a commit and become visible in another order.
    add column written_in xid8 not null default pg_current_xact_id();
update feed_document set file = feed || '.' || lower(type);
update feed_document set type = 'JSON_FEED' where type = 'JSON';
alter table feed_document
    alter column role drop default,
    alter column file set not null,
    add primary key (site, file);

create index feed_document_written on feed_document (written_in);

create function feed_document_is_written() returns trigger language plpgsql as $$
begin
    new.written_in := pg_current_xact_id();
    return new;
end
$$;

create trigger feed_document_is_written before insert or update on feed_document
    for each row execute function feed_document_is_written();
