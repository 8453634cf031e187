-- How far the journal outside the database is known to go, and under which names the log went.

-- One row a book: a journal that ends before this line, or has another one there, was cut or exchanged.
create table journal_mark (
    book       varchar(20) primary key,
    journal_id uuid        not null,
    number     bigint      not null check (number > 0),
    digest     bytea       not null check (length(digest) = 32)
);

-- The newest is the log of today. Another one is opened when the database was restored from a backup.
create table log_origin (
    generation integer      primary key check (generation > 0),
    origin     varchar(300) not null unique,
    -- Names the predecessor and what of it was lost; the first origin has none.
    first_leaf bytea        check ((generation = 1) = (first_leaf is null)),
    carried    bigint       not null,
    opened_at  timestamptz  not null
);

-- What the next start has to do, once, after a recovery.
create table recovery (
    recovered_at     timestamptz not null,
    -- The index may hold what the database lost: it begins empty and is filled again from what is recorded.
    index_is_foreign boolean     not null
);
