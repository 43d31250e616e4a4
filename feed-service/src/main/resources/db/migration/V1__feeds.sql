-- Sites as their topic last told them.
create table site (
    site        text        primary key,
    incarnation text        not null,
    revision    bigint      not null,
    occurred_at timestamptz not null,
    state       bytea       not null,
    -- Set when its feeds must be looked at again, though no record will come to cause it.
    pending     boolean     not null default false
);

-- Items of all incarnations: topics have no order between them, so an item may come before its site.
create table entry (
    site        text        not null,
    incarnation text        not null,
    content_id  text        not null,
    revision    bigint      not null,
    sequence    bigint      not null,
    batch_ends  boolean     not null,
    published   boolean     not null,
    kind        text        not null,
    -- Milliseconds since 1970: a document may state years that timestamptz cannot hold.
    date        bigint      not null,
    occurred_at timestamptz not null,
    -- The whole record. Bytes, because text and jsonb refuse characters that documents contain.
    snapshot    bytea       not null,
    -- Version of the renderer that made xml or failure; 0 when they are due.
    renderer    integer     not null,
    xml         bytea,
    failure     text,
    primary key (site, incarnation, content_id)
);

create index entry_sequence on entry (site, incarnation, sequence desc);

create table discussion (
    site        text        not null,
    incarnation text        not null,
    content_id  text        not null,
    revision    bigint      not null,
    occurred_at timestamptz not null,
    state       bytea       not null,
    primary key (site, incarnation, content_id)
);

create table transcript (
    site        text        not null,
    incarnation text        not null,
    content_id  text        not null,
    revision    bigint      not null,
    occurred_at timestamptz not null,
    state       bytea       not null,
    primary key (site, incarnation, content_id)
);

-- Feeds as they are served, and what was last told of them.
create table feed_document (
    site          text        not null,
    feed          text        not null,
    incarnation   text        not null,
    standing      text        not null,
    url           text,
    renderer      integer     not null,
    through       bigint      not null,
    etag          text,
    last_modified timestamptz not null,
    date_decides  boolean     not null,
    body          bytea,
    manifest      text        not null,
    told          bytea,
    revision      bigint      not null,
    -- Changes with every write; by it the instances notice each other's.
    version       bigint      not null,
    primary key (site, feed)
);

create sequence feed_document_version;

-- Where the rebuild proof fills a second store beside the one that serves.
create schema shadow;
create table shadow.site (like site including all);
create table shadow.entry (like entry including all);
create table shadow.discussion (like discussion including all);
create table shadow.transcript (like transcript including all);
