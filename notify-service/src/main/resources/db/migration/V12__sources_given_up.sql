-- Since when a source gives a search through an archive no answer: it is given up at last.
create table backfill_silence (
    backfill uuid        not null references backfill (id) on delete cascade,
    source   text        not null,
    since    timestamptz not null,
    primary key (backfill, source)
);

alter table backfill_search add column given_up boolean not null default false;
