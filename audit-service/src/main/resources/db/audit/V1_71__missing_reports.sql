-- What findings name of what sources have not reported, so that each range is named once and its arrival is told once.
create table finding_missing (
    finding_id uuid         not null,
    source     varchar(200) not null,
    -- Of a read in parts the keyed hash of its name, in hex; empty for numbers that were skipped.
    read       varchar(64)  not null,
    first      bigint       not null,
    last       bigint       not null,
    noticed_at timestamptz  not null,
    -- When it was seen that it came after all.
    arrived_at timestamptz,
    check (first <= last)
);
create unique index finding_missing_open on finding_missing (source, read, first) where arrived_at is null;
create index finding_missing_of on finding_missing (finding_id);

-- What is missing now, whichever way it is known.
create view missing_now as
    select source, ''::varchar(64) as read, first, last, noticed_at from sequence_gap
    union all
    select source, encode(id_hash, 'hex')::varchar(64), lower(span)::bigint, upper(span)::bigint - 1, begun_at
      from bulk_read, unnest(int4multirange(int4range(1, parts, '[]')) - seen) as span
     where not complete;
