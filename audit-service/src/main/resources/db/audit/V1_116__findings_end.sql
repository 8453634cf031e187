-- Of how many concluded findings a look removed what was written about them, and which entries they were about.
alter table retention_run add column findings bigint not null default 0;
