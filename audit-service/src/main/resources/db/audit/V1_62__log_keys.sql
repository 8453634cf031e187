-- The keys that sign checkpoints of the log of each origin. The keys themselves are in the key folder, as log-<number>.
create table log_key (
    origin       text        not null,
    number       integer     not null check (number >= 1),
    verifier_key text        not null unique,
    opened_at    timestamptz not null,
    -- Null for the key that signs until another one follows.
    signs_until  timestamptz,
    primary key (origin, number)
);
create unique index log_key_newest on log_key (origin) where signs_until is null;
