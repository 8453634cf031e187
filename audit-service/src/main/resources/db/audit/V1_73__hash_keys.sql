-- Which key each hash of an identifier or an actor was made with, so that these keys can rotate.

create table hash_key (
    name         varchar(40) not null,
    number       integer     not null,
    opened_at    timestamptz not null,
    -- Since when new rows are hashed with another one.
    retired_at   timestamptz,
    -- Since when no row is hashed with it.
    destroyed_at timestamptz,
    primary key (name, number),
    check (destroyed_at is null or retired_at is not null)
);
create unique index hash_key_current on hash_key (name) where retired_at is null;
insert into hash_key (name, number, opened_at) values ('blind-index', 1, now()), ('actors', 1, now());

alter table blind_index add column key_number integer not null default 1;
alter table actor add column key_number integer not null default 1;
