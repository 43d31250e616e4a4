-- Where a link was tried, why it is not there, and with what that was found: with anything else it is tried again.
alter table write_back add column path text, add column reason text, add column tried_with text;
create index write_back_held on write_back (site) where state in ('WAITING', 'REFUSED');

-- Where a forge did not let us: what there may have changed is nowhere to be seen from here.
alter table site_work add column write_back_retry_at timestamptz;
