-- Addresses that come back only where a person brings them, and platforms whose link a person took out.
alter table discussion add column rejected text not null default '[]';
alter table discussion add column left_alone text not null default '[]';
-- By which threads are asked for over REST.
alter table discussion add column thread_ids uuid[];

create index discussion_thread_ids on discussion using gin (thread_ids);

-- Threads that were found and may be about an item.
create table candidate (
    id          uuid primary key,
    site        text        not null,
    incarnation text        not null,
    content_id  text        not null,
    source      text        not null,
    url         text        not null,
    remote_id   text        not null,
    about       text,
    title       text,
    author      text,
    posted_at   timestamptz,
    points      integer,
    comments    integer,
    over        boolean     not null,
    score       integer     not null,
    reasons     text        not null,
    state       text        not null,
    found_at    timestamptz not null,
    decided_at  timestamptz
);

create index candidate_item on candidate (content_id);
create index candidate_site on candidate (site, state, id);
create index candidate_author on candidate (site, source, author) where author is not null;
