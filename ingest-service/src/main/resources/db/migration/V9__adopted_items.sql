-- The feed that a show had before: who finds its document later still gets the guid that its subscribers know.
create table adopted_item (
    site        text    not null,
    incarnation text    not null,
    place       integer not null,
    guid        text    not null,
    enclosure   text,
    link        text,
    title       text,
    primary key (site, incarnation, place)
);
