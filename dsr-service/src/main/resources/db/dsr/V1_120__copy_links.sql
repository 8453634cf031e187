-- Links that fetch a copy once. Only the hash of what a link carries: who reads this table can fetch nothing.
create table copy_link (
    token_hash  bytea       primary key,
    request_id  uuid        not null unique,
    made_at     timestamptz not null,
    expires_at  timestamptz not null
);
