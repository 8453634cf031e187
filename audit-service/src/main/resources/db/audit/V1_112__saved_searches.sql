-- Searches of the log that were kept under a name. What is looked for may name a person: it is sealed under the key of the log it asks about, or else under the keeper's.
create table saved_search (
    search_id uuid        primary key,
    keeper    uuid        not null,
    key_id    uuid        not null,
    revision  smallint    not null,
    sealed    bytea       not null,
    kept_at   timestamptz not null,
    opened_at timestamptz not null
);
create index saved_search_keeper on saved_search (keeper, kept_at);
create index saved_search_opened on saved_search (opened_at);
