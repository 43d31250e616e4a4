-- Every address that an item ever had, its audio's and its guid, each as a number: what was asked for is found by it.
alter table item add column address_keys bigint[];
create index item_address on item using gin (address_keys);

-- Private to maintainers: nothing is announced there, but they are told what only they can do.
alter table channel add column maintainers boolean not null default false;

-- Pages on which a thread's address can be given once. Which pages there are, nobody stores: their addresses are signed.
create table submission_page (
    token_hash bytea primary key,
    attempts   integer     not null,
    used_at    timestamptz,
    expires_at timestamptz not null
);

create index submission_page_expiry on submission_page (expires_at);
