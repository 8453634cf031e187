-- Ledgers, whose they are, and what is kept of entries beside their events.

-- A ledger's whole state. Locked in the order of ids, read for a whole batch in one query, moved with the events.
create table ledger_head (
    ledger_id uuid        primary key,
    kind      varchar(12) not null,
    state     varchar(12) not null,
    sequence  bigint      not null,
    number    bigint      not null,
    link      bytea       not null check (length(link) = 32)
);
-- The controller has one ledger of each kind.
create unique index ledger_of_the_house on ledger_head (kind) where kind <> 'person';

-- Keyed hashes of identifiers. Never the identifiers.
create table blind_index (
    type       varchar(16) not null,
    hash       bytea       not null check (length(hash) = 32),
    ledger_id  uuid        not null,
    -- The ledger was shredded: a later report must not bring the person back.
    suppressed boolean     not null default false,
    primary key (type, hash, ledger_id)
);
create unique index blind_index_decides on blind_index (type, hash) where type in ('account', 'customer-number') and not suppressed;
create index blind_index_ledger on blind_index (ledger_id);

-- What was reported, so that a repeated report is recognised. Keyed hashes of id and content.
create table reported_event (
    source       varchar(200) not null,
    id_hash      bytea        not null,
    content_hash bytea        not null,
    recorded_at  timestamptz  not null,
    primary key (source, id_hash)
);

-- Actors by random reference; the id they go by lies under the actor's own key.
create table actor (
    actor_ref  uuid  primary key,
    actor_hash bytea not null unique
);
create table actor_detail (
    actor_ref uuid     not null references actor,
    year      integer  not null,
    key_id    uuid     not null,
    revision  smallint not null,
    sealed    bytea    not null,
    primary key (actor_ref, year)
);

-- What identifies or describes a person in an entry: each field sealed by itself under the person's key of the year.
create table entry_detail (
    entry_id  uuid     primary key,
    ledger_id uuid     not null,
    key_id    uuid     not null,
    revision  smallint not null,
    sealed    bytea    not null
);
create index entry_detail_ledger on entry_detail (ledger_id);

-- Tasks asked of the audit-service, so that each is carried out once however often it is asked.
create table ledger_task (
    task_id      uuid        primary key,
    request_id   uuid        not null,
    ledger_id    uuid        not null,
    action       varchar(12) not null,
    taken_at     timestamptz not null,
    affected     jsonb       not null,
    completed_at timestamptz,
    result       jsonb
);
create index ledger_task_open on ledger_task (taken_at) where completed_at is null;

-- Ledgers whose end the projection has passed: nothing of them will be written to the index any more.
create table ledger_unindexed (
    ledger_id    uuid        primary key,
    unindexed_at timestamptz not null
);
