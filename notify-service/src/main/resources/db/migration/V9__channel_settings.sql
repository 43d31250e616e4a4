-- What only channels of one type need, such as the chat that a bot posts to: texts by their names.
alter table channel add column settings text not null default '{}';
