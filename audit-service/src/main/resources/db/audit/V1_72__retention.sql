-- Retention: entries whose time is over lose their keys, details, documents and events. Their leaves stay.

-- Entries up to this number are not there any more; the next one links to the last of them.
alter table ledger_head add column expired bigint not null default 0, add check (expired between 0 and number);

-- How far each ledger's entries ended, and whether everything of them is removed yet.
create table ledger_retention (
    ledger_id  uuid        primary key,
    number     bigint      not null,
    -- Of the last ended entry's event.
    sequence   bigint      not null,
    through    integer     not null,
    expired_at timestamptz not null,
    cleaned_at timestamptz
);
create index ledger_retention_open on ledger_retention (ledger_id) where cleaned_at is null;

-- What looking for ended entries came to, one row a look that found something, and the newest.
create table retention_run (
    run_id    bigint      generated always as identity primary key,
    rule      varchar(40) not null,
    kept_from timestamptz not null,
    ended_at  timestamptz not null,
    ledgers   bigint      not null,
    entries   bigint      not null,
    staff     bigint      not null,
    held_back bigint      not null
);

-- What was reported is remembered as long as its entry. Rows come in the order of time.
create index reported_event_recorded on reported_event using brin (recorded_at);
