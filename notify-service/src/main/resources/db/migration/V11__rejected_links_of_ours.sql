-- Addresses that led before they were rejected: in a document they are nobody's word against the rejection.
alter table discussion add column ours text not null default '[]';
