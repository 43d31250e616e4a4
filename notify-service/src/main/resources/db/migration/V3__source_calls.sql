-- How often the servers of a source of discussions may be asked, by all instances together.
create table source_budget (
    name        text primary key,
    source      text    not null,
    -- How many calls were made, ever: the last one's number.
    calls       bigint  not null default 0,
    -- Until when nobody asks, because the server wants it so or does not answer as it should.
    quiet_until timestamptz,
    reason      text,
    -- How many calls in a row have failed; pauses grow with it.
    failures    integer not null default 0
);

-- The latest calls, numbered without gaps: the n-th last one is found by its number. Older ones than any limit looks at
-- are deleted.
create table source_call (
    budget  text        not null references source_budget (name) on delete cascade,
    number  bigint      not null,
    made_at timestamptz not null,
    primary key (budget, number)
);
