-- Which key accounts and commands are hashed with now: all processes ask here, in the transaction that hashes.
create table account_key (
    number       int         primary key,
    opened_at    timestamptz not null,
    retired_at   timestamptz,
    destroyed_at timestamptz
);
create unique index account_key_current on account_key ((true)) where retired_at is null;
insert into account_key (number, opened_at) values (1, now());

-- Accounts are hashed anew when the key changes. Commands are not kept, so theirs are recognised with the key they were hashed with, until they are forgotten.
alter table idempotency_key add column fingerprint_key int not null default 1;
