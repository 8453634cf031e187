-- Questions for the name behind an entry: which there are and what was decided. All else stands in their events.
create table name_question (
    entry_id  uuid        primary key,
    ledger_id uuid        not null,
    asked_at  timestamptz not null,
    told      boolean
);
create index name_question_ledger on name_question (ledger_id, asked_at desc);
create index name_question_open on name_question (asked_at) where told is null;

-- In somebody's own words: sealed under the keys of the log the entry stands in.
create table name_text (
    text_id  uuid     primary key,
    key_id   uuid     not null,
    revision smallint not null,
    sealed   bytea    not null
);
