-- When records of a site last came: what they leave waiting is not waited for without end.
alter table site add column touched_at timestamptz not null default now();
alter table shadow.site add column touched_at timestamptz not null default now();
