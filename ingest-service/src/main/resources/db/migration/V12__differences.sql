-- What about an item became different in the feeds, and why they leave it out if they do.
alter table receipt_item
    add column differences text not null default '[]',
    add column left_out    text;
