-- Which epoch key wraps new subject keys, and which were destroyed. The keys themselves lie outside the database.

create table vault_epoch (
    epoch_id     varchar(40) primary key,
    opened_at    timestamptz not null,
    closed_at    timestamptz,
    destroyed_at timestamptz,
    check (destroyed_at is null or closed_at is not null)
);
-- One is current.
create unique index vault_epoch_current on vault_epoch ((true)) where closed_at is null;
create index vault_key_epoch on vault_key (epoch_id) where wrapped is not null;
