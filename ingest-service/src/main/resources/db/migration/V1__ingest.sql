-- A site, also after its removal: its revision goes on counting if it is registered again.
create table site (
    name              text primary key,
    incarnation       text        not null,
    revision          bigint      not null,
    removed           boolean     not null,
    -- What its owner said, without secrets; counts up with each change so that work begun before it is seen to be stale.
    said              text        not null,
    said_revision     bigint      not null,
    webhook_secret    bytea,
    password          bytea,
    -- What came of it together with the repository, as published; and who said what.
    definition        text        not null,
    origins           text        not null,
    branch            text,
    processed_commit  text,
    -- What the published state was made with: a difference means that all documents are read again.
    processed_said    bigint      not null default 0,
    processed_software text,
    importing_commit  text,
    imported          boolean     not null default false,
    import_commit     text,
    import_sequence   bigint      not null default 0,
    import_items      integer     not null default 0,
    sequence          bigint      not null default 0,
    items             integer     not null default 0,
    defined_at        timestamptz not null
);

-- Everything that wakes a site: webhook deliveries, and what we ask of ourselves.
create table delivery (
    id           bigint generated always as identity primary key,
    site         text        not null,
    source       text        not null,
    delivery     text        not null,
    event        text        not null,
    ref          text,
    after_commit text,
    received_at  timestamptz not null default clock_timestamp(),
    times        integer     not null default 1,
    processed_at timestamptz,
    unique (site, source, delivery)
);
create index delivery_open on delivery (site) where processed_at is null;
create index delivery_commit on delivery (site, after_commit);

-- Who works on a site, and when it is to be worked on without being woken.
create table site_work (
    site            text primary key,
    holder          text,
    lease_until     timestamptz,
    attempted_at    timestamptz,
    failures        integer     not null default 0,
    reason          text,
    next_attempt_at timestamptz,
    last_fetched_at timestamptz,
    next_look_at    timestamptz not null default now(),
    seen_commit     text,
    release_at      timestamptz,
    write_back_at   timestamptz
);

create table item (
    content_id         text primary key,
    site               text    not null,
    incarnation        text    not null,
    path               text    not null,
    present            boolean not null,
    state              text    not null,
    kind               text,
    guid               text,
    explicit_guid      text,
    computed_guid      text,
    enclosure          text,
    title              text    not null,
    blob               text    not null,
    commit_sha         text    not null,
    url                text,
    number             integer,
    baseline           boolean not null,
    due_at             timestamptz,
    revision           bigint  not null default 0,
    sequence           bigint  not null default 0,
    first_published_at timestamptz,
    transcript         text,
    snapshot           text
);
create unique index item_guid on item (site, incarnation, guid) where guid is not null;
create index item_site on item (site, incarnation, content_id);

create table transcript (
    content_id   text primary key,
    site         text    not null,
    incarnation  text    not null,
    path         text    not null,
    episode_path text,
    blob         text    not null,
    present      boolean not null,
    revision     bigint  not null,
    unique (site, incarnation, path)
);

create table finding (
    id          bigint generated always as identity primary key,
    site        text    not null,
    incarnation text    not null,
    origin      text    not null,
    path        text    not null,
    rule        text    not null,
    severity    text    not null,
    line        integer not null,
    col         integer not null,
    message     text    not null
);
create index finding_site on finding (site, incarnation, path);

create table receipt (
    site         text        not null,
    incarnation  text        not null,
    commit_sha   text        not null,
    head         text        not null,
    processed_at timestamptz not null,
    findings     text        not null,
    primary key (site, incarnation, commit_sha)
);

create table receipt_item (
    site          text    not null,
    incarnation   text    not null,
    commit_sha    text    not null,
    content_id    text    not null,
    change        text    not null,
    kind          text,
    path          text    not null,
    previous_path text,
    guid          text,
    title         text,
    url           text,
    quiet         boolean not null,
    published     boolean not null,
    -- The site's sequence that carries the item as of this commit; 0 where nothing went out.
    sequence      bigint  not null,
    in_feed_at    timestamptz,
    feeds         text    not null default '[]',
    primary key (site, incarnation, commit_sha, content_id)
);
create index receipt_item_open on receipt_item (site, sequence) where in_feed_at is null;

-- The newest state of what other services tell of our items, as it came.
create table followed (
    topic       text   not null,
    record_key  text   not null,
    site        text   not null,
    incarnation text   not null,
    content_id  text,
    revision    bigint not null,
    state       text   not null,
    primary key (topic, record_key)
);
create index followed_item on followed (content_id) where content_id is not null;
create index followed_site on followed (topic, site);

-- A discussion link that belongs into a document.
create table write_back (
    id          text primary key,
    site        text   not null,
    incarnation text   not null,
    content_id  text   not null,
    platform    text   not null,
    url         text   not null,
    revision    bigint not null,
    state       text   not null,
    written_url text,
    commit_sha  text
);
create index write_back_pending on write_back (site) where state = 'PENDING';
