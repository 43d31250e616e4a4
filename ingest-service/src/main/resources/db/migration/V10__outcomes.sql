-- What became of an item with a commit, in the words of a preview; and when what waits for its date is due.
alter table receipt_item add column outcome text not null default 'unchanged', add column due_at timestamptz;
update receipt_item r
set outcome = case
        when r.published and r.change = 'removed' then 'withdrawn'
        when r.published then 'published'
        when r.change <> 'removed' and i.state in ('HELD', 'WAITING', 'HIDDEN') then lower(i.state)
        else 'unchanged' end,
    due_at = case when not r.published and i.state = 'WAITING' and i.due_at > 'epoch' then i.due_at end
from item i
where i.content_id = r.content_id;

-- Of a baseline: how many items there are and how they stand, the sequence that carries them, and since when a feed does.
alter table receipt add column imported text, add column import_sequence bigint, add column in_feed_at timestamptz;
create index receipt_baseline on receipt (site) where imported is not null and in_feed_at is null;
