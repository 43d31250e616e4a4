-- Items that can have documents of their own, chapters and transcripts: which transcript each refers to, and whether its
-- documents are yet to be made of what is here. Filled when items are rendered, which the new renderer does with all.
create table item_source (
    site        text    not null,
    incarnation text    not null,
    content_id  text    not null,
    revision    bigint  not null,
    transcript  text,
    due         boolean not null,
    primary key (site, incarnation, content_id)
);

create index item_source_transcript on item_source (site, incarnation, transcript) where transcript is not null;
create index item_source_due on item_source (site, incarnation) where due;

create table shadow.item_source (like item_source including all);
