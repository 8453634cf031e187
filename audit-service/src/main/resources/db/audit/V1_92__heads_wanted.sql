-- Somebody needs a tree of heads that is as late as this, also when nothing was recorded since the last one: a report covers its period only then.
alter table log_heads_epoch add column wanted_at timestamptz not null default 'epoch';
