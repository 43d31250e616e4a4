-- What sites keep secret, each sealed under its purpose: two webhook secrets, and the ways into a repository.
create table site_secret (
    site       text  not null,
    purpose    text  not null,
    sealed     bytea not null,
    not_before timestamptz,
    not_after  timestamptz,
    primary key (site, purpose)
);
insert into site_secret (site, purpose, sealed)
    select name, 'webhook', webhook_secret from site where webhook_secret is not null;
insert into site_secret (site, purpose, sealed)
    select name, 'password', password from site where password is not null;
alter table site drop column webhook_secret, drop column password;

-- The repository's address without what differs between https and ssh, to be found by hooks of whole organisations.
alter table site add column repository_key text not null default '';
update site set repository_key = regexp_replace(regexp_replace(regexp_replace(lower(said::json -> 'repository' ->> 'url'),
    '^[a-z]+://', ''), '^([^/:]*):[0-9]+', '\1'), '(\.git)?/*$', '')
    where said::json -> 'repository' ->> 'url' is not null;
create index site_repository on site (repository_key) where not removed;
