-- Trees of ledger heads: what is needed to make the next one and to answer from the newest one. Older ones live on in the log by their roots.

-- Besides entries (32 bytes) the log holds leaves of other kinds, told apart by their length and first line.
alter table log_leaf drop constraint log_leaf_leaf_data_check;
alter table log_leaf add check (length(leaf_data) between 32 and 1000);

-- How many of a ledger's entries the log holds, and the leaf data of the newest, as of the newest tree.
create table log_head (
    ledger_id uuid   primary key,
    number    bigint not null,
    link      bytea  not null check (length(link) = 32)
);

-- One row: the newest tree. Moves by compare-and-set, so that two processes cannot both make one epoch's.
create table log_heads_epoch (
    only_one   boolean     primary key default true check (only_one),
    epoch      bigint      not null,
    size       bigint      not null,
    leaf_index bigint      references log_leaf,
    leaf       text        not null,
    taken_at   timestamptz not null
);
insert into log_heads_epoch (epoch, size, leaf, taken_at) values (0, 0, '', 'epoch');

-- The newest tree's slots, 256 a row, as their hashes; a row whose slots are all empty is not there.
create table log_heads_chunk (
    chunk  bigint primary key,
    hashes bytea  not null check (length(hashes) = 256 * 32),
    root   bytea  not null check (length(root) = 32)
);
