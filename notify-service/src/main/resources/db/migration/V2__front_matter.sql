-- The threads that an item's front matter held when it was last looked at: what goes from there goes altogether.
alter table discussion add column front_matter text not null default '[]';
