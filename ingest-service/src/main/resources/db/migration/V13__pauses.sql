-- The forge asked to be left alone: until then nothing is fetched, whatever else wakes the site.
alter table site_work add column left_alone_until timestamptz;

-- When a release was last tried outside of the site's turn, which waits for its forge.
alter table site_work add column release_tried_at timestamptz;

-- When it is tried once more, because it failed for a reason that passes.
alter table site_work add column release_again_at timestamptz;

-- After a push that failed: until then it is not tried again, whatever else gives reason to.
alter table hosting add column left_alone_until timestamptz;
