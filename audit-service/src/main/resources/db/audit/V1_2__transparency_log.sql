-- The log of commitments. Leaves are never changed or removed; they outlive what they commit to.

create table log_leaf (
    leaf_index bigint primary key,
    leaf_data  bytea  not null check (length(leaf_data) = 32)
);

-- Hashes of complete subtrees of 256, 65,536 ... leaves. Can be made again from log_leaf.
create table log_node (
    level      smallint not null check (level >= 1),
    node_index bigint   not null,
    hash       bytea    not null check (length(hash) = 32),
    primary key (level, node_index)
);

-- One row: how many leaves there are. Its lock is what makes the order one.
create table log_state (
    only_one boolean primary key default true check (only_one),
    size     bigint  not null
);
insert into log_state (size) values (0);

-- Where each entry stands in the log.
create table entry_leaf (
    entry_id   uuid   primary key,
    ledger_id  uuid   not null,
    leaf_index bigint not null unique references log_leaf
);
create index entry_leaf_ledger on entry_leaf (ledger_id);

create table log_checkpoint (
    size      bigint      primary key,
    note      text        not null,
    signed_at timestamptz not null
);
