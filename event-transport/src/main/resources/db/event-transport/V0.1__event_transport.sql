-- Outgoing records, written in the transaction that changes the state they tell of, deleted once Kafka has them.
create table outbox (
    id             bigint generated always as identity primary key,
    topic          text        not null,
    partition      integer,
    record_key     text        not null,
    revision       bigint      not null,
    headers        text        not null,
    value          bytea,
    -- Set when Kafka will never take the record. It holds back later records of its key, and nothing else.
    blocked_reason text,
    created_at     timestamptz not null default now()
);

create index outbox_blocked on outbox (topic, record_key) where blocked_reason is not null;

-- Who relays. Taking it also fences the predecessor's producer.
create table relay_lease (
    name       text primary key,
    holder     text        not null,
    expires_at timestamptz not null
);

-- Up to where this store knows its own topics. A restored older store is behind them and reads the rest first.
create table written_position (
    topic       text    not null,
    partition   integer not null,
    next_offset bigint  not null,
    primary key (topic, partition)
);

-- Up to where this store has taken in the topics it consumes, kept with the state itself: the same for those.
create table consumed_position (
    consumer_group text    not null,
    topic          text    not null,
    partition      integer not null,
    next_offset    bigint  not null,
    primary key (consumer_group, topic, partition)
);
