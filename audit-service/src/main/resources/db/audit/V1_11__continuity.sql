-- What each source has reported, so that what is missing can be named: numbers it skipped, and parts of reads that never came.

-- One row a source that counts its reports.
create table source_sequence (
    source  varchar(200) primary key,
    lowest  bigint       not null,
    highest bigint       not null,
    check (lowest <= highest)
);

-- Numbers between lowest and highest that were not recorded. Gone once they are.
create table sequence_gap (
    source     varchar(200) not null references source_sequence,
    first      bigint       not null,
    last       bigint       not null,
    noticed_at timestamptz  not null,
    primary key (source, first),
    check (first <= last)
);
create index sequence_gap_noticed on sequence_gap (noticed_at);

-- Reads that were reported in parts. What the source calls the read is kept as a keyed hash.
create table bulk_read (
    source   varchar(200)   not null,
    id_hash  bytea          not null,
    parts    integer        not null,
    seen     int4multirange not null,
    begun_at timestamptz    not null,
    complete boolean        not null,
    primary key (source, id_hash)
);
create index bulk_read_incomplete on bulk_read (begun_at) where not complete;
