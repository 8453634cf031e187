-- What every service's schema begins with: events, tokens, keys and consumed offsets.

create table domain_event (
    global_index     bigint generated always as identity primary key,
    -- The writing transaction: events are streamed in this order, below pg_snapshot_xmin. See CommitOrderEventStorageEngine.
    transaction_id   xid8         not null default pg_current_xact_id(),
    event_id         varchar(36)  not null unique,
    aggregate_id     varchar(36)  not null,
    sequence_number  bigint       not null,
    aggregate_type   varchar(100),
    recorded_at      varchar(40)  not null,
    payload_type     varchar(200) not null,
    payload_revision varchar(20),
    payload          bytea        not null,
    meta_data        bytea,
    unique (aggregate_id, sequence_number)
);
create index domain_event_stream on domain_event (transaction_id, global_index);

create table snapshot_event (
    event_id         varchar(36)  not null unique,
    aggregate_id     varchar(36)  not null,
    sequence_number  bigint       not null,
    aggregate_type   varchar(100) not null,
    recorded_at      varchar(40)  not null,
    payload_type     varchar(200) not null,
    payload_revision varchar(20),
    payload          bytea        not null,
    meta_data        bytea,
    primary key (aggregate_id, sequence_number)
);

create table processor_token (
    processor_name varchar(100) not null,
    segment        integer      not null,
    token          bytea,
    token_type     varchar(200),
    written_at     varchar(40),
    owner          varchar(200),
    primary key (processor_name, segment)
);

-- One key per owner (person, actor, request) and calendar year. A destroyed key keeps its row: the tombstone.
create table vault_key (
    key_id       uuid        primary key,
    owner_id     uuid        not null,
    year         integer     not null,
    wrapped      bytea,
    epoch_id     varchar(40) not null,
    created_at   timestamptz not null,
    destroyed_at timestamptz,
    unique (owner_id, year),
    check ((destroyed_at is null) = (wrapped is not null))
);

-- The next offset to read of each partition, moved in the transaction that records what was read.
create table consumer_offset (
    consumer    varchar(100) not null,
    topic       varchar(200) not null,
    partition   integer      not null,
    next_offset bigint       not null,
    primary key (consumer, topic, partition)
);
